using System.Buffers;
using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Senet.Graph;

namespace Senet.Weights;

public static partial class SafetensorsFile
{
    static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    static readonly JsonWriterOptions HeaderOptions = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>
    /// Writes a file through <see cref="AtomicFile"/>: the old file stays until the new one is complete. The header lists the
    /// tensors in the given order; their data lies in order of falling element size, so that every element is aligned.
    /// </summary>
    /// <param name="path">File to create or replace.</param>
    /// <param name="tensors">Tensors with distinct names, none called <c>__metadata__</c>.</param>
    /// <param name="metadata">Free text for <c>__metadata__</c>, or null.</param>
    /// <exception cref="SenetException">A name occurs twice, is reserved or is not valid Unicode, the header would exceed
    /// 100 MB, or the file cannot be written.</exception>
    public static void Write(string path, IEnumerable<WeightTensor> tensors, IReadOnlyDictionary<string, string>? metadata = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        ArgumentNullException.ThrowIfNull(tensors);
        WeightTensor[] listed = [.. tensors];
        WeightTensor[] placed = [.. listed.OrderByDescending(t => t.Type.SizeInBytes())]; // stable
        ReadOnlyMemory<byte> header = Header(path, listed, placed, metadata);
        AtomicFile.Write(path, stream =>
        {
            stream.Write(header.Span);
            foreach (WeightTensor tensor in placed)
                stream.Write(tensor.Data.Span);
        }, header.Length + listed.Sum(tensor => (long)tensor.Data.Length));
    }

    static ReadOnlyMemory<byte> Header(string path, WeightTensor[] listed, WeightTensor[] placed, IReadOnlyDictionary<string, string>? metadata)
    {
        var begins = new Dictionary<string, long>(placed.Length);
        long position = 0;
        foreach (WeightTensor tensor in placed)
        {
            if (tensor.Name == SafetensorsHeader.MetadataKey || !begins.TryAdd(CheckText(path, tensor.Name), position))
                throw new SenetException($"{path}: the name {FileErrors.Quote(tensor.Name)} is reserved or given to two tensors; rename one");
            position += tensor.Data.Length;
        }

        var buffer = new ArrayBufferWriter<byte>();
        buffer.Write(new byte[sizeof(long)]);
        using (var json = new Utf8JsonWriter(buffer, HeaderOptions))
        {
            json.WriteStartObject();
            if (metadata is not null)
            {
                json.WriteStartObject(SafetensorsHeader.MetadataKey);
                foreach ((string key, string value) in metadata)
                    json.WriteString(CheckText(path, key), CheckText(path, value));
                json.WriteEndObject();
            }
            foreach (WeightTensor tensor in listed)
                WriteEntry(json, tensor, begins[tensor.Name]);
            json.WriteEndObject();
        }
        while (buffer.WrittenCount % 8 != 0)
            buffer.Write(" "u8);

        byte[] header = buffer.WrittenSpan.ToArray();
        int length = header.Length - sizeof(long);
        if (length > SafetensorsHeader.MaxLength)
        {
            throw new SenetException(string.Create(CultureInfo.InvariantCulture,
                $"{path}: the header would take {length} bytes, at most {SafetensorsHeader.MaxLength} are allowed; shorten the metadata"));
        }
        BinaryPrimitives.WriteInt64LittleEndian(header, length);
        return header;
    }

    static void WriteEntry(Utf8JsonWriter json, WeightTensor tensor, long begin)
    {
        json.WriteStartObject(tensor.Name);
        json.WriteString("dtype"u8, tensor.Type.SafetensorsName());
        json.WriteStartArray("shape"u8);
        foreach (long dimension in tensor.Shape)
            json.WriteNumberValue(dimension);
        json.WriteEndArray();
        json.WriteStartArray("data_offsets"u8);
        json.WriteNumberValue(begin);
        json.WriteNumberValue(begin + tensor.Data.Length);
        json.WriteEndArray();
        json.WriteEndObject();
    }

    // A lone surrogate would be replaced on the way to UTF-8 and come back as another name.
    static string CheckText(string path, string text)
    {
        try
        {
            StrictUtf8.GetByteCount(text);
            return text;
        }
        catch (EncoderFallbackException)
        {
            throw new SenetException($"{path}: {FileErrors.Quote(text.ReplaceLineEndings(" "))} is not valid Unicode (half a surrogate pair) and cannot be stored");
        }
    }
}
