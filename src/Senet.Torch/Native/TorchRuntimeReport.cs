namespace Senet.Torch;

/// <summary>What <c>senet doctor</c> says about libtorch; see <see cref="TorchRuntime.Describe"/>.</summary>
public sealed record TorchRuntimeReport
{
    /// <summary>Whether libtorch and TorchSharp's native library are loaded and usable.</summary>
    public required bool IsLoaded { get; init; }

    /// <summary>Version of the TorchSharp assembly, such as <c>0.107.0</c>.</summary>
    public required string TorchSharpVersion { get; init; }

    /// <summary>Version of libtorch that TorchSharp was built for, such as <c>2.10.0</c>; null when it did not load.</summary>
    public string? LibtorchVersion { get; init; }

    /// <summary>Kind of the libtorch found: <c>cpu</c>, <c>cuda</c>, or null when none was found.</summary>
    public string? LibtorchKind { get; init; }

    /// <summary>Folder of the libtorch libraries; null when none was found.</summary>
    public string? NativeFolder { get; init; }

    /// <summary>Path of the loaded libLibTorchSharp; null when it did not load.</summary>
    public string? LibraryPath { get; init; }

    /// <summary>Whether the loaded libLibTorchSharp is the patched copy in the cache folder.</summary>
    public bool IsPatched { get; init; }

    /// <summary>Why the patched copy or the original is used.</summary>
    public required string PatchReason { get; init; }

    /// <summary>What was done about a processor that hides its caches from libtorch; null where it shows them.</summary>
    public string? HiddenCaches { get; init; }

    /// <summary>Path of the system's libstdc++ that the process uses; null where there is none (Windows, macOS).</summary>
    public string? CppRuntimePath { get; init; }

    /// <summary>Newest GLIBCXX version that it defines, such as <c>GLIBCXX_3.4.30</c>.</summary>
    public string? NewestGlibcxx { get; init; }

    /// <summary>The cache folder; null where the user has none.</summary>
    public string? CacheFolder { get; init; }

    /// <summary>The load error, one line; null when all is well.</summary>
    public string? Error { get; init; }
}
