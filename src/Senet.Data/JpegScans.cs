using System.Buffers.Binary;

namespace Senet.Data;

/// <summary>Finds out whether a JPEG that is stored in several scans is whole.</summary>
/// <remarks>
/// Skia decodes a progressive JPEG whose later scans are missing without an error, only blurred; a file with one scan it
/// checks itself. Markers: ITU-T T.81, annex B.
/// </remarks>
static class JpegScans
{
    const byte StartOfScan = 0xDA, EndOfImage = 0xD9;

    /// <summary>True where several scans are stored (progressive, or one per component) and no end marker follows them.</summary>
    public static bool LacksEnd(ReadOnlySpan<byte> jpeg)
    {
        bool severalScans = false;
        int components = 0;
        int at = 2; // after SOI
        while (at + 2 <= jpeg.Length)
        {
            if (jpeg[at] != 0xFF)
            {
                at++; // between segments, decoders skip what is not a marker
                continue;
            }
            byte marker = jpeg[at + 1];
            if (marker == EndOfImage)
                return false;
            if (marker is 0x00 or 0x01 or 0xFF or (>= 0xD0 and <= 0xD8))
            {
                at += marker == 0xFF ? 1 : 2; // fill byte, or a marker without a segment
                continue;
            }

            if (at + 4 > jpeg.Length)
                break;
            int length = BinaryPrimitives.ReadUInt16BigEndian(jpeg[(at + 2)..]);
            ReadOnlySpan<byte> body = jpeg[(at + 4)..];
            if (IsFrame(marker) && body.Length > 5)
            {
                components = body[5];
                severalScans = (marker & 3) == 2;
            }
            else if (marker == StartOfScan && body.Length > 0)
            {
                severalScans |= body[0] < components;
                if (!severalScans)
                    return false;
            }
            at += 2 + length;
            if (marker == StartOfScan)
                at = SkipEntropyCodedData(jpeg, at);
        }
        return severalScans;
    }

    /// <summary>SOF0 .. SOF15 without DHT, JPG and DAC, which share the range.</summary>
    static bool IsFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);

    /// <summary>Position of the next marker that is no restart marker. In coded data, FF 00 stands for the byte FF.</summary>
    static int SkipEntropyCodedData(ReadOnlySpan<byte> jpeg, int at)
    {
        while (at < jpeg.Length)
        {
            int found = jpeg[at..].IndexOf((byte)0xFF);
            if (found < 0 || at + found + 1 >= jpeg.Length)
                return jpeg.Length;
            at += found;
            if (jpeg[at + 1] is not (0x00 or (>= 0xD0 and <= 0xD7)))
                return at;
            at += 2;
        }
        return at;
    }
}
