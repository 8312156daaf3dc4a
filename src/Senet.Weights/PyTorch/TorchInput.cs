using System.Globalization;
using Microsoft.Win32.SafeHandles;
using Senet.Graph;

namespace Senet.Weights;

/// <summary>
/// An open PyTorch file: reads at a position, errors that start with the file's name, and the memory that its content may claim.
/// A file is not trusted to say how much it needs: whatever is kept for it is counted, and the sum may not leave the limit.
/// </summary>
sealed class TorchInput : IDisposable
{
    // On top of twice the file's size; ordinary files of any size need a few megabytes.
    const long Allowance = 48L << 20;

    readonly SafeFileHandle _file;
    long _memoryLeft;

    TorchInput(string path, SafeFileHandle file, long length)
    {
        Path = path;
        Length = length;
        _file = file;
        _memoryLeft = (2 * length) + Allowance;
    }

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>Its size in bytes.</summary>
    public long Length { get; }

    /// <summary>Opens a file for reading.</summary>
    public static TorchInput Open(string path)
    {
        // Delete is shared so that a file being read can be replaced on Windows too.
        SafeFileHandle file = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
        try
        {
            return new TorchInput(path, file, RandomAccess.GetLength(file));
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Fills the buffer from the file; a file that ends early is an error.</summary>
    public void ReadExactly(Span<byte> buffer, long position)
    {
        while (!buffer.IsEmpty)
        {
            int read = RandomAccess.Read(_file, buffer, position);
            if (read == 0)
                throw Bad($"ends at byte {position}, but more was to follow; the file is truncated, get it again");
            buffer = buffer[read..];
            position += read;
        }
    }

    /// <summary>Counts memory that is about to be used for the file's content.</summary>
    /// <exception cref="SenetException">The file asks for more than its size explains.</exception>
    public void Take(long bytes)
    {
        if (!Allows(bytes))
            throw Bad($"its content asks for more memory than {Length} bytes of file explain; the file is damaged or made to do harm");
        _memoryLeft -= bytes;
    }

    /// <summary>Whether that much memory may be used for a while beside what was taken.</summary>
    public bool Allows(long bytes) => bytes <= _memoryLeft;

    /// <summary>The error with the file's name in front.</summary>
    public SenetException Bad(FormattableString problem) => new($"{Path}: {problem.ToString(CultureInfo.InvariantCulture)}");

    /// <summary>Closes the file.</summary>
    public void Dispose() => _file.Dispose();
}
