using System.Globalization;
using Senet.Graph;

namespace Senet.Data;

/// <summary>
/// The binary version of CIFAR-10 (data_batch_1.bin ... and test_batch.bin) or CIFAR-100 (train.bin and test.bin, fine
/// labels): 32 x 32 RGB images, held in memory.
/// </summary>
/// <remarks>
/// A record is one label byte (CIFAR-10) or a coarse and a fine one (CIFAR-100), then 1024 bytes each of red, green and blue
/// in row order: 3073 or 3074 bytes (https://www.cs.toronto.edu/~kriz/cifar.html). Class names come from batches.meta.txt
/// or fine_label_names.txt; without the file CIFAR-10's known names, or "0" to "99", are used. Classes keep the order of
/// the labels.
/// </remarks>
public sealed class CifarBinarySource : IImageSource
{
    const int Side = 32;
    const int PixelBytes = 3 * Side * Side;

    static readonly string[] Cifar10Names =
        ["airplane", "automobile", "bird", "cat", "deer", "dog", "frog", "horse", "ship", "truck"];

    readonly string[] _files;
    readonly byte[][] _batches;
    // First image of each batch, and the total at the end.
    readonly int[] _starts;
    readonly int _labelBytes;

    CifarBinarySource(string[] files, byte[][] batches, int labelBytes, IReadOnlyList<string> classes)
    {
        _files = files;
        _batches = batches;
        _labelBytes = labelBytes;
        Classes = classes;
        _starts = new int[batches.Length + 1];
        for (int i = 0; i < batches.Length; i++)
            _starts[i + 1] = _starts[i] + batches[i].Length / RecordBytes;
    }

    /// <summary>Class names in the order of the labels.</summary>
    public IReadOnlyList<string> Classes { get; }

    /// <inheritdoc/>
    public int Count => _starts[^1];

    int RecordBytes => _labelBytes + PixelBytes;

    /// <summary>Whether <paramref name="folder"/> holds a file named as in the binary version of CIFAR-10 or CIFAR-100.</summary>
    public static bool IsCifarFolder(string folder) => TrainFiles(folder).Length > 0 || TestFile(folder) is not null;

    /// <summary>Reads the training images in <paramref name="folder"/>.</summary>
    /// <exception cref="SenetException">A file is missing, cannot be read, has a wrong length or an impossible label.</exception>
    public static CifarBinarySource OpenTrain(string folder)
    {
        string[] files = TrainFiles(folder);
        if (files.Length == 0)
            throw new SenetException($"{folder}: no training images: expected data_batch_1.bin ... (CIFAR-10) or train.bin (CIFAR-100)");
        return Read(folder, files);
    }

    /// <summary>Reads the test images in <paramref name="folder"/>.</summary>
    /// <exception cref="SenetException">A file is missing, cannot be read, has a wrong length or an impossible label.</exception>
    public static CifarBinarySource OpenTest(string folder)
    {
        string file = TestFile(folder)
            ?? throw new SenetException($"{folder}: no test images: expected test_batch.bin (CIFAR-10) or test.bin (CIFAR-100)");
        return Read(folder, [file]);
    }

    /// <inheritdoc/>
    public int Label(int index) => Record(index, out _)[_labelBytes - 1];

    /// <inheritdoc/>
    public string Describe(int index)
    {
        Record(index, out int batch);
        return string.Create(CultureInfo.InvariantCulture, $"{_files[batch]}, image {index - _starts[batch]}");
    }

    /// <inheritdoc/>
    public ImagePixels Load(int index, int channels, byte background) =>
        PixelConversion.FromPlanarRgb(Record(index, out _)[_labelBytes..], Side, Side, channels);

    ReadOnlySpan<byte> Record(int index, out int batch)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(index);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(index, Count);
        batch = 0;
        while (index >= _starts[batch + 1])
            batch++;
        return _batches[batch].AsSpan((index - _starts[batch]) * RecordBytes, RecordBytes);
    }

    internal static bool HasTest(string folder) => TestFile(folder) is not null;

    /// <summary>Paths of the training files; the data set notes when some of the five are missing.</summary>
    internal static string[] TrainFiles(string folder)
    {
        List<string> names = ImageFiles.Files(folder);
        List<string> batches = [.. names.Where(n => n.StartsWith("data_batch_", StringComparison.Ordinal) && n.EndsWith(".bin", StringComparison.Ordinal))];
        if (batches.Count == 0 && names.Contains("train.bin"))
            batches.Add("train.bin");
        return [.. batches.Select(n => Path.Join(folder, n))];
    }

    static string? TestFile(string folder)
    {
        List<string> names = ImageFiles.Files(folder);
        string? name = names.Contains("test_batch.bin") ? "test_batch.bin" : names.Contains("test.bin") ? "test.bin" : null;
        return name is null ? null : Path.Join(folder, name);
    }

    static CifarBinarySource Read(string folder, string[] files)
    {
        bool fine = Path.GetFileName(files[0]) is "train.bin" or "test.bin";
        int labelBytes = fine ? 2 : 1;
        string[] classes = fine
            ? Names(Path.Join(folder, "fine_label_names.txt")) ?? [.. Enumerable.Range(0, 100).Select(i => i.ToString(CultureInfo.InvariantCulture))]
            : Names(Path.Join(folder, "batches.meta.txt")) ?? Cifar10Names;
        CifarBinarySource source = new(files, [.. files.Select(f => ReadBatch(f, labelBytes))], labelBytes, classes);
        for (int i = 0; i < source.Count; i++)
        {
            if (source.Label(i) >= classes.Length)
            {
                throw new SenetException(string.Create(CultureInfo.InvariantCulture,
                    $"{source.Describe(i)}: label {source.Label(i)}; expected 0 to {classes.Length - 1}; the file is damaged or of another data set"));
            }
        }
        return source;
    }

    static byte[] ReadBatch(string file, int labelBytes)
    {
        byte[] bytes;
        try
        {
            bytes = File.ReadAllBytes(file);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new SenetException($"{file}: the file cannot be read: {ImageFiles.OneLine(e.Message)}", e);
        }
        int record = labelBytes + PixelBytes;
        if (bytes.Length == 0 || bytes.Length % record != 0)
        {
            throw new SenetException(string.Create(CultureInfo.InvariantCulture,
                $"{file}: {bytes.Length} bytes; expected a multiple of {record}, one record per image; download the file again"));
        }
        return bytes;
    }

    static string[]? Names(string file)
    {
        if (!File.Exists(file))
            return null;
        string[] names = [.. File.ReadLines(file).Select(l => l.Trim()).Where(l => l.Length > 0)];
        return names.Length > 0 ? names : null;
    }
}
