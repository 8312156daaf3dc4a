using System.Reflection;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Senet.Graph;
using Senet.Torch.Native;
using Senet.Weights;
using TorchSharp;

namespace Senet.Torch;

/// <summary>
/// Loads libtorch and TorchSharp's native library, on systems with an older C++ runtime too. Call
/// <see cref="EnsureLoaded"/> before the first use of any TorchSharp type.
/// </summary>
/// <remarks>
/// TorchSharp 0.107.0 on Linux asks for GLIBCXX_3.4.32 without using it. Where the system's libstdc++ lacks it (Debian 12,
/// Ubuntu 22.04), a private copy in the cache folder is loaded whose only difference is that this one need is weak.
/// </remarks>
public static class TorchRuntime
{
    const string Library = "LibTorchSharp";

    /// <summary>libtorch in the order of its dependencies; what a build does not have is passed over.</summary>
    static readonly string[] s_libtorch = ["c10", "c10_cuda", "torch_cpu", "torch_cuda", "torch"];

    static readonly Lock s_lock = new();
    static volatile bool s_isLoaded;
    static bool s_isPatched;
    static string s_patchReason = "not loaded yet";
    static string? s_libraryPath;

    /// <summary>Loads the native libraries once; later calls return at once. Safe to call from several threads.</summary>
    /// <exception cref="SenetException">
    /// A library is absent or does not load, the system's libstdc++ is too old, or the cache folder cannot be written where the
    /// patched copy is needed. The message is one line and says what to do; a later call tries again.
    /// </exception>
    public static void EnsureLoaded()
    {
        if (s_isLoaded)
            return;
        lock (s_lock)
        {
            if (s_isLoaded)
                return;
            Load();
            s_isLoaded = true;
        }
    }

    /// <summary>Tries to load the native libraries and describes what was found. Never throws.</summary>
    public static TorchRuntimeReport Describe()
    {
        string? error = null;
        try
        {
            EnsureLoaded();
        }
        catch (Exception failure) when (failure is not OutOfMemoryException)
        {
            error = OneLine(failure.Message);
        }
        string? torch = Attempt(() => NativeFolders.Find(NativeFolders.FileName("torch_cpu"), NativeFolders.Candidates()));
        string? runtime = OperatingSystem.IsLinux() ? Attempt(LoadedLibraries.CppRuntime) : null;
        return new()
        {
            IsLoaded = error is null,
            TorchSharpVersion = Attempt(TorchSharpVersion) ?? "unknown",
            LibtorchVersion = error is null ? Attempt(() => TorchSharp.torch.__version__) : null,
            LibtorchKind = torch is null ? null : HasCudaLibraries ? "cuda" : "cpu",
            NativeFolder = Path.GetDirectoryName(torch),
            LibraryPath = error is null ? s_libraryPath : null,
            IsPatched = error is null && s_isPatched,
            PatchReason = s_patchReason,
            HiddenCaches = HiddenCaches.Reason,
            CppRuntimePath = runtime,
            NewestGlibcxx = runtime is null ? null : Attempt(() => ElfVersions.Newest(ReadVersions(runtime), "GLIBCXX_")),
            CacheFolder = Attempt(() => SenetCache.Folder),
            Error = error,
        };
    }

    /// <summary>Whether the build carries the CUDA libtorch.</summary>
    internal static bool HasCudaLibraries => Attempt(() => NativeFolders.Find(NativeFolders.FileName("torch_cuda"), NativeFolders.Candidates())) is not null;

    static void Load()
    {
        if (OperatingSystem.IsLinux() && LoadedLibraries.Find(NativeFolders.FileName(Library)) is string loaded)
        {
            // The host program, or an earlier attempt of ours, loaded it already.
            s_libraryPath = loaded;
            s_patchReason = s_isPatched ? s_patchReason : "already loaded by the program";
        }
        else
        {
            string original = NativeFolders.Require(Library, "TorchSharp");
            string torch = NativeFolders.Require("torch_cpu", $"libtorch-cpu-{NativeFolders.Rid}");
            string path = OperatingSystem.IsLinux() ? ChooseLibrary(original) : original;
            ProcessTuning.Apply();
            foreach (string name in s_libtorch)
            {
                string file = Path.Combine(Path.GetDirectoryName(torch)!, NativeFolders.FileName(name));
                if (File.Exists(file))
                    LoadLibrary(file);
            }
            // TorchSharp's imports try the original by its path, which fails here too, and then the plain name, which the loader
            // finds loaded by its soname.
            LoadLibrary(path);
            s_libraryPath = path;
        }
        HiddenCaches.Apply();
        Initialize();
    }

