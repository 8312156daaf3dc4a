using System.Buffers.Binary;
using System.Globalization;
using System.Text.Json;
using System.Text.Unicode;
using Microsoft.Win32.SafeHandles;
using Senet.Graph;

namespace Senet.Weights;

/// <summary>
/// The checked header of a safetensors file: 8 bytes little-endian length, then that many bytes of JSON, then the data. After
/// <see cref="Read"/> every tensor's bytes are known to lie inside the file and to cover the data without gap or overlap.
/// </summary>
sealed class SafetensorsHeader
{
    /// <summary>Longest header in bytes; the limit of the reference implementation.</summary>
    public const int MaxLength = 100_000_000;

    /// <summary>The key that holds free text instead of a tensor.</summary>
    public const string MetadataKey = "__metadata__";

    readonly string _path;

    SafetensorsHeader(string path) => _path = path;

    /// <summary>One tensor's description; <paramref name="Begin"/> and <paramref name="End"/> count from the start of the data.</summary>
    public readonly record struct Entry(string Name, TensorType Type, long[] Shape, long Begin, long End);

    /// <summary>The tensors in the header's order.</summary>
    public OrderedDictionary<string, Entry> Entries { get; } = [];

    /// <summary>The free text in the header's order.</summary>
    public OrderedDictionary<string, string> Metadata { get; } = [];

    /// <summary>Where the data starts in the file.</summary>
    public long DataStart { get; private set; }

    /// <summary>Reads and checks the header.</summary>
    /// <exception cref="SenetException">The file is not a valid safetensors file.</exception>
    public static SafetensorsHeader Read(SafeFileHandle file, string path)
    {
        var header = new SafetensorsHeader(path);
        long fileLength = RandomAccess.GetLength(file);
        byte[] json = header.ReadJson(file, fileLength);
        header.DataStart = sizeof(long) + json.Length;
        header.CheckJson(json);
        header.Parse(json);
        header.CheckCoverage(fileLength - header.DataStart);
        return header;
    }

    /// <summary>Fills the buffer from the file; a file that ends early is an error.</summary>
    public void ReadExactly(SafeFileHandle file, Span<byte> buffer, long offset)
    {
        while (!buffer.IsEmpty)
        {
            int read = RandomAccess.Read(file, buffer, offset);
            if (read == 0)
                throw Bad($"ended at byte {offset} while it was being read; was it being written?");
            buffer = buffer[read..];
            offset += read;
        }
    }

    /// <summary>The error with the file's name in front.</summary>
    public SenetException Bad(FormattableString problem) => new($"{_path}: {problem.ToString(CultureInfo.InvariantCulture)}");

    byte[] ReadJson(SafeFileHandle file, long fileLength)
    {
        if (fileLength < sizeof(long))
            throw Bad($"{fileLength} bytes are too few for a safetensors file (8 bytes of header length, JSON, data); get the file again");
        Span<byte> prefix = stackalloc byte[sizeof(long)];
        ReadExactly(file, prefix, 0);
        ulong length = BinaryPrimitives.ReadUInt64LittleEndian(prefix);
        if (length > MaxLength)
            throw Bad($"the header length is {length} bytes, at most {MaxLength} are allowed; this is not a safetensors file");
        if ((long)length > fileLength - sizeof(long))
            throw Bad($"the header length is {length} bytes, but only {fileLength - sizeof(long)} follow; the file is truncated or not safetensors");
        byte[] json = new byte[length];
        ReadExactly(file, json, sizeof(long));
        return json;
    }

    void CheckJson(byte[] json)
    {
        if (json.Length == 0 || json[0] != (byte)'{')
            throw Bad($"the header does not start with '{{'; this is not a safetensors file");
        if (!Utf8.IsValid(json))
            throw Bad($"the header is not valid UTF-8; the file is damaged");
        try
        {
            var reader = new Utf8JsonReader(json);
            while (reader.Read())
            {
            }
        }
        catch (JsonException exception)
        {
            throw Bad($"the header is not valid JSON; the file is damaged ({FileErrors.OneLine(exception.Message)})");
        }
    }

