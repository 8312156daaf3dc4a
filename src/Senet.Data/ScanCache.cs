using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace Senet.Data;

/// <summary>
/// Remembers which files a scan could decode, so that the next scan reads only files that are new or have changed: other length
/// or time of change. Files that could not be decoded are not remembered; they are looked at every time.
/// </summary>
/// <remarks>
/// One file for a data set, 60 bytes an image. It is replaced whole, so a killed process leaves the old one; of two processes at
/// once, the last to finish wins. Nothing is lost with it but time: a file that cannot be read or written counts as empty.
/// </remarks>
public sealed class ScanCache
{
    // To be raised when the decoder refuses what it took before.
    const int DecoderVersion = 1;
    const int HeaderBytes = 16;
    static readonly TimeSpan s_lifetime = TimeSpan.FromDays(180);
    static readonly string[] s_formats = ["", "JPEG", "PNG", "GIF", "BMP", "WebP", "ICO"];

    readonly string _file;
    readonly int _leastImages;
    readonly Record[] _known; // ascending keys
    readonly Lock _lock = new();
    readonly Dictionary<UInt128, Record> _found = [];
    int _reused;

    ScanCache(string file, Record[] known, int leastImages)
    {
        _leastImages = leastImages;
        _file = file;
        _known = known;
    }

    /// <summary>Number of images whose findings were taken from the cache since it was opened.</summary>
    public int Reused => _reused;

    /// <summary>Opens the cache of a data set.</summary>
    /// <param name="folder">Folder that holds such caches; created when something is saved.</param>
    /// <param name="data">The data set's path, as the user gave it.</param>
    /// <param name="forget">Whether to start empty.</param>
    /// <param name="leastImages">Fewer images than this are scanned in a moment and not worth a file.</param>
    public static ScanCache Open(string folder, string data, bool forget = false, int leastImages = 0)
    {
        ArgumentNullException.ThrowIfNull(folder);
        ArgumentNullException.ThrowIfNull(data);
        string name = ContentHash.Of(Path.TrimEndingDirectorySeparator(Path.GetFullPath(data))).ToString("x32", System.Globalization.CultureInfo.InvariantCulture);
        string file = Path.Combine(folder, name + ".scan");
        return new(file, forget ? [] : Read(file), leastImages);
    }

    /// <summary>Writes what was found; called when a scan ends, also by interruption. A failure is ignored.</summary>
    public void Save()
    {
        string temporary = $"{_file}.{Environment.ProcessId}";
        try
        {
            Record[] records;
            lock (_lock)
            {
                if (_found.Count == 0 || _found.Count + _known.Length < _leastImages)
                    return;
                records = [.. _known.Where(r => !_found.ContainsKey(r.Key)), .. _found.Values];
            }
            Array.Sort(records, static (a, b) => a.Key.CompareTo(b.Key));
            Directory.CreateDirectory(Path.GetDirectoryName(_file)!);
            using (FileStream stream = File.Create(temporary))
            {
                Span<byte> header = stackalloc byte[HeaderBytes];
                WriteHeader(header, records.Length);
                stream.Write(header);
                stream.Write(MemoryMarshal.AsBytes<Record>(records));
            }
            File.Move(temporary, _file, overwrite: true);
            foreach (FileInfo old in new DirectoryInfo(Path.GetDirectoryName(_file)!).EnumerateFiles("*.scan"))
            {
                if (DateTime.UtcNow - old.LastWriteTimeUtc > s_lifetime)
                    old.Delete(); // of a data set that is not used any more
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            try
            {
                File.Delete(temporary);
            }
            catch (Exception left) when (left is IOException or UnauthorizedAccessException)
            {
                // It is in a folder of things that can be deleted.
            }
        }
    }

    internal bool TryFind(UInt128 key, FileStatus status, bool upright, out ScannedImage image)
    {
        image = default;
        int index = Array.BinarySearch(_known, new Record { Key = key }, s_byKey);
        if (index < 0)
            return false;
        Record record = _known[index];
        if (record.Length != status.Length || record.Modified != status.Modified || record.Format >= s_formats.Length)
            return false;
        Interlocked.Increment(ref _reused);
        bool turned = upright && record.Orientation > 4;
        image = new ScannedImage
        {
            Width = turned ? record.Height : record.Width,
            Height = turned ? record.Width : record.Height,
            Channels = record.Channels,
            Format = record.Format == 0 ? null : s_formats[record.Format],
            Bytes = record.Length,
            Content = record.Content,
        };
        return true;
    }

    /// <summary>Remembers a file that was decoded.</summary>
    /// <param name="key">Its path's hash.</param>
    /// <param name="status">Its state before it was read.</param>
    /// <param name="image">What was found.</param>
    /// <param name="width">Width as stored.</param>
    /// <param name="height">Height as stored.</param>
    /// <param name="orientation">EXIF orientation, 1 .. 8.</param>
    internal void Add(UInt128 key, FileStatus status, ScannedImage image, int width, int height, int orientation)
    {
        Record record = new()
        {
            Key = key,
            Content = image.Content,
            Length = status.Length,
            Modified = status.Modified,
            Width = width,
            Height = height,
            Channels = (byte)image.Channels,
            Orientation = (byte)orientation,
            Format = (byte)Math.Max(0, Array.IndexOf(s_formats, image.Format)),
        };
        lock (_lock)
            _found[key] = record;
    }

    static readonly Comparer<Record> s_byKey = Comparer<Record>.Create(static (a, b) => a.Key.CompareTo(b.Key));

    static void WriteHeader(Span<byte> header, int count)
    {
        "SENETSCN"u8.CopyTo(header);
        BinaryPrimitives.WriteInt32LittleEndian(header[8..], DecoderVersion);
        BinaryPrimitives.WriteInt32LittleEndian(header[12..], count);
    }

    static unsafe Record[] Read(string file)
    {
        try
        {
            if (!File.Exists(file) || !BitConverter.IsLittleEndian)
                return [];
            byte[] bytes = File.ReadAllBytes(file);
            int count = Math.Max(0, bytes.Length - HeaderBytes) / sizeof(Record);
            Span<byte> expected = stackalloc byte[HeaderBytes];
            WriteHeader(expected, count);
            if (bytes.Length != HeaderBytes + (long)count * sizeof(Record) || !bytes.AsSpan(0, HeaderBytes).SequenceEqual(expected))
                return [];
            Record[] records = MemoryMarshal.Cast<byte, Record>(bytes.AsSpan(HeaderBytes)).ToArray();
            for (int i = 1; i < records.Length; i++)
            {
                if (records[i - 1].Key >= records[i].Key)
                    return [];
            }
            return records;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or OutOfMemoryException)
        {
            return [];
        }
    }

    [StructLayout(LayoutKind.Sequential, Pack = 1)]
    struct Record
    {
        public UInt128 Key;
        public UInt128 Content;
        public long Length;
        public long Modified;
        public int Width;
        public int Height;
        public byte Channels;
        public byte Orientation;
        public byte Format;
        public byte Unused;
    }
}
