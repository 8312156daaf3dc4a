using System.Runtime.InteropServices;
using Senet.Torch.Native;

namespace Senet.Torch.Tests.Native;

/// <summary>TorchSharp's own native library, for the tests that need the real one; they skip where it is not an x64 ELF file.</summary>
static class ShippedLibrary
{
    public static void RequireLinuxX64()
    {
        if (!OperatingSystem.IsLinux() || RuntimeInformation.ProcessArchitecture != Architecture.X64)
            Assert.Skip($"patching concerns linux-x64; this is {NativeFolders.Rid}");
    }

    public static string Path
    {
        get
        {
            RequireLinuxX64();
            return NativeFolders.Require("LibTorchSharp", "TorchSharp");
        }
    }

    public static ElfFile Read() => new(File.ReadAllBytes(Path), "libLibTorchSharp.so");

    /// <summary>Skips where the system's libstdc++ has all that the library needs, so that no copy is made.</summary>
    public static void RequireSystemThatNeedsThePatch()
    {
        RequireLinuxX64();
        string runtime = LoadedLibraries.CppRuntime()!;
        if (ElfPatcher.Plan(Read(), ElfVersions.Defined(new(File.ReadAllBytes(runtime), runtime))).LoadsAsIs)
            Assert.Skip($"{runtime} has every version: the original is loaded");
    }
}