    void Parse(byte[] json)
    {
        var reader = new Utf8JsonReader(json);
        reader.Read();
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string name = Text(ref reader);
            reader.Read();
            if (reader.TokenType != JsonTokenType.StartObject)
                throw Bad($"{FileErrors.Quote(name)} in the header is not a JSON object");
            if (name == MetadataKey)
                ParseMetadata(ref reader);
            else if (!Entries.TryAdd(name, ParseEntry(ref reader, name)))
                throw Bad($"tensor {FileErrors.Quote(name)} is described twice");
        }
    }

    void ParseMetadata(ref Utf8JsonReader reader)
    {
        if (Metadata.Count > 0)
            throw Bad($"{MetadataKey} is given twice");
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string key = Text(ref reader);
            reader.Read();
            if (reader.TokenType != JsonTokenType.String)
                throw Bad($"{MetadataKey}: the value of {FileErrors.Quote(key)} is not text");
            if (!Metadata.TryAdd(key, Text(ref reader)))
                throw Bad($"{MetadataKey}: {FileErrors.Quote(key)} is given twice");
        }
    }

    Entry ParseEntry(ref Utf8JsonReader reader, string name)
    {
        string? typeName = null;
        long[]? shape = null, offsets = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            string key = Text(ref reader);
            reader.Read();
            bool twice = false;
            switch (key)
            {
                case "dtype":
                    twice = typeName is not null;
                    typeName = reader.TokenType == JsonTokenType.String ? Text(ref reader)
                        : throw Bad($"tensor {FileErrors.Quote(name)}: dtype is not text");
                    break;
                case "shape":
                    twice = shape is not null;
                    shape = Integers(ref reader, name, key);
                    break;
                case "data_offsets":
                    twice = offsets is not null;
                    offsets = Integers(ref reader, name, key);
                    break;
                default:
                    // The reference reader ignores members it does not know.
                    reader.Skip();
                    break;
            }
            if (twice)
                throw Bad($"tensor {FileErrors.Quote(name)}: {key} is given twice");
        }
        if (typeName is null || shape is null || offsets is null)
            throw Bad($"tensor {FileErrors.Quote(name)} lacks dtype, shape or data_offsets");
        return CheckEntry(name, typeName, shape, offsets);
    }

    Entry CheckEntry(string name, string typeName, long[] shape, long[] offsets)
    {
        string tensor = $"tensor {FileErrors.Quote(name)}";
        if (!TensorTypes.TryParse(typeName, out TensorType type))
            throw Bad($"{tensor}: unknown dtype {FileErrors.Quote(typeName)}; known are F64, F32, F16, BF16, I8 to I64, U8 to U64, BOOL, C64 and F8");
        if (offsets.Length != 2)
            throw Bad($"{tensor}: data_offsets has {offsets.Length} numbers, expected begin and end");
        if (shape.Any(d => d < 0))
            throw Bad($"{tensor}: shape {WeightTensor.FormatShape(shape)} has a negative dimension");
        (long begin, long end) = (offsets[0], offsets[1]);
        if (begin < 0 || begin > end)
            throw Bad($"{tensor}: data_offsets [{begin}, {end}] are not 0 <= begin <= end");
        int size = type.SizeInBytes();
        if (!WeightTensor.TryCountElements(shape, out long count) || count > long.MaxValue / size)
            throw Bad($"{tensor}: the size of shape {WeightTensor.FormatShape(shape)} overflows 64 bits");
        if (count * size != end - begin)
            throw Bad($"{tensor}: {typeName} {WeightTensor.FormatShape(shape)} needs {count * size} bytes, data_offsets [{begin}, {end}] give {end - begin}");
        return new Entry(name, type, shape, begin, end);
    }

    void CheckCoverage(long dataLength)
    {
        long position = 0;
        foreach (Entry entry in Entries.Values.OrderBy(e => e.Begin).ThenBy(e => e.End))
        {
            string tensor = $"tensor {FileErrors.Quote(entry.Name)}";
            if (entry.End > dataLength)
                throw Bad($"{tensor} ends at byte {entry.End} of the data, but the file holds only {dataLength}; it is truncated, get it again");
            if (entry.Begin < position)
                throw Bad($"{tensor} starts at byte {entry.Begin} of the data and overlaps the tensor before it, which ends at {position}");
            if (entry.Begin > position)
                throw Bad($"{entry.Begin - position} bytes before {tensor} (from byte {position} of the data) belong to no tensor");
            position = entry.End;
        }
        if (position != dataLength)
            throw Bad($"{dataLength - position} bytes after the last tensor belong to none");
    }

    long[] Integers(ref Utf8JsonReader reader, string name, string key)
    {
        if (reader.TokenType != JsonTokenType.StartArray)
            throw Bad($"tensor {FileErrors.Quote(name)}: {key} is not an array of integers");
        var result = new List<long>();
        while (reader.Read() && reader.TokenType != JsonTokenType.EndArray)
        {
            result.Add(reader.TokenType == JsonTokenType.Number && reader.TryGetInt64(out long value) ? value
                : throw Bad($"tensor {FileErrors.Quote(name)}: {key} holds something other than 64-bit integers"));
        }
        return [.. result];
    }

    string Text(ref Utf8JsonReader reader)
    {
        try
        {
            return reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            // Escapes such as a lone \ud800 are valid JSON but no text.
            throw Bad($"the header holds an incomplete surrogate pair at byte {reader.TokenStartIndex}; the file is damaged");
        }
    }
}
