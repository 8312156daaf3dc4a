using System.Buffers.Binary;

namespace Senet.Data;

/// <summary>Walks the segments of a JPEG and finds out whether all of its scans are there.</summary>
/// <remarks>Markers: ITU-T T.81, annex B; scans of progressive images: annex G.</remarks>
static class JpegScans
{
    /// <summary>Marker of a scan's header, which the coded pixels follow.</summary>
    public const byte StartOfScan = 0xDA;

    /// <summary>Marker behind the last scan.</summary>
    public const byte EndOfImage = 0xD9;

    // Encoders write about ten. A decoder visits every pixel for every scan, so a small file of endless scans would take hours.
    const int MostScans = 500;

    /// <summary>How the file ends.</summary>
    /// <param name="jpeg">The file.</param>
    /// <param name="end">The first byte behind the end marker; the file's length where there is none.</param>
    public static JpegEnd FindEnd(ReadOnlySpan<byte> jpeg, out int end)
    {
        end = jpeg.Length;
        Coverage coverage = default;
        int at = 2; // after SOI
        int scans = 0;
        while (NextSegment(jpeg, ref at, out byte marker, out ReadOnlySpan<byte> body))
        {
            if (marker == EndOfImage)
            {
                end = at;
                return JpegEnd.Marked;
            }
            if (IsFrame(marker))
                coverage.Begin(body, IsProgressive(marker));
            else if (marker == StartOfScan)
            {
                if (++scans > MostScans)
                    return JpegEnd.TooManyScans;
                coverage.Add(body);
                at = SkipEntropyCodedData(jpeg, at);
            }
        }
        return coverage.IsWhole ? JpegEnd.Unmarked : JpegEnd.ScansMissing;
    }

    /// <summary>Moves to the next segment, or to a marker that has none; what lies between segments is skipped, as decoders do.</summary>
    /// <param name="jpeg">The file.</param>
    /// <param name="at">Where to look; afterwards the first byte behind the segment.</param>
    /// <param name="marker">The second byte of the marker.</param>
    /// <param name="body">The segment without its length; empty for <see cref="EndOfImage"/>, cut short where the file is.</param>
    /// <returns>False at the end of the file.</returns>
    public static bool NextSegment(ReadOnlySpan<byte> jpeg, ref int at, out byte marker, out ReadOnlySpan<byte> body)
    {
        body = default;
        marker = 0;
        while (at + 2 <= jpeg.Length)
        {
            if (jpeg[at] != 0xFF)
            {
                int found = jpeg[at..].IndexOf((byte)0xFF);
                at = found < 0 ? jpeg.Length : at + found;
                continue;
            }
            marker = jpeg[at + 1];
            if (marker is 0x00 or 0x01 or 0xFF or (>= 0xD0 and <= 0xD8))
            {
                at += marker == 0xFF ? 1 : 2; // fill byte, or a marker without a segment
                continue;
            }
            at += 2;
            if (marker == EndOfImage)
                return true;
            if (at + 2 > jpeg.Length)
                return false;
            int length = Math.Max(2, (int)BinaryPrimitives.ReadUInt16BigEndian(jpeg[at..]));
            int end = Math.Min(jpeg.Length, at + length);
            body = jpeg[(at + 2)..end];
            at = end;
            return true;
        }
        return false;
    }

    /// <summary>SOF0 .. SOF15 without DHT, JPG and DAC, which share the range.</summary>
    public static bool IsFrame(byte marker) => marker is >= 0xC0 and <= 0xCF and not (0xC4 or 0xC8 or 0xCC);

    /// <summary>Whether a frame is stored in scans that refine each other.</summary>
    public static bool IsProgressive(byte frameMarker) => (frameMarker & 3) == 2;

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

    /// <summary>Which coefficients of which components the scans so far give to the last bit.</summary>
    struct Coverage
    {
        const ulong AllCoefficients = ulong.MaxValue;

        byte[]? _components;
        ulong[]? _done;
        bool _progressive;

        /// <summary>Whether every scan that the frame calls for has been seen (its data may still be cut).</summary>
        public readonly bool IsWhole => _done is { Length: > 0 } && Array.TrueForAll(_done, done => done == AllCoefficients);

        /// <summary>Takes the frame's header.</summary>
        public void Begin(ReadOnlySpan<byte> frame, bool progressive)
        {
            _progressive = progressive;
            // Precision, height, width, number of components; then id, sampling and table of each.
            int count = frame.Length > 5 ? Math.Min(frame[5], (frame.Length - 6) / 3) : 0;
            _components = new byte[count];
            for (int i = 0; i < count; i++)
                _components[i] = frame[6 + 3 * i];
            _done = new ulong[count];
        }

        /// <summary>Takes a scan's header: number of components, id and tables of each, first and last coefficient, bits left out.</summary>
        public readonly void Add(ReadOnlySpan<byte> scan)
        {
            int count = scan.IsEmpty ? 0 : scan[0];
            if (_done is null || scan.Length < 4 + 2 * count)
                return;
            int first = scan[1 + 2 * count], last = Math.Min((int)scan[2 + 2 * count], 63), bitsLeft = scan[3 + 2 * count] & 15;
            ulong covered = !_progressive ? AllCoefficients : bitsLeft > 0 || first > last ? 0 : AllCoefficients >> (63 - last) & AllCoefficients << first;
            for (int i = 0; i < count; i++)
            {
                int component = _components.AsSpan().IndexOf(scan[1 + 2 * i]);
                if (component >= 0)
                    _done[component] |= covered;
            }
        }
    }
}
