using System.Diagnostics;
using Senet.Tests;
using Senet.Torch.Native;
using Senet.Weights;
using TorchSharp;

namespace Senet.Torch.Tests.Native;

public sealed class TorchRuntimeTests
{
    [Fact]
    public void EnsureLoaded_ThisSystem_TensorSumComputes()
    {
        TorchRuntime.EnsureLoaded();
        TorchRuntime.EnsureLoaded();
        using torch.Tensor sum = torch.ones(2, 3).sum();
        Assert.Equal(6f, sum.item<float>());
    }

    // Where a virtual machine hides the processor's caches, libtorch's single precision was wrong in the first digit or crashed here.
    [Theory]
    [InlineData(3, 64, 7, 2, 64, 1)]
    [InlineData(64, 64, 3, 1, 56, 1)]
    [InlineData(64, 256, 1, 1, 28, 1)]
    [InlineData(128, 128, 3, 2, 56, 1)]
    [InlineData(512, 512, 3, 1, 7, 1)]
    [InlineData(128, 128, 3, 1, 28, 32)]
    [InlineData(128, 128, 3, 1, 28, 128)]
    [InlineData(16, 32, 3, 2, 32, 1)]
    [InlineData(33, 47, 5, 1, 17, 1)]
    public void EnsureLoaded_ThisSystem_ConvolvesInSingleAsInDouble(int inputs, int outputs, int kernel, int stride, int size, int groups)
    {
        TorchRuntime.EnsureLoaded();
        using DisposeScope scope = torch.NewDisposeScope();
        torch.Tensor images = torch.sin(torch.arange(2L * inputs * size * size, torch.float64)).reshape(2, inputs, size, size);
        torch.Tensor filters = torch.cos(torch.arange((long)outputs * inputs / groups * kernel * kernel, torch.float64)).reshape(outputs, inputs / groups, kernel, kernel);
        torch.Tensor[] exact = ConvolveAndDerive(torch.float64), single = ConvolveAndDerive(torch.float32);
        for (int i = 0; i < exact.Length; i++)
            Assert.InRange(((single[i].to(torch.float64) - exact[i]).norm() / exact[i].norm()).item<double>(), 0, 1e-5);

        torch.Tensor[] ConvolveAndDerive(torch.ScalarType type)
        {
            torch.Tensor x = images.detach().to(type).requires_grad_(true), w = filters.detach().to(type).requires_grad_(true);
            torch.Tensor y = torch.nn.functional.conv2d(x, w, strides: [stride, stride], padding: [kernel / 2, kernel / 2], groups: groups);
            (y * y).sum().backward();
            return [y, x.grad!, w.grad!];
        }
    }

    [Fact]
    public void EnsureLoaded_SystemWithoutTheVersion_ThePatchedCopyIsTheOneLoaded()
    {
        ShippedLibrary.RequireSystemThatNeedsThePatch();
        TorchRuntime.EnsureLoaded();
        string loaded = LoadedLibraries.Find("libLibTorchSharp.so")!;
        Assert.Equal(PatchedLibrary.PathFor(SenetCache.Folder, ShippedLibrary.Read().Bytes, "libLibTorchSharp.so"), loaded);
        TorchRuntimeReport report = TorchRuntime.Describe();
        Assert.True(report.IsPatched);
        Assert.Contains("lacks GLIBCXX_3.4.32, which libLibTorchSharp.so names but does not use", report.PatchReason, StringComparison.Ordinal);
    }

    [Fact]
    public void Describe_ThisSystem_SaysWhereEverythingIs()
    {
        TorchRuntimeReport report = TorchRuntime.Describe();
        Assert.Null(report.Error);
        Assert.True(report.IsLoaded);
        Assert.StartsWith("0.107.0", report.TorchSharpVersion, StringComparison.Ordinal);
        Assert.StartsWith("2.10.0", report.LibtorchVersion!, StringComparison.Ordinal);
        Assert.True(File.Exists(report.LibraryPath));
        Assert.True(File.Exists(Path.Combine(report.NativeFolder!, NativeFolders.FileName("torch_cpu"))));
        Assert.Equal(SenetCache.Folder, report.CacheFolder);
        if (OperatingSystem.IsLinux())
            Assert.StartsWith("GLIBCXX_3.4.", report.NewestGlibcxx!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task EnsureLoaded_SeveralProcessesWithOneEmptyCache_AllLoadAndLeaveOneGoodFile()
    {
        ShippedLibrary.RequireSystemThatNeedsThePatch();
        using TempFolder folder = new();
        (int ExitCode, string Output)[] runs = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => RunSumTest(folder.Path)));
        Assert.All(runs, run => Assert.True(run.ExitCode == 0, run.Output));
        string file = Assert.Single(Directory.GetFiles(folder.Path, "*", SearchOption.AllDirectories));
        Assert.Equal(PatchedLibrary.PathFor(folder.Path, ShippedLibrary.Read().Bytes, "libLibTorchSharp.so"), file);
    }

