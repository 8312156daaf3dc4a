using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace Senet.Data.Jpeg;

/// <summary>
/// Decodes a rectangle of a baseline JPEG to the bits that libjpeg-turbo gives for it (accurate DCT, smooth chroma), reading no further than its last
/// row and transforming no other blocks. Everything else, damaged files included, is left to the native decoder: the methods then say false.
/// </summary>
/// <remarks>
/// An instance reads one file at a time and keeps its tables; its large buffers come from the shared pool. Rows after the last one asked for are not
/// decoded, but the file is searched for its end marker, so a file that is cut off never passes. ITU-T T.81, annex F.
/// </remarks>
sealed unsafe class JpegDecoder : IDisposable
{
    /// <summary>Free bytes to the left and right of a row of samples, for neighbours of the first and last and for whole vectors.</summary>
    const int Margin = 32;

    /// <summary>Place in a block, row by row, of the coefficient k of the zigzag order.</summary>
    public static ReadOnlySpan<byte> NaturalOrder =>
    [
        0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34, 27, 20, 13, 6, 7, 14, 21, 28,
        35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51, 58, 59, 52, 45, 38, 31, 39, 46, 53, 60, 61, 54, 47, 55, 62, 63,
    ];

    static readonly ConcurrentStack<JpegDecoder> free = new();

    readonly JpegHeader header = new();
    readonly CodedData data = new();
    readonly Plane[] planes = [new(), new(), new()];
    byte[] samples = [];

    JpegDecoder()
    {
    }

    /// <summary>Whether this processor has what the decoder needs.</summary>
    public static bool IsSupported => Sse41.IsSupported;

    /// <summary>Size of the image in pixels.</summary>
    public int Width => header.Width;

    public int Height => header.Height;

    /// <summary>An instance for one file, to be disposed.</summary>
    public static JpegDecoder Rent() => free.TryPop(out JpegDecoder? decoder) ? decoder : new();

    /// <summary>Gives the buffers and the instance back.</summary>
    public void Dispose()
    {
        data.Release();
        ReleaseSamples();
        if (free.Count < 2 * Environment.ProcessorCount)
            free.Push(this);
    }

    /// <summary>Takes a file, which is not needed afterwards; false where it is not for this decoder.</summary>
    /// <param name="jpeg">The bytes of the whole file.</param>
    public bool TryOpen(ReadOnlySpan<byte> jpeg) =>
        IsSupported && header.TryRead(jpeg) && (long)Width * Height <= ImageDecoder.MaxPixels && data.TryRead(jpeg[header.DataStart..]) && HasAllIntervals();

    /// <summary>Decodes a rectangle of the image, or of the image shrunk by 2, 4 or 8; false where the coded data is damaged.</summary>
    /// <param name="shrink">0 for the exact pixels; 1, 2 or 3 for sides divided by 2, 4 or 8, rounded up, which no other decoder gives to the bit.</param>
    /// <param name="x">First column.</param>
    /// <param name="y">First row.</param>
    /// <param name="width">Columns, at least 1.</param>
    /// <param name="height">Rows, at least 1.</param>
    /// <param name="channels">1 for grey, 3 for RGB.</param>
    /// <param name="pixels">height * width * channels bytes, overwritten.</param>
    public bool TryDecode(int shrink, int x, int y, int width, int height, int channels, Span<byte> pixels)
    {
        Debug.Assert(x >= 0 && y >= 0 && x + width <= Shrunk(Width, shrink) && y + height <= Shrunk(Height, shrink) && pixels.Length >= width * height * channels);
        int total = 0;
        for (int i = 0; i < header.ComponentCount; i++)
        {
            int stepX = i == 0 ? 1 : header.ChromaStepX, stepY = i == 0 ? 1 : header.ChromaStepY;
            planes[i].Place(8 >> shrink, (x, width, stepX, Shrunk(Width, shrink)), (y, height, stepY, Shrunk(Height, shrink)), ref total);
        }
        if (samples.Length < total + Margin)
        {
            ReleaseSamples();
            samples = Buffers.Rent(total + Margin);
        }
        fixed (byte* first = samples)
        {
            if (!ReadBlocks(first))
                return false;
            for (int i = 1; i < header.ComponentCount; i++)
                planes[i].RepeatEdges(first);
            fixed (byte* to = pixels)
                WriteRows(first, x, y, width, height, channels, to);
        }
        return true;
    }

    /// <summary>A side of the image divided by 2^<paramref name="shrink"/>, rounded up.</summary>
    public static int Shrunk(int side, int shrink) => (side + (1 << shrink) - 1) >> shrink;

    int McusPerRow => (header.Width - 1) / (8 * header[0].StepsX) + 1;

    int McuRows => (header.Height - 1) / (8 * header[0].StepsY) + 1;

    bool HasAllIntervals()
    {
        long mcus = (long)McusPerRow * McuRows;
        return data.Count == (header.RestartInterval == 0 ? 1 : (mcus - 1) / header.RestartInterval + 1);
    }

