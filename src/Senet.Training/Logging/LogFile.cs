using Senet.Weights;

namespace Senet.Training.Logging;

/// <summary>A file that grows. Its errors are one line about the file; what is flushed survives the death of the process.</summary>
sealed class LogFile : IDisposable
{
    readonly string _path;
    readonly Stream _stream;

    /// <summary>Goes on with a file, or begins it.</summary>
    /// <param name="path">The file, in an existing folder.</param>
    /// <param name="kept">Says how many of an existing file's first bytes stay; the rest is cut off.</param>
    public LogFile(string path, Func<Stream, long> kept)
        : this(path, Open(path, kept))
    {
    }

    /// <summary>Writes to <paramref name="stream"/>, which it closes.</summary>
    internal LogFile(string path, Stream stream)
    {
        _path = path;
        _stream = stream;
    }

    /// <summary>Whether nothing was written yet, before or now.</summary>
    public bool IsEmpty => _stream.Position == 0;

    public void Write(ReadOnlySpan<byte> bytes)
    {
        try
        {
            _stream.Write(bytes);
        }
        catch (Exception error) when (FileErrors.IsFileError(error))
        {
            throw FileErrors.Writing(_path, error);
        }
    }

    public void Flush()
    {
        try
        {
            _stream.Flush();
        }
        catch (Exception error) when (FileErrors.IsFileError(error))
        {
            throw FileErrors.Writing(_path, error);
        }
    }

    public void Dispose()
    {
        try
        {
            _stream.Dispose();
        }
        catch (Exception error) when (FileErrors.IsFileError(error))
        {
            // Closing writes what is left in the buffer. The session flushes before it saves: nothing that counts is lost.
        }
    }

    static FileStream Open(string path, Func<Stream, long> kept)
    {
        FileStream? stream = null;
        try
        {
            // TensorBoard and spreadsheets may have it open.
            stream = new FileStream(path, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.ReadWrite | FileShare.Delete, bufferSize: 1 << 16);
            long length = kept(stream);
            stream.SetLength(length);
            stream.Position = length;
            return stream;
        }
        catch (Exception error)
        {
            stream?.Dispose();
            if (FileErrors.IsFileError(error))
                throw FileErrors.Writing(path, error);
            throw;
        }
    }
}
