using System.Runtime.InteropServices;
using Senet.Graph;
using Architecture = System.Runtime.InteropServices.Architecture;

namespace Senet.Torch.Native;

/// <summary>Finds the native libraries of TorchSharp and libtorch.</summary>
static class NativeFolders
{
    /// <summary>File name of a native library on this system: <c>torch_cpu</c> is <c>libtorch_cpu.so</c> on Linux.</summary>
    public static string FileName(string name) =>
        OperatingSystem.IsWindows() ? $"{name}.dll" : OperatingSystem.IsMacOS() ? $"lib{name}.dylib" : $"lib{name}.so";

    /// <summary>The runtime identifier of TorchSharp's packages for this process, such as <c>linux-x64</c>.</summary>
    public static string Rid
    {
        get
        {
            string os = OperatingSystem.IsWindows() ? "win" : OperatingSystem.IsMacOS() ? "osx" : "linux";
            string architecture = RuntimeInformation.ProcessArchitecture switch
            {
                Architecture.X64 => "x64",
                Architecture.Arm64 => "arm64",
                Architecture.X86 => "x86",
                Architecture other => other.ToString(),
            };
            return $"{os}-{architecture}";
        }
    }

    /// <summary>Folders that may hold native libraries, in order of preference.</summary>
    public static IEnumerable<string> Candidates()
    {
        yield return AppContext.BaseDirectory;
        yield return Path.Combine(AppContext.BaseDirectory, "runtimes", Rid, "native");
        if (AppContext.GetData("NATIVE_DLL_SEARCH_DIRECTORIES") is string directories)
        {
            foreach (string folder in directories.Split(Path.PathSeparator, StringSplitOptions.RemoveEmptyEntries))
                yield return folder;
        }
        foreach (string folder in PackageFolders(Path.GetDirectoryName(typeof(TorchSharp.torch).Assembly.Location)))
            yield return folder;
    }

    /// <summary>Full path of the first file of that name in the folders, or null.</summary>
    public static string? Find(string fileName, IEnumerable<string> folders) =>
        folders.Select(folder => Path.Combine(folder, fileName)).FirstOrDefault(File.Exists);

    /// <summary>Full path of a native library.</summary>
    /// <exception cref="SenetException">No candidate folder holds it.</exception>
    public static string Require(string name, string package) => Find(FileName(name), Candidates()) ?? throw new SenetException(
        $"{FileName(name)}: not found beside the program ({Path.Combine(AppContext.BaseDirectory, "runtimes", Rid, "native")}); " +
        (IsSupported ? $"reference the package {package} and build again" : $"TorchSharp has no native library for {Rid}: use linux-x64, win-x64 or osx-arm64"));

    static bool IsSupported => Rid is "linux-x64" or "win-x64" or "win-arm64" or "osx-arm64";

    /// <summary>Last resort, for hosts that load assemblies from the package cache: .../torchsharp/version/lib/framework/TorchSharp.dll.</summary>
    static IEnumerable<string> PackageFolders(string? assemblyFolder)
    {
        if (string.IsNullOrEmpty(assemblyFolder))
            yield break;
        yield return assemblyFolder;
        string package = Path.GetFullPath(Path.Combine(assemblyFolder, "..", ".."));
        yield return Path.Combine(package, "runtimes", Rid, "native");
        string versions = Path.GetFullPath(Path.Combine(package, "..", "..", $"libtorch-cpu-{Rid}"));
        if (!Directory.Exists(versions))
            yield break;
        foreach (string version in Directory.EnumerateDirectories(versions).OrderDescending(StringComparer.Ordinal))
            yield return Path.Combine(version, "runtimes", Rid, "native");
    }
}