    bool ReadBlocks(byte* first)
    {
        int firstRow = int.MaxValue, lastRow = 0;
        for (int i = 0; i < header.ComponentCount; i++)
        {
            firstRow = Math.Min(firstRow, planes[i].FirstBlockY / header[i].StepsY);
            lastRow = Math.Max(lastRow, (planes[i].EndBlockY - 1) / header[i].StepsY);
        }
        // Whole intervals above the rectangle are left out: each can be read by itself.
        int mcusPerRow = McusPerRow, interval = header.RestartInterval == 0 ? 0 : firstRow * mcusPerRow / header.RestartInterval;
        int mcu = interval * header.RestartInterval, last = (lastRow + 1) * mcusPerRow;
        short* block = stackalloc short[64];
        fixed (byte* coded = data.Bytes)
        {
            for (; mcu < last; interval++)
            {
                int end = header.RestartInterval == 0 ? last : Math.Min(last, mcu + header.RestartInterval);
                var bits = new Bits { Next = coded + data.Start(interval), End = coded + data.End(interval) };
                int dc0 = 0, dc1 = 0, dc2 = 0;
                for (; mcu < end; mcu++)
                {
                    int row = mcu / mcusPerRow, column = mcu - row * mcusPerRow;
                    if (!ReadComponent(0, row, column, ref bits, ref dc0, block, first))
                        return false;
                    if (header.ComponentCount > 1 && !(ReadComponent(1, row, column, ref bits, ref dc1, block, first) && ReadComponent(2, row, column, ref bits, ref dc2, block, first)))
                        return false;
                }
            }
        }
        return true;
    }

    /// <summary>Reads one component's blocks of an MCU and transforms those that are wanted.</summary>
    bool ReadComponent(int index, int row, int column, ref Bits bits, ref int predictor, short* block, byte* first)
    {
        JpegHeader.Component component = header[index];
        Plane plane = planes[index];
        short* steps = component.Quantisation;
        for (int blockY = row * component.StepsY; blockY < (row + 1) * component.StepsY; blockY++)
        {
            for (int blockX = column * component.StepsX; blockX < (column + 1) * component.StepsX; blockX++)
            {
                bool wanted = plane.Wants(blockX, blockY);
                if (wanted)
                    new Span<short>(block, 64).Clear();
                int last = ReadBlock(ref bits, component, block, ref predictor);
                if (last < 0)
                    return false;
                if (wanted)
                    plane.Transform(blockX, blockY, block, steps, last, first);
            }
        }
        return true;
    }

    /// <summary>Reads a block into zeroed coefficients. Gives the zigzag place of its last one, or -1 where the data is damaged.</summary>
    static int ReadBlock(ref Bits bits, JpegHeader.Component component, short* block, ref int predictor)
    {
        // The next bit is the top one of the buffer. Filling it takes whole bytes; what is read twice is the same both times.
        ulong buffer = bits.Buffer;
        int count = bits.Count;
        byte* next = bits.Next;
        buffer |= BinaryPrimitives.ReverseEndianness(Unsafe.ReadUnaligned<ulong>(next)) >> count;
        next += (63 - count) >> 3;
        count |= 56;
        int entry = component.Dc.Entries[buffer >> (64 - HuffmanTable.LookupBits)];
        if ((byte)entry == 0 && (entry = component.Dc.Resolve(entry, buffer)) == 0)
            return -1;
        buffer <<= entry; // a shift looks at 6 bits, and no entry takes 64
        count -= (byte)entry;
        predictor += entry >> 16;
        block[0] = (short)predictor;
        int last = 0;
        int* ac = component.Ac.Entries;
        ref byte order = ref MemoryMarshal.GetReference(NaturalOrder);
        for (int k = 1; k < 64; k++)
        {
            entry = ac[buffer >> (64 - HuffmanTable.LookupBits)];
            if ((byte)entry == 0 && (entry = component.Ac.Resolve(entry, buffer)) == 0)
                return -1;
            buffer <<= entry;
            count -= (byte)entry;
            buffer |= BinaryPrimitives.ReverseEndianness(Unsafe.ReadUnaligned<ulong>(next)) >> count;
            next += (63 - count) >> 3;
            count |= 56;
            k += (byte)(entry >> 8);
            if (k >= 64)
            {
                if ((byte)(entry >> 8) != HuffmanTable.EndOfBlock)
                    return -1;
                break;
            }
            block[Unsafe.Add(ref order, k)] = (short)(entry >> 16);
            last = k;
        }
        bits.Buffer = buffer;
        bits.Count = count;
        bits.Next = next;
        return next - (count >> 3) > bits.End ? -1 : last;
    }

