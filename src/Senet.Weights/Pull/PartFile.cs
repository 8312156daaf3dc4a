using Senet.Graph;

namespace Senet.Weights;

/// <summary>
/// The part of a file that is downloaded so far: <c>FILE.part</c>, with its <see cref="PartState"/> in <c>FILE.part.state</c>. While
/// it is open no other process has it. Its name only goes when the target is there, so that who waited for it looks there first.
/// </summary>
sealed class PartFile : IDisposable
{
    readonly FileStream _stream;
    readonly string _target;

    PartFile(FileStream stream, string target)
    {
        _stream = stream;
        _target = target;
        State = ReadState(StatePath(target));
        _stream.Position = Length;
    }

    /// <summary>Bytes that are here.</summary>
    public long Length => _stream.Length;

    /// <summary>What they are of; null where that is not known, so that they are of no use.</summary>
    public PartState? State { get; private set; }

    /// <summary>Whether all bytes of the file at <paramref name="url"/> are here.</summary>
    public bool IsCompleteFor(Uri url) => State is { Length: { } length } && length == Length && State.Url == url.AbsoluteUri;

    /// <summary>The part's path for a target.</summary>
    public static string PathFor(string target) => target + ".part";

    /// <summary>Creates the part of a target; null when there is one already.</summary>
    /// <exception cref="SenetException">It cannot be created.</exception>
    public static PartFile? TryCreate(string target) => TryOpen(target, FileMode.CreateNew, out _);

    /// <summary>Opens the part of a target; null where there is none, or it is in use.</summary>
    /// <exception cref="SenetException">It cannot be opened.</exception>
    public static PartFile? TryOpen(string target, out bool isInUse) => TryOpen(target, FileMode.Open, out isInUse);

    /// <summary>Whether a file could not be opened because another process has it.</summary>
    public static bool IsLocked(IOException exception) => OperatingSystem.IsWindows()
        // A sharing violation; EWOULDBLOCK of flock.
        ? (exception.HResult & 0xFFFF) == 0x20
        : exception.HResult == (OperatingSystem.IsMacOS() ? 35 : 11);

    /// <summary>Adds bytes at the end.</summary>
    /// <exception cref="SenetException">They cannot be written.</exception>
    public void Write(ReadOnlySpan<byte> bytes)
    {
        try
        {
            _stream.Write(bytes);
        }
        catch (Exception exception) when (FileErrors.IsFileError(exception))
        {
            throw FileErrors.Writing(PathFor(_target), exception);
        }
    }

    /// <summary>Empties the part, which becomes one of <paramref name="state"/>'s file.</summary>
    /// <exception cref="SenetException">It cannot be written.</exception>
    public void Restart(PartState? state)
    {
        try
        {
            if (Length > 0)
                _stream.SetLength(0);
            State = state;
            if (state is null)
                File.Delete(StatePath(_target));
            else
                File.WriteAllText(StatePath(_target), state.ToString());
        }
        catch (Exception exception) when (FileErrors.IsFileError(exception))
        {
            throw FileErrors.Writing(PathFor(_target), exception);
        }
    }

    /// <summary>Reads the part from its beginning.</summary>
    /// <exception cref="SenetException">It cannot be read.</exception>
    public T Read<T>(Func<Stream, T> read)
    {
        try
        {
            _stream.Position = 0;
            return read(_stream);
        }
        catch (Exception exception) when (FileErrors.IsFileError(exception))
        {
            throw FileErrors.Reading(PathFor(_target), exception);
        }
    }

    /// <summary>Gives the part its final name.</summary>
    /// <exception cref="SenetException">It cannot be written or renamed.</exception>
    public void Complete() => Conclude(() =>
    {
        _stream.Flush(flushToDisk: true);
        // Renamed before it is closed: nobody else ever has it under its old name.
        File.Move(PathFor(_target), _target, overwrite: true);
    });

    /// <summary>Deletes the part, when what was wanted of it is where those who wait for it look first.</summary>
    /// <exception cref="SenetException">It cannot be deleted.</exception>
    public void Delete() => Conclude(() => File.Delete(PathFor(_target)));

    /// <summary>Closes the part, which stays for a later attempt.</summary>
    public void Dispose() => _stream.Dispose();

    void Conclude(Action conclude)
    {
        try
        {
            conclude();
            File.Delete(StatePath(_target));
        }
        catch (Exception exception) when (FileErrors.IsFileError(exception))
        {
            throw FileErrors.Writing(_target, exception);
        }
    }

    static string StatePath(string target) => PathFor(target) + ".state";

    static PartFile? TryOpen(string target, FileMode mode, out bool isInUse)
    {
        isInUse = false;
        try
        {
            // On Windows a file that is renamed while it is open must share Delete, and without Write no other writer gets it;
            // elsewhere None is the exclusive lock.
            FileShare share = OperatingSystem.IsWindows() ? FileShare.Delete : FileShare.None;
            var stream = new FileStream(PathFor(target), mode, FileAccess.ReadWrite, share, bufferSize: 0);
            return new(stream, target);
        }
        catch (FileNotFoundException)
        {
            return null;
        }
        catch (IOException exception) when (IsLocked(exception) || (mode == FileMode.CreateNew && IsThere(exception)))
        {
            isInUse = true;
            return null;
        }
        catch (Exception exception) when (FileErrors.IsFileError(exception))
        {
            throw FileErrors.Writing(PathFor(target), exception);
        }
    }

    // Not asked of the file system, where it may be renamed meanwhile: ERROR_FILE_EXISTS and EEXIST.
    static bool IsThere(IOException exception) => (exception.HResult & 0xFFFF) == (OperatingSystem.IsWindows() ? 0x50 : 17);

    static PartState? ReadState(string path)
    {
        try
        {
            return PartState.Parse(File.ReadAllText(path));
        }
        catch (Exception exception) when (FileErrors.IsFileError(exception))
        {
            return null;
        }
    }
}
