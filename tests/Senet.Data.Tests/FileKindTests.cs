using System.Diagnostics;
using System.Net.Sockets;
using Senet.Tests;

namespace Senet.Data.Tests;

/// <summary>Paths that lead to no plain file, and names that are hard to print.</summary>
public sealed class FileKindTests : IDisposable
{
    readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void DecodeFile_Pipe_IsRefusedAtOnce()
    {
        OnlyOnLinux();
        string pipe = _folder["a/pipe.jpg"];
        Run("mkfifo", pipe);
        Assert.Equal("this is a named pipe, not a file", Reason(pipe));
        TestData.Tree(_folder.Path, 2, "a", "b");
        ScanReport report = DataScanner.Scan(FolderSource.Open(_folder.Path), 3, 255, 2, null, TestContext.Current.CancellationToken);
        Assert.Equal((5, 1), (report.Count, report.Bad.Count));
    }

    [Fact]
    public void DecodeFile_SocketDeviceAndFolder_AreRefusedByKind()
    {
        OnlyOnLinux();
        string path = _folder["s.jpg"];
        using Socket socket = new(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        socket.Bind(new UnixDomainSocketEndPoint(path));
        Assert.Equal("this is a socket, not a file", Reason(path));
        File.CreateSymbolicLink(_folder["zero.jpg"], "/dev/zero");
        Assert.Equal("this is a device, not a file", Reason(_folder["zero.jpg"]));
        Assert.Equal("this is a folder, not a file", Reason(_folder.Path));
    }

    [Fact]
    public void DecodeFile_Links_AreFollowedOrNamed()
    {
        TestData.Image(_folder["real.png"]);
        File.CreateSymbolicLink(_folder["link.png"], "real.png");
        File.CreateSymbolicLink(_folder["broken.png"], "nowhere.png");
        File.CreateSymbolicLink(_folder["loop.png"], "loop.png");
        Assert.Equal(4, ImageDecoder.DecodeFile(_folder["link.png"], 3, 255).Width);
        Assert.Equal("this is a link to 'nowhere.png', which does not exist", Reason(_folder["broken.png"]));
        Assert.Contains("link", Reason(_folder["loop.png"]), StringComparison.Ordinal);
        Assert.Equal("there is no such file", Reason(_folder["missing.png"]));
        Assert.Equal("this is no valid path", Reason("a\0b.png"));
        Assert.Equal("this is no valid path", Reason(""));
    }

    [Fact]
    public void DecodeFile_WithoutPermission_SaysSo()
    {
        TestData.Image(_folder["a.png"]);
        if (OperatingSystem.IsWindows())
            Assert.Skip("Windows has no file modes");
        else
            File.SetUnixFileMode(_folder["a.png"], UnixFileMode.None);
        if (Environment.UserName == "root")
            Assert.Skip("root reads every file");
        Assert.Equal("the permission to read the file is missing", Reason(_folder["a.png"]));
    }

    [Fact]
    public void DecodeFile_LargeFileThatIsNoImage_IsNotRead()
    {
        string path = _folder["large.jpg"];
        using (FileStream file = File.Create(path))
        {
            file.Write("MZ"u8);
            file.SetLength(3L << 30); // sparse, and more than an array holds
        }
        Assert.Contains("3221225472 bytes are more than", Reason(path), StringComparison.Ordinal);
        using (FileStream file = File.OpenWrite(path))
            file.SetLength(1L << 30);
        long before = GC.GetAllocatedBytesForCurrentThread();
        Assert.Equal("this is no image of a known kind (first bytes 4D5A000000000000)", Reason(path));
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 50_000_000);
    }

    [Theory]
    [InlineData("line\nbreak.png", @"line\nbreak.png")]
    [InlineData("tab\tand\u001Bescape.png", @"tab\tand\u001Bescape.png")]
    [InlineData("right\u202Eto left.png", @"right\u202Eto left.png")]
    [InlineData("日本語 ünï 🙂 [x].tar.gz.png", "日本語 ünï 🙂 [x].tar.gz.png")]
    public void Message_IsOneLineAndNamesTheFile(string name, string printed)
    {
        Assert.Equal(printed, ImageFiles.Printable(name));
        File.WriteAllText(_folder[$"a/{name}"], "x");
        TestData.Tree(_folder.Path, 1, "a", "b");
        FolderSource source = FolderSource.Open(_folder.Path);
        int index = Enumerable.Range(0, source.Count).Single(i => Path.GetFileName(source.Describe(i)) == name);
        ImageDecodeException error = Assert.Throws<ImageDecodeException>(() => source.Load(index, 3, 255));
        Assert.Equal($"{_folder.Path}{Path.DirectorySeparatorChar}a/{printed}: this is text, not an image: it begins 'x'", error.Message);
        Assert.EndsWith(name, error.Image, StringComparison.Ordinal);
    }

    [Fact]
    public void Printable_HalvesOfPairs_AreEscaped() => Assert.Equal(@"a\uD83Db\uDE42🙂", ImageFiles.Printable("a\uD83Db\uDE42🙂"));

    [Fact]
    public void Open_NameThatIsNotUtf8_IsListedAndNamed()
    {
        OnlyOnLinux();
        TestData.Tree(_folder.Path, 1, "a", "b");
        Run("sh", "-c", $"cp '{_folder["a/00.png"]}' \"$(printf '{_folder.Path}/a/caf\\351.png')\"");
        FolderSource source = FolderSource.Open(_folder.Path);
        Assert.Equal(3, source.Count);
        Assert.Equal("the name is not valid UTF-8, so the file cannot be opened; rename it",
            Assert.Throws<ImageDecodeException>(() => source.Load(1, 3, 255)).Reason);
    }

    [Fact]
    public void Open_VeryLongPath_IsRead()
    {
        string deep = string.Join('/', Enumerable.Repeat(new string('d', 200), 12));
        TestData.Image(_folder[$"a/{deep}/x.png"]);
        TestData.Tree(_folder.Path, 1, "b");
        FolderSource source = FolderSource.Open(_folder.Path);
        Assert.Equal(2, source.Count);
        Assert.Equal(4, source.Load(0, 3, 255).Width);
    }

    static void OnlyOnLinux()
    {
        if (!OperatingSystem.IsLinux())
            Assert.Skip("named pipes, devices and file modes are tested on Linux");
    }

    static void Run(string program, params string[] arguments)
    {
        using Process process = Process.Start(program, arguments);
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }

    static string Reason(string path) => Assert.Throws<ImageDecodeException>(() => ImageDecoder.DecodeFile(path, 3, 255)).Reason;
}