    void WriteRows(byte* first, int x, int y, int width, int height, int channels, byte* to)
    {
        Plane luma = planes[0];
        if (header.ComponentCount == 1)
        {
            for (int row = 0; row < height; row++, to += (nint)width * channels)
                JpegColour.Grey(luma.Sample(first, x, y + row), width, channels, to);
            return;
        }
        // Three rows of scratch: sums of two chroma rows in 16 bits, and the two chroma rows at full width.
        int samples = width / 2 + 2, full = 2 * samples + 2 * Margin;
        byte[] scratch = Buffers.Rent(full * 3 + 2 * Margin + (channels == 1 ? width * 3 : 0));
        fixed (byte* rows = scratch)
        {
            short* sums = (short*)rows;
            byte* blue = rows + full + 2 * Margin, red = blue + full, colours = red + full;
            for (int row = y; row < y + height; row++)
            {
                byte* cb = planes[1].Sample(first, x, row), cr = planes[2].Sample(first, x, row);
                if (header.ChromaStepX == 2)
                {
                    int half = x >> 1, sampleRow = row / header.ChromaStepY, count = ((x + width - 1) >> 1) - half + 1;
                    // Of two rows of pixels the upper one leans to the row of samples above, the lower one to the one below.
                    int other = header.ChromaStepY == 1 ? sampleRow : Math.Clamp(sampleRow + ((row & 1) == 0 ? -1 : 1), 0, planes[1].Rows - 1);
                    JpegColour.DoubleWidth(planes[1].Sample(first, half - 1, sampleRow), planes[1].Sample(first, half - 1, other), count, header.ChromaStepY, sums, blue);
                    JpegColour.DoubleWidth(planes[2].Sample(first, half - 1, sampleRow), planes[2].Sample(first, half - 1, other), count, header.ChromaStepY, sums, red);
                    cb = blue + (x & 1);
                    cr = red + (x & 1);
                }
                JpegColour.Rgb(luma.Sample(first, x, row), cb, cr, width, channels == 3 ? to : colours);
                if (channels == 1)
                    JpegColour.GreyOfRgb(colours, width, to);
                to += (nint)width * channels;
            }
        }
        Buffers.Return(scratch);
    }

    void ReleaseSamples()
    {
        Buffers.Return(samples);
        samples = [];
    }

    struct Bits
    {
        public ulong Buffer;
        public int Count;
        public byte* Next;
        public byte* End;
    }

    /// <summary>The samples of one component that a rectangle needs, in whole blocks.</summary>
    sealed class Plane
    {
        int blockSize, offset, stride, firstBlockX, endBlockX, columns;

        public int FirstBlockY { get; private set; }

        public int EndBlockY { get; private set; }

        /// <summary>Rows of the whole component.</summary>
        public int Rows { get; private set; }

        /// <summary>Chooses the blocks and their place behind <paramref name="total"/> bytes of other planes.</summary>
        public void Place(int blockSize, (int From, int Length, int Step, int Side) x, (int From, int Length, int Step, int Side) y, ref int total)
        {
            this.blockSize = blockSize;
            (int fromX, int endX, columns) = Needed(x);
            (int fromY, int endY, Rows) = Needed(y);
            firstBlockX = fromX / blockSize;
            endBlockX = (endX - 1) / blockSize + 1;
            FirstBlockY = fromY / blockSize;
            EndBlockY = (endY - 1) / blockSize + 1;
            stride = (endBlockX - firstBlockX) * blockSize + 2 * Margin;
            offset = total + Margin;
            total = checked(total + stride * (EndBlockY - FirstBlockY) * blockSize);
        }

        /// <summary>The samples under a span of pixels; between samples of double pitch, their neighbours too.</summary>
        static (int From, int End, int Samples) Needed((int From, int Length, int Step, int Side) span)
        {
            if (span.Step == 1)
                return (span.From, span.From + span.Length, span.Side);
            int samples = (span.Side + 1) / 2;
            return (Math.Max(0, span.From / 2 - 1), Math.Min(samples, (span.From + span.Length - 1) / 2 + 2), samples);
        }

        public bool Wants(int blockX, int blockY) => blockX >= firstBlockX && blockX < endBlockX && blockY >= FirstBlockY && blockY < EndBlockY;

        public byte* Sample(byte* first, int x, int y) =>
            first + offset + (nint)(y - FirstBlockY * blockSize) * stride + (x - firstBlockX * blockSize);

        public void Transform(int blockX, int blockY, short* block, short* steps, int last, byte* first)
        {
            byte* to = Sample(first, blockX * blockSize, blockY * blockSize);
            if (blockSize < 8)
                InverseDct.SmallBlock(blockSize, block, steps, to, stride);
            else if (last == 0)
                InverseDct.FlatBlock(block[0], steps[0], to, stride);
            else
                InverseDct.Block(block, steps, to, stride);
        }

        /// <summary>Repeats the image's first and last column of samples outwards, where they are here.</summary>
        public void RepeatEdges(byte* first)
        {
            for (int row = FirstBlockY * blockSize; row < EndBlockY * blockSize; row++)
            {
                if (firstBlockX == 0)
                    Sample(first, -1, row)[0] = Sample(first, 0, row)[0];
                if (columns <= endBlockX * blockSize)
                    Sample(first, columns, row)[0] = Sample(first, columns - 1, row)[0];
            }
        }
    }
}
