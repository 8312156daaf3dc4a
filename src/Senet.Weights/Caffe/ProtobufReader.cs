using System.Buffers.Binary;
using System.Globalization;
using System.Text;
using Microsoft.Win32.SafeHandles;
using Senet.Graph;

namespace Senet.Weights;

/// <summary>
/// Walks over the fields of a protobuf file without holding it in memory (https://protobuf.dev/programming-guides/encoding/).
/// A field's value is only pointed to: the caller reads it, walks into it, or leaves it.
/// </summary>
/// <remarks>
/// A caffemodel is hundreds of megabytes of floats in a few kilobytes of structure. Generated message classes would hold every
/// blob at once (and CodedInputStream copies through what it skips and keeps its limits to itself), so that reading one tensor
/// costs the whole file; the encoding itself is four kinds of values. Nothing here recurses: how deep to go is the caller's code,
/// not the file's. Every field is held to the end of the message that it lies in.
/// </remarks>
/// <param name="file">The open file, not closed here.</param>
/// <param name="path">Its name, for messages.</param>
/// <param name="windowBytes">How much to read at once around a field's head: between two blobs there are some dozen bytes.</param>
sealed class ProtobufReader(SafeFileHandle file, string path, int windowBytes = ProtobufReader.DefaultWindowBytes)
{
    /// <summary>Bytes read at once unless told otherwise.</summary>
    public const int DefaultWindowBytes = 4096;

    // A network has some thousand messages and texts. Each costs some hundred bytes while it is read, but an empty one only two
    // bytes of the file.
    const int MaxParts = 1 << 17, MaxTextBytes = 1 << 20;

    readonly byte[] _window = new byte[windowBytes];
    long _windowStart;
    int _windowLength;
    int _parts;
    long _textBytes;

    /// <summary>The fields of a message, in the file's order.</summary>
    public IEnumerable<ProtobufField> Fields(ProtobufField message) =>
        message.Kind == ProtobufKind.Bytes ? Fields(message.Start, message.End)
        : throw Bad($"field {message.Number} before byte {message.End} is not a message; the file is damaged");

    /// <summary>The fields of the message between two offsets of the file, in the file's order.</summary>
    public IEnumerable<ProtobufField> Fields(long start, long end)
    {
        CountPart();
        for (long position = start; position < end;)
        {
            ProtobufField field = ReadField(position, end);
            yield return field;
            position = field.End;
        }
    }

    /// <summary>The integers of a field that is written either way: one per field, or packed one behind the other.</summary>
    public IEnumerable<long> Integers(ProtobufField field)
    {
        CountPart();
        if (field.Kind == ProtobufKind.Varint)
        {
            yield return unchecked((long)field.Value);
            yield break;
        }
        if (field.Kind != ProtobufKind.Bytes)
            throw Bad($"field {field.Number} before byte {field.End} is not an integer; the file is damaged");
        for (long position = field.Start; position < field.End;)
        {
            (ulong value, position) = ReadVarint(position, field.End);
            yield return unchecked((long)value);
        }
    }

    /// <summary>Reads a float field.</summary>
    public float ReadSingle(ProtobufField field)
    {
        if (field.Kind != ProtobufKind.Fixed32)
            throw Bad($"field {field.Number} before byte {field.End} is not a float; the file is damaged");
        Span<byte> value = stackalloc byte[sizeof(float)];
        ReadExactly(value, field.Start);
        return BinaryPrimitives.ReadSingleLittleEndian(value);
    }

    /// <summary>Reads a text field.</summary>
    public string ReadText(ProtobufField field)
    {
        if (field.Kind != ProtobufKind.Bytes)
            throw Bad($"field {field.Number} before byte {field.End} is not text; the file is damaged");
        CountPart();
        _textBytes += field.Length;
        if (_textBytes > MaxTextBytes)
            throw Bad($"holds more than {MaxTextBytes} bytes of names; the file is damaged");
        byte[] text = new byte[field.Length];
        ReadExactly(text, field.Start);
        return Encoding.UTF8.GetString(text);
    }

    /// <summary>Fills the buffer from the file; a file that ends early is an error.</summary>
    public void ReadExactly(Span<byte> buffer, long offset)
    {
        // Single values come out of the window, blobs straight from the file.
        if (buffer.Length <= sizeof(double))
        {
            for (int i = 0; i < buffer.Length; i++)
                buffer[i] = ReadByte(offset + i);
            return;
        }
        while (!buffer.IsEmpty)
        {
            int read = RandomAccess.Read(file, buffer, offset);
            if (read == 0)
                throw EndedEarly(offset);
            buffer = buffer[read..];
            offset += read;
        }
    }

    /// <summary>The error with the file's name in front.</summary>
    public SenetException Bad(FormattableString problem) => new($"{path}: {problem.ToString(CultureInfo.InvariantCulture)}");

    ProtobufField ReadField(long position, long end)
    {
        (ulong tag, long start) = ReadVarint(position, end);
        ulong number = tag >> 3;
        if (number is 0 or > 0x1FFF_FFFF)
            throw Bad($"no field of a protobuf message starts at byte {position}; the file is damaged or not a caffemodel");
        var kind = (ProtobufKind)(tag & 7);
        ulong value = 0;
        ulong length = 0;
        switch (kind)
        {
            case ProtobufKind.Varint:
                (value, long next) = ReadVarint(start, end);
                length = (ulong)(next - start);
                break;
            case ProtobufKind.Fixed64:
                length = sizeof(ulong);
                break;
            case ProtobufKind.Fixed32:
                length = sizeof(uint);
                break;
            case ProtobufKind.Bytes:
                (length, start) = ReadVarint(start, end);
                break;
            default:
                // 3 and 4 bracket groups, which Caffe never had; 6 and 7 mean nothing.
                throw Bad($"the field at byte {position} has wire type {(int)kind}, which no caffemodel uses; the file is damaged or not a caffemodel");
        }
        if (length > (ulong)(end - start))
            throw Bad($"the field at byte {position} holds {length} bytes, but {end - start} remain of what encloses it; the file is truncated or damaged");
        return new ProtobufField((int)number, kind, value, start, start + (long)length);
    }

    (ulong Value, long Next) ReadVarint(long position, long end)
    {
        ulong value = 0;
        for (int shift = 0; shift < 64; shift += 7)
        {
            if (position >= end)
                throw Bad($"ends in the middle of a number at byte {position}; the file is truncated or damaged");
            byte next = ReadByte(position++);
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
                return (value, position);
        }
        throw Bad($"the number before byte {position} has more than 64 bits; the file is damaged or not a caffemodel");
    }

    byte ReadByte(long position)
    {
        long index = position - _windowStart;
        if (index >= 0 && index < _windowLength)
            return _window[index];
        _windowLength = RandomAccess.Read(file, _window, position);
        _windowStart = position;
        return _windowLength > 0 ? _window[0] : throw EndedEarly(position);
    }

    void CountPart()
    {
        if (++_parts > MaxParts)
            throw Bad($"holds more than {MaxParts} messages and texts outside its data; the file is damaged");
    }

    SenetException EndedEarly(long position) => Bad($"ended at byte {position} while it was being read; was it being written?");
}
