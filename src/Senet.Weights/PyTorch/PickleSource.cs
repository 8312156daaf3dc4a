using System.Buffers.Binary;
using System.Text;

namespace Senet.Weights;

/// <summary>The bytes of pickles, from a part of the file or from memory. Every length is compared with what is left before it is believed.</summary>
sealed class PickleSource
{
    const int BufferLength = 1 << 16;

    // The longest text, and the longest line of the text protocols; PyTorch writes neither keys nor names of such length.
    const int MaxText = 16 << 20;
    const int MaxLine = 1024;

    readonly TorchInput _input;
    readonly byte[] _buffer;
    readonly long _end;
    long _next;
    int _at, _filled;

    /// <summary>Reads the file's bytes from <paramref name="start"/> up to <paramref name="end"/>.</summary>
    public PickleSource(TorchInput input, long start, long end)
    {
        _input = input;
        _buffer = new byte[BufferLength];
        _next = start;
        _end = end;
    }

    /// <summary>Reads bytes in memory.</summary>
    public PickleSource(TorchInput input, byte[] bytes)
    {
        _input = input;
        _buffer = bytes;
        _next = _end = _filled = bytes.Length;
    }

    /// <summary>Where the next byte stands.</summary>
    public long Position => _next - (_filled - _at);

    /// <summary>The next byte.</summary>
    public byte ReadByte() => Take(1)[0];

    /// <summary>A 16-bit little-endian number.</summary>
    public ushort ReadUInt16() => BinaryPrimitives.ReadUInt16LittleEndian(Take(sizeof(ushort)));

    /// <summary>A 32-bit little-endian number.</summary>
    public int ReadInt32() => BinaryPrimitives.ReadInt32LittleEndian(Take(sizeof(int)));

    /// <summary>A 64-bit little-endian number.</summary>
    public long ReadInt64() => BinaryPrimitives.ReadInt64LittleEndian(Take(sizeof(long)));

    /// <summary>A double, big-endian as pickles hold it.</summary>
    public double ReadDouble() => BinaryPrimitives.ReadDoubleBigEndian(Take(sizeof(double)));

    /// <summary>Bytes in a new array.</summary>
    public byte[] ReadBytes(long count)
    {
        Check(count);
        if (count > MaxText)
            throw _input.Bad($"a text or byte string of {count} bytes at byte {Position}; at most {MaxText} are expected");
        _input.Take(count + 32);
        byte[] result = new byte[count];
        int buffered = (int)Math.Min(count, _filled - _at);
        _buffer.AsSpan(_at, buffered).CopyTo(result);
        _at += buffered;
        _input.ReadExactly(result.AsSpan(buffered), _next);
        _next += count - buffered;
        return result;
    }

    /// <summary>Passes over bytes.</summary>
    public void Skip(long count)
    {
        Check(count);
        int buffered = (int)Math.Min(count, _filled - _at);
        _at += buffered;
        _next += count - buffered;
    }

    /// <summary>A line without its end.</summary>
    public string ReadLine()
    {
        var line = new List<byte>();
        for (byte b = ReadByte(); b != (byte)'\n'; b = ReadByte())
        {
            if (line.Count == MaxLine)
                throw _input.Bad($"a line of more than {MaxLine} bytes before byte {Position} of the pickle; the file is damaged");
            line.Add(b);
        }
        _input.Take(32 + (2 * line.Count));
        return Encoding.UTF8.GetString([.. line]);
    }

    // Valid until the next call. Counts here are far below the buffer's length.
    ReadOnlySpan<byte> Take(int count)
    {
        if (_filled - _at < count)
            Fill(count);
        _at += count;
        return _buffer.AsSpan(_at - count, count);
    }

    void Fill(int count)
    {
        Check(count);
        int kept = _filled - _at;
        _buffer.AsSpan(_at, kept).CopyTo(_buffer);
        int more = (int)Math.Min(_buffer.Length - kept, _end - _next);
        _input.ReadExactly(_buffer.AsSpan(kept, more), _next);
        _next += more;
        (_at, _filled) = (0, kept + more);
    }

    void Check(long count)
    {
        if (count < 0 || count > _end - Position)
            throw _input.Bad($"{count} bytes are to follow byte {Position} of the pickle, but {_end - Position} do; the file is truncated or damaged, get it again");
    }
}
