using System.Buffers.Binary;
using System.Globalization;
using System.IO.Compression;
using Senet.Graph;

namespace Senet.Data;

/// <summary>
/// Grey 8-bit images and their labels in IDX files, the format of MNIST and its relatives. Both files may be
/// gzip-compressed; that is told by the first bytes (1f 8b), not by the name. Everything is held in memory.
/// </summary>
/// <remarks>
/// The format: two zero bytes, 08 for unsigned bytes, the number of dimensions, each dimension as a big-endian 32-bit
/// number, then the values (http://yann.lecun.com/exdb/mnist/).
/// </remarks>
public sealed class IdxSource : IImageSource
{
    readonly string _images;
    readonly byte[] _pixels;
    readonly byte[] _labels;

    IdxSource(string images, byte[] pixels, byte[] labels, int height, int width)
    {
        _images = images;
        _pixels = pixels;
        _labels = labels;
        Height = height;
        Width = width;
    }

    /// <summary>Height of every image in pixels.</summary>
    public int Height { get; }

    /// <summary>Width of every image in pixels.</summary>
    public int Width { get; }

    /// <inheritdoc/>
    public int Count => _labels.Length;

    /// <inheritdoc/>
    public int NativeChannels => 1;

    /// <summary>Reads an images file and its labels file.</summary>
    /// <param name="imagesFile">For instance train-images-idx3-ubyte.gz.</param>
    /// <param name="labelsFile">For instance train-labels-idx1-ubyte.gz.</param>
    /// <exception cref="SenetException">
    /// A file is missing, is not an IDX file of the expected kind, is shorter or longer than its header says, is a damaged
    /// gzip file, or the two files' counts differ.
    /// </exception>
    public static IdxSource Open(string imagesFile, string labelsFile)
    {
        ArgumentNullException.ThrowIfNull(imagesFile);
        ArgumentNullException.ThrowIfNull(labelsFile);
        (int[] shape, byte[] pixels) = Read(imagesFile, dimensions: 3, "images");
        (int[] counts, byte[] labels) = Read(labelsFile, dimensions: 1, "labels");
        if (shape[0] != counts[0])
        {
            throw new SenetException(string.Create(CultureInfo.InvariantCulture,
                $"{imagesFile}: {shape[0]} images, but {labelsFile} holds {counts[0]} labels; expected equal counts; take both files from the same release"));
        }
        return new IdxSource(imagesFile, pixels, labels, shape[1], shape[2]);
    }

    /// <summary>The label as it is in the labels file, 0 .. 255.</summary>
    public int Label(int index) => _labels[index];

    /// <inheritdoc/>
    public string Describe(int index) => string.Create(CultureInfo.InvariantCulture, $"{_images}, image {index}");

    /// <inheritdoc/>
    public ImagePixels Load(int index, int channels, byte background)
    {
        int size = Height * Width;
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
        return PixelConversion.FromGrey(_pixels.AsSpan(index * size, size), Width, Height, channels);
    }

    static (int[] Shape, byte[] Values) Read(string file, int dimensions, string what)
    {
        if (!File.Exists(file))
            throw new SenetException($"{file}: no such file; expected an IDX file of {what}");
        try
        {
            using FileStream stream = File.OpenRead(file);
            // No deflate stream expands further than this; the bound keeps a lying header from allocating gigabytes.
            const int MostExpansion = 1032;
            bool gzip = stream.ReadByte() == 0x1f && stream.ReadByte() == 0x8b;
            stream.Position = 0;
            long mostBytes = gzip ? stream.Length * MostExpansion : stream.Length;
            using Stream data = gzip ? new GZipStream(stream, CompressionMode.Decompress) : stream;
            return Parse(data, file, dimensions, what, mostBytes);
        }
        catch (InvalidDataException e)
        {
            throw new SenetException($"{file}: the gzip data is damaged: {ImageFiles.OneLine(e.Message)}; download the file again", e);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SenetException($"{file}: the file cannot be read: {ImageFiles.OneLine(e.Message)}", e);
        }
    }

    static (int[] Shape, byte[] Values) Parse(Stream data, string file, int dimensions, string what, long mostBytes)
    {
        byte[] header = new byte[4 + 4 * dimensions];
        int got = data.ReadAtLeast(header, header.Length, throwOnEndOfStream: false);
        byte[] magic = [0, 0, 8, (byte)dimensions];
        if (got >= 4 && !header.AsSpan(0, 4).SequenceEqual(magic))
        {
            string found = Convert.ToHexStringLower(header.AsSpan(0, 4));
            string hint = (header[0], header[1], header[2], header[3]) switch
            {
                (0, 0, 8, 1) => " (a labels file)",
                (0, 0, 8, 3) => " (an images file)",
                _ => "",
            };
            throw new SenetException($"{file}: starts with {found}{hint}; expected {Convert.ToHexStringLower(magic)}, an IDX file of {what}");
        }
        if (got < header.Length)
            throw Truncated(file, got, header.Length);

        int[] shape = new int[dimensions];
        long total = 1;
        for (int i = 0; i < dimensions; i++)
        {
            uint extent = BinaryPrimitives.ReadUInt32BigEndian(header.AsSpan(4 + 4 * i));
            // The product stays below 2^62: it is checked to be below 2^31 before each factor of at most 2^31.
            if (extent == 0 || extent > int.MaxValue || (total *= extent) > Array.MaxLength)
            {
                throw new SenetException(string.Create(CultureInfo.InvariantCulture,
                    $"{file}: the header gives {extent} as dimension {i + 1}; expected between 1 and {Array.MaxLength} values in all; the file is empty or damaged"));
            }
            shape[i] = (int)extent;
        }
        if (header.Length + total > mostBytes)
            throw Truncated(file, mostBytes, header.Length + total, atMost: true);

        byte[] values = new byte[total];
        got = data.ReadAtLeast(values, values.Length, throwOnEndOfStream: false);
        if (got < total)
            throw Truncated(file, header.Length + got, header.Length + total);
        if (data.ReadByte() >= 0)
        {
            throw new SenetException(string.Create(CultureInfo.InvariantCulture,
                $"{file}: holds more than the {header.Length + total} bytes that its header announces; the file is damaged or not what it says"));
        }
        return (shape, values);
    }

    static SenetException Truncated(string file, long found, long expected, bool atMost = false) => new(string.Create(CultureInfo.InvariantCulture,
        $"{file}: truncated: {(atMost ? "at most " : "")}{found} bytes, expected {expected}; download the file again"));
}
