using System.Buffers.Binary;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Senet.Data.Jpeg;

/// <summary>
/// What <see cref="JpegDecoder"/> needs to know of a file before its coded data. It reads well-formed baseline files only and says so: whatever
/// is unusual or damaged is left to the native decoder, which also finds the words for it.
/// </summary>
/// <remarks>Markers: ITU-T T.81, annex B; the choice of the colour model: libjpeg's default_decompress_parms.</remarks>
sealed class JpegHeader
{
    const int MostComponents = 3;

    readonly short[][] quantisation = [.. Enumerable.Range(0, 4).Select(_ => GC.AllocateArray<short>(64, pinned: true))];
    readonly bool[] quantised = new bool[4];
    readonly HuffmanTable[] tables = [.. Enumerable.Range(0, 8).Select(_ => new HuffmanTable())];
    readonly bool[] tabled = new bool[8];
    readonly Component[] components = [new(), new(), new()];
    bool jfif;
    bool upright;
    int adobeTransform;

    public int Width { get; private set; }

    public int Height { get; private set; }

    /// <summary>1 (grey) or 3 (YCbCr).</summary>
    public int ComponentCount { get; private set; }

    /// <summary>MCUs between restart markers, 0 for none.</summary>
    public int RestartInterval { get; private set; }

    /// <summary>Where the coded data begins.</summary>
    public int DataStart { get; private set; }

    /// <summary>Pixels per chroma sample, both 1 for grey: 1 x 1, 2 x 1 or 2 x 2.</summary>
    public int ChromaStepX { get; private set; }

    public int ChromaStepY { get; private set; }

    public Component this[int index] => components[index];

    /// <summary>Reads everything up to the coded data; false where the file is not for <see cref="JpegDecoder"/>.</summary>
    public bool TryRead(ReadOnlySpan<byte> jpeg)
    {
        ComponentCount = RestartInterval = 0;
        jfif = false;
        upright = true;
        adobeTransform = -1;
        Array.Clear(quantised);
        Array.Clear(tabled);
        if (jpeg is not [0xFF, 0xD8, ..])
            return false;
        for (int at = 2; at + 4 <= jpeg.Length;)
        {
            // Bytes between segments and fill bytes are rare; the native decoder knows what to make of them.
            if (jpeg[at] != 0xFF || jpeg[at + 1] < 0xC0)
                return false;
            byte marker = jpeg[at + 1];
            int length = BinaryPrimitives.ReadUInt16BigEndian(jpeg[(at + 2)..]);
            if (length < 2 || at + 2 + length > jpeg.Length)
                return false;
            ReadOnlySpan<byte> body = jpeg.Slice(at + 4, length - 2);
            at += 2 + length;
            switch (marker)
            {
                case 0xC0 or 0xC1:
                    if (ComponentCount != 0 || !ReadFrame(body))
                        return false;
                    break;
                case 0xC4:
                    if (!ReadHuffmanTables(body))
                        return false;
                    break;
                case 0xDB:
                    if (!ReadQuantisation(body))
                        return false;
                    break;
                case 0xDD:
                    if (body.Length != 2)
                        return false;
                    RestartInterval = BinaryPrimitives.ReadUInt16BigEndian(body);
                    break;
                case 0xDA:
                    DataStart = at;
                    return ReadScan(body);
                case 0xE0:
                    jfif |= body.StartsWith("JFIF\0"u8);
                    break;
                case 0xE1:
                    upright &= !body.StartsWith("Exif\0"u8) || body.Length <= 6 || ExifOrientation.Read(body[6..]) == ExifOrientation.Upright;
                    break;
                case 0xEE:
                    if (body.Length >= 12 && body.StartsWith("Adobe"u8))
                        adobeTransform = body[11];
                    break;
                case (>= 0xE2 and <= 0xEF) or 0xFE:
                    break;
                default:
                    return false;
            }
        }
        return false;
    }