    /// <summary>The library to load: the original where the system's C++ runtime has all it needs, else the patched copy.</summary>
    static string ChooseLibrary(string original)
    {
        s_isPatched = false;
        string runtime = LoadedLibraries.CppRuntime() ?? throw new SenetException(
            $"{ElfPatcher.CppRuntime}: not found by the system's loader; install it (Debian, Ubuntu: apt install libstdc++6; Fedora, RHEL: dnf install libstdc++)");
        IReadOnlySet<string> defined = ReadVersions(runtime);
        byte[] bytes = ReadFile(original);
        ElfFile library = new(bytes, original);
        PatchPlan plan = ElfPatcher.Plan(library, defined);
        if (plan.LoadsAsIs)
        {
            s_patchReason = $"{runtime} defines every version that {Path.GetFileName(original)} needs";
            return original;
        }
        if (plan.Missing.Count > 0)
            throw ElfPatcher.TooOld(original, runtime, defined, plan);

        string path = PatchedLibrary.PathFor(SenetCache.Folder, bytes, Path.GetFileName(original));
        PatchedLibrary.Prepare(path, ElfPatcher.Apply(library, plan));
        s_isPatched = true;
        s_patchReason = $"{runtime} lacks {string.Join(", ", plan.Weaken.Select(v => v.Name))}, which {Path.GetFileName(original)} names but does not use";
        return path;
    }

    /// <summary>Runs TorchSharp's own look-up and its type initializer while a failure can still be told in one line.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    static void Initialize()
    {
        try
        {
            TorchSharp.torch.InitializeDeviceType(DeviceType.CPU);
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            Exception cause = error;
            while (cause is TypeInitializationException && cause.InnerException is { } inner)
                cause = inner;
            throw new SenetException($"{s_libraryPath}: loaded, but TorchSharp does not start ({OneLine(cause.Message)}); restore the packages (dotnet restore --force) and build again", error);
        }
    }

    static void LoadLibrary(string path)
    {
        try
        {
            NativeLibrary.Load(path);
        }
        catch (Exception error) when (error is DllNotFoundException or BadImageFormatException)
        {
            string cause = LoaderCause(error.Message);
            if (s_isPatched && Path.GetFileName(path) == NativeFolders.FileName(Library))
                throw PatchedLibrary.Unusable(Path.GetDirectoryName(path)!, $"holds a copy that does not load ({cause})", error);
            throw new SenetException($"{path}: does not load ({cause}); {Advice(cause)}", error);
        }
    }

    /// <summary>What the system's loader said: on Linux and macOS .NET puts general advice before it.</summary>
    internal static string LoaderCause(string message)
    {
        const string lead = "environment variable:";
        int start = message.IndexOf(lead, StringComparison.Ordinal);
        return OneLine(start < 0 ? message : message[(start + lead.Length)..]);
    }

    static string Advice(string cause)
    {
        if (!OperatingSystem.IsWindows())
            return "check that TorchSharp and libtorch are of one release and were restored completely (dotnet restore --force)";
        // ERROR_PROC_NOT_FOUND: github.com/dotnet/TorchSharp/issues/1567.
        return cause.Contains("8007007F", StringComparison.OrdinalIgnoreCase)
            ? "TorchSharp 0.107.0 for Windows imports functions that libtorch 2.10.0 does not have (dotnet/TorchSharp issue 1567): train under WSL 2 or Linux; predicting needs no libtorch"
            : "install the Microsoft Visual C++ Redistributable (x64), or train under WSL 2 or Linux; predicting needs no libtorch";
    }

    static IReadOnlySet<string> ReadVersions(string path) => ElfVersions.Defined(new(ReadFile(path), path));

    static byte[] ReadFile(string path)
    {
        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new SenetException($"{path}: cannot be read ({OneLine(error.Message)}); check its permissions", error);
        }
    }

    static string? TorchSharpVersion() =>
        typeof(TorchSharp.torch).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0];

    static string OneLine(string message) =>
        string.Join(' ', message.Split((char[])['\r', '\n', '\t'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)).TrimEnd('.');

    static T? Attempt<T>(Func<T?> value)
        where T : class
    {
        try
        {
            return value();
        }
        catch (Exception error) when (error is not OutOfMemoryException)
        {
            return null;
        }
    }
}
