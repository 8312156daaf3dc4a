namespace Senet.Tests;

/// <summary>A folder that is deleted with everything in it when the test ends.</summary>
sealed class TempFolder : IDisposable
{
    public TempFolder() => Path = Directory.CreateTempSubdirectory("senet-test-").FullName;

    public string Path { get; }

    /// <summary>Full path of a file or folder inside; its parent folders are created.</summary>
    public string this[string relative]
    {
        get
        {
            string path = System.IO.Path.Combine(Path, relative);
            Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
            return path;
        }
    }

    public void Dispose()
    {
        try
        {
            Directory.Delete(Path, recursive: true);
        }
        catch (IOException)
        {
            // A straggling file handle must not turn a passed test into a failure.
        }
    }
}