    bool ReadFrame(ReadOnlySpan<byte> body)
    {
        if (body.Length < 6 || body[0] != 8)
            return false;
        Height = BinaryPrimitives.ReadUInt16BigEndian(body[1..]);
        Width = BinaryPrimitives.ReadUInt16BigEndian(body[3..]);
        int count = body[5];
        if (Height == 0 || Width == 0 || count is not (1 or MostComponents) || body.Length != 6 + 3 * count)
            return false;
        for (int i = 0; i < count; i++)
        {
            Component component = components[i];
            component.Id = body[6 + 3 * i];
            component.StepsX = body[7 + 3 * i] >> 4;
            component.StepsY = body[7 + 3 * i] & 15;
            component.QuantisationIndex = body[8 + 3 * i];
            if (component.QuantisationIndex > 3 || component.StepsX is not (1 or 2) || component.StepsY is not (1 or 2))
                return false;
        }
        ComponentCount = count;
        if (count == 1)
        {
            // A single component is not interleaved: its factors do not matter.
            components[0].StepsX = components[0].StepsY = 1;
            ChromaStepX = ChromaStepY = 1;
            return true;
        }
        ChromaStepX = components[0].StepsX;
        ChromaStepY = components[0].StepsY;
        if (components[1] is not { StepsX: 1, StepsY: 1 } || components[2] is not { StepsX: 1, StepsY: 1 })
            return false;
        // Below 3 chroma columns libjpeg interpolates no more; chroma of full width and half height is rare.
        return (ChromaStepX, ChromaStepY) switch
        {
            (1, 1) => true,
            (2, _) => (Width + 1) / 2 > 2,
            _ => false,
        };
    }

    bool ReadQuantisation(ReadOnlySpan<byte> body)
    {
        for (; body.Length >= 65; body = body[65..])
        {
            int index = body[0]; // the high half, 1 for 16 bit steps, is not for us
            if (index > 3)
                return false;
            for (int k = 0; k < 64; k++)
                quantisation[index][JpegDecoder.NaturalOrder[k]] = body[1 + k];
            quantised[index] = true;
        }
        return body.IsEmpty;
    }

    bool ReadHuffmanTables(ReadOnlySpan<byte> body)
    {
        while (body.Length >= 17)
        {
            int slot = Slot(body[0] >> 4, body[0] & 15);
            int symbols = 0;
            for (int i = 1; i <= 16; i++)
                symbols += body[i];
            if (slot < 0 || symbols > 256 || body.Length < 17 + symbols || !tables[slot].TryBuild(body.Slice(1, 16), body.Slice(17, symbols), isDc: slot < 4))
                return false;
            tabled[slot] = true;
            body = body[(17 + symbols)..];
        }
        return body.IsEmpty;
    }

    static int Slot(int kind, int index) => kind > 1 || index > 3 ? -1 : kind * 4 + index;

    unsafe bool ReadScan(ReadOnlySpan<byte> body)
    {
        if (ComponentCount == 0 || !upright || body.Length != 4 + 2 * ComponentCount || body[0] != ComponentCount || !IsYcc())
            return false;
        if (body[^3] != 0 || body[^2] != 63 || body[^1] != 0)
            return false;
        for (int i = 0; i < ComponentCount; i++)
        {
            Component component = components[i];
            int dc = Slot(0, body[2 + 2 * i] >> 4), ac = Slot(1, body[2 + 2 * i] & 15);
            if (body[1 + 2 * i] != component.Id || dc < 0 || ac < 0 || !tabled[dc] || !tabled[ac] || !quantised[component.QuantisationIndex])
                return false;
            component.Dc = tables[dc];
            component.Ac = tables[ac];
            component.Quantisation = (short*)Unsafe.AsPointer(ref MemoryMarshal.GetArrayDataReference(quantisation[component.QuantisationIndex]));
        }
        return true;
    }

    bool IsYcc()
    {
        if (ComponentCount == 1 || jfif)
            return true;
        if (adobeTransform >= 0)
            return adobeTransform == 1;
        return components[0].Id == 1 && components[1].Id == 2 && components[2].Id == 3;
    }

    /// <summary>A component of the frame.</summary>
    public sealed class Component
    {
        public int Id { get; set; }

        /// <summary>Blocks in an MCU, across and down.</summary>
        public int StepsX { get; set; }

        public int StepsY { get; set; }

        public int QuantisationIndex { get; set; }

        /// <summary>64 quantisation steps in natural order, which stay where they are as long as the header lives.</summary>
        public unsafe short* Quantisation { get; set; }

        public HuffmanTable Dc { get; set; } = null!;

        public HuffmanTable Ac { get; set; } = null!;
    }
}
