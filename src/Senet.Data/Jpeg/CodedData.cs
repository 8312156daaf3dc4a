namespace Senet.Data.Jpeg;

/// <summary>
/// The coded data of a scan without its stuffed zero bytes and restart markers, so that bits can be read eight bytes at a time. Finding its end
/// on the way proves that the file is not cut off, however little of it is decoded.
/// </summary>
sealed class CodedData
{
    /// <summary>Zero bytes behind the data: a block is checked against the end only when it is done, and takes at most 64 x 31 bits.</summary>
    const int Padding = 64 * 4 + 16;

    readonly List<int> ends = [];
    byte[] bytes = [];

    /// <summary>The data and at least a block's worth of bytes behind it.</summary>
    public byte[] Bytes => bytes;

    /// <summary>Intervals between restart markers.</summary>
    public int Count => ends.Count;

    public int Start(int interval) => interval == 0 ? 0 : ends[interval - 1];

    public int End(int interval) => ends[interval];

    /// <summary>Takes the data up to the end marker; false where another marker, or none, follows it.</summary>
    /// <param name="coded">The file from the first coded byte on.</param>
    public bool TryRead(ReadOnlySpan<byte> coded)
    {
        ends.Clear();
        if (bytes.Length < coded.Length + Padding)
        {
            Release();
            bytes = Buffers.Rent(coded.Length + Padding);
        }
        int length = 0;
        while (true)
        {
            int plain = coded.IndexOf((byte)0xFF);
            if (plain < 0 || plain + 1 >= coded.Length)
                return false;
            byte next = coded[plain + 1];
            int copied = next == 0 ? plain + 1 : plain;
            coded[..copied].CopyTo(bytes.AsSpan(length));
            length += copied;
            coded = coded[(plain + 2)..];
            if (next == 0)
                continue;
            ends.Add(length);
            if (next == 0xD9)
                break;
            if (next != 0xD0 + (ends.Count - 1) % 8)
                return false;
        }
        bytes.AsSpan(length, Padding).Clear();
        return true;
    }

    /// <summary>Gives the buffer back to the pool.</summary>
    public void Release()
    {
        Buffers.Return(bytes);
        bytes = [];
    }
}