    [Fact]
    public async Task EnsureLoaded_CorruptCachedCopy_IsReplacedAndLoads()
    {
        ShippedLibrary.RequireSystemThatNeedsThePatch();
        using TempFolder folder = new();
        string path = PatchedLibrary.PathFor(folder.Path, ShippedLibrary.Read().Bytes, "libLibTorchSharp.so");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        await File.WriteAllTextAsync(path, "not a library", TestContext.Current.CancellationToken);
        (int exitCode, string output) = await RunSumTest(folder.Path);
        Assert.True(exitCode == 0, output);
        Assert.Equal(ShippedLibrary.Read().Bytes.Length, new FileInfo(path).Length);
    }

    [Fact]
    public async Task EnsureLoaded_UnwritableCache_IsOneClearLine()
    {
        ShippedLibrary.RequireSystemThatNeedsThePatch();
        using TempFolder folder = new();
        await File.WriteAllTextAsync(folder["file"], "", TestContext.Current.CancellationToken);
        (int exitCode, string output) = await RunSumTest(folder["file"]);
        Assert.NotEqual(0, exitCode);
        Assert.Contains(folder["file"], output, StringComparison.Ordinal);
        Assert.Contains("the cache folder cannot be written", output, StringComparison.Ordinal);
        Assert.DoesNotContain("TypeInitializationException", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Find_MapsLines_GivesThePathOfTheNamedFile()
    {
        string[] lines =
        [
            "7f0000000000-7f0000001000 rw-p 00000000 00:00 0 ",
            "7f0000002000-7f0000003000 r--p 00000000 08:01 42                         /opt/my libs/libstdc++.so.6.0.30",
            "7f0000004000-7f0000005000 rw-p 00000000 00:00 0                          [stack]",
        ];
        Assert.Equal("/opt/my libs/libstdc++.so.6.0.30", LoadedLibraries.Find(lines, "libstdc++.so.6"));
        Assert.Null(LoadedLibraries.Find(lines, "libc10.so"));
    }

    [Fact]
    public void LoaderCause_MessagesOfTheRuntime_KeepsWhatTheLoaderSaid()
    {
        Assert.Equal("/a/lib.so: failed to map segment from shared object", TorchRuntime.LoaderCause(
            "Unable to load shared library '/a/lib.so' or one of its dependencies. In order to help diagnose loading problems, consider using a tool like strace. " +
            "If you're using glibc, consider setting the LD_DEBUG environment variable: \n/a/lib.so: failed to map segment from shared object\n"));
        Assert.Equal("Unable to load DLL 'a.dll': The specified procedure could not be found. (0x8007007F)", TorchRuntime.LoaderCause(
            "Unable to load DLL 'a.dll': The specified procedure could not be found. (0x8007007F)"));
    }

    /// <summary>Runs the sum test of this class in a process of its own with the cache folder given.</summary>
    static async Task<(int ExitCode, string Output)> RunSumTest(string cacheFolder)
    {
        ProcessStartInfo start = new(Environment.ProcessPath!) { RedirectStandardOutput = true, RedirectStandardError = true };
        if (Path.GetFileNameWithoutExtension(Environment.ProcessPath) == "dotnet")
            start.ArgumentList.Add(typeof(TorchRuntimeTests).Assembly.Location);
        start.ArgumentList.Add("-method");
        start.ArgumentList.Add($"{typeof(TorchRuntimeTests).FullName}.{nameof(EnsureLoaded_ThisSystem_TensorSumComputes)}");
        start.Environment[SenetCache.Variable] = cacheFolder;
        using Process process = Process.Start(start)!;
        Task<string> error = process.StandardError.ReadToEndAsync(TestContext.Current.CancellationToken);
        string output = await process.StandardOutput.ReadToEndAsync(TestContext.Current.CancellationToken);
        await process.WaitForExitAsync(TestContext.Current.CancellationToken);
        return (process.ExitCode, output + await error);
    }
}
