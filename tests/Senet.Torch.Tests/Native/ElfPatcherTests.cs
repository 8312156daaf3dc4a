using Senet.Graph;
using Senet.Torch.Native;

namespace Senet.Torch.Tests.Native;

public sealed class ElfPatcherTests
{
    const string Marker = "_ZSt21ios_base_library_initv";
    static readonly HashSet<string> s_gcc12 = ["GLIBCXX_3.4", "GLIBCXX_3.4.30"];

    static SyntheticElf Library(bool gnuHash = false, string marker = Marker, int[]? relocated = null) => new()
    {
        Needs = [("GLIBCXX_3.4", 2), ("GLIBCXX_3.4.32", 3), ("GLIBCXX_3.4.30", 4)],
        Symbols = [("_Znwm", 2), (marker, 3), ("_ZNSt18condition_variable4waitE", 4)],
        Relocated = relocated ?? [1, 3],
        UseGnuHash = gnuHash,
    };

    static ElfFile Read(SyntheticElf elf) => new(elf.Build(), "lib.so");

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Plan_OnlyMarkerMissing_WeakensThatVersion(bool gnuHash)
    {
        PatchPlan plan = ElfPatcher.Plan(Read(Library(gnuHash)), s_gcc12);
        Assert.Empty(plan.Missing);
        Assert.Equal("GLIBCXX_3.4.32", Assert.Single(plan.Weaken).Name);
    }

    [Fact]
    public void Plan_SystemHasAll_LoadsAsIs() =>
        Assert.True(ElfPatcher.Plan(Read(Library()), new HashSet<string>(s_gcc12) { "GLIBCXX_3.4.32" }).LoadsAsIs);

    [Fact]
    public void Plan_RuntimeOfGcc11_SaysWhichSymbolNeedsGcc12()
    {
        HashSet<string> defined = ["GLIBCXX_3.4", "GLIBCXX_3.4.9", "GLIBCXX_3.4.29"];
        PatchPlan plan = ElfPatcher.Plan(Read(Library()), defined);
        SenetException error = ElfPatcher.TooOld("lib.so", "/usr/lib64/libstdc++.so.6", defined, plan);
        Assert.Equal("lib.so: needs GLIBCXX_3.4.30 (used by _ZNSt18condition_variable4waitE), but /usr/lib64/libstdc++.so.6 provides up to GLIBCXX_3.4.29; " +
            "TorchSharp needs the libstdc++ of GCC 12 or newer: use Debian 12, Ubuntu 22.04, Fedora 36, RHEL 10 or newer, or put a newer libstdc++.so.6 first in LD_LIBRARY_PATH", error.Message);
        Assert.Throws<ArgumentException>(() => ElfPatcher.Apply(Read(Library()), plan));
    }

    [Fact]
    public void Plan_MarkerUsedByRelocation_Refuses()
    {
        PatchPlan plan = ElfPatcher.Plan(Read(Library(relocated: [1, 2, 3])), s_gcc12);
        Assert.Empty(plan.Weaken);
        Assert.Equal($"{Marker} is used by a relocation", Assert.Single(plan.Missing).Reason);
    }

    [Fact]
    public void Plan_VersionHasAnotherSymbol_Refuses()
    {
        PatchPlan plan = ElfPatcher.Plan(Read(Library(marker: "_ZSt9terminatev")), s_gcc12);
        Assert.Equal("used by _ZSt9terminatev", Assert.Single(plan.Missing).Reason);
    }

    [Fact]
    public void Apply_SetsOneFlag_AndThePlanIsThenEmpty()
    {
        ElfFile library = Read(Library());
        byte[] patched = ElfPatcher.Apply(library, ElfPatcher.Plan(library, s_gcc12));
        int[] changed = [.. Enumerable.Range(0, patched.Length).Where(i => patched[i] != library.Bytes[i])];
        NeededVersion version = ElfVersions.Needed(library).Single(v => v.Name == "GLIBCXX_3.4.32");
        Assert.Equal([version.FlagsOffset], changed);
        Assert.Equal(2, patched[version.FlagsOffset]);
        Assert.True(ElfPatcher.Plan(new(patched, "lib.so"), s_gcc12).LoadsAsIs);
    }

    [Fact]
    public void Defined_VersionDefinitions_LeavesOutTheFilesOwnName()
    {
        ElfFile file = Read(new() { Defines = ["GLIBCXX_3.4.9", "GLIBCXX_3.4.30", "CXXABI_1.3"] });
        Assert.Equal(["GLIBCXX_3.4.9", "GLIBCXX_3.4.30", "CXXABI_1.3"], ElfVersions.Defined(file));
        Assert.Equal("GLIBCXX_3.4.30", ElfVersions.Newest(ElfVersions.Defined(file), "GLIBCXX_"));
        Assert.Null(ElfVersions.Newest(["CXXABI_1.3"], "GLIBCXX_"));
    }

    [Fact]
    public void Read_NotElf_SaysSo()
    {
        SenetException error = Assert.Throws<SenetException>(() => new ElfFile("MZ and more"u8.ToArray(), "a/lib.so"));
        Assert.Equal("a/lib.so: not an ELF file (its first bytes are not 7F 45 4C 46); restore the file (dotnet restore --force, then build again)", error.Message);
        Assert.Throws<SenetException>(() => new ElfFile([], "empty"));
    }

    [Fact]
    public void Read_TruncatedAnywhere_IsAClearErrorOrThePlan()
    {
        byte[] whole = Library(relocated: [1, 3]).Build();
        for (int length = 0; length < whole.Length; length++)
            AssertReadsOrExplains(whole[..length]);
        SenetException error = Assert.Throws<SenetException>(() => new ElfFile(whole[..100], "lib.so"));
        Assert.Contains("lib.so: truncated or damaged: 56 bytes at offset 64+0 are beyond its 100 bytes", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Read_DamagedBytes_IsAClearErrorOrAPlan()
    {
        byte[][] wholes = [Library().Build(), Library(gnuHash: true).Build(), new SyntheticElf { Defines = ["A", "B"] }.Build()];
        foreach (byte[] whole in wholes)
        {
            for (int at = 0; at < whole.Length; at++)
            {
                foreach (byte value in (byte[])[0, 1, 0x7f, 0xff])
                {
                    byte[] damaged = [.. whole];
                    damaged[at] = value;
                    AssertReadsOrExplains(damaged);
                }
            }
        }
    }

    [Fact]
    public void Plan_ShippedLibrary_NeedsOnlyTheMarkerBeyondGcc12()
    {
        ElfFile library = ShippedLibrary.Read();
        HashSet<string> all = [.. ElfVersions.Needed(library).Select(v => v.Name)];
        Assert.True(ElfPatcher.Plan(library, all).LoadsAsIs);

        all.Remove("GLIBCXX_3.4.32");
        PatchPlan plan = ElfPatcher.Plan(library, all);
        Assert.Empty(plan.Missing);
        byte[] patched = ElfPatcher.Apply(library, plan);
        int at = Assert.Single(plan.Weaken).FlagsOffset;
        Assert.Equal([at], Enumerable.Range(0, patched.Length).Where(i => patched[i] != library.Bytes[i]));
        Assert.Equal(2, patched[at] | patched[at + 1] << 8);

        all.Remove("GLIBCXX_3.4.30");
        (NeededVersion version, string reason) = Assert.Single(ElfPatcher.Plan(library, all).Missing);
        Assert.Equal("GLIBCXX_3.4.30", version.Name);
        Assert.StartsWith("used by _ZNSt18condition_variable4wait", reason, StringComparison.Ordinal);
    }

    [Fact]
    public void Plan_ShippedLibraryWithRelocationOfTheMarker_Refuses()
    {
        ElfFile library = ShippedLibrary.Read();
        HashSet<string> defined = [.. ElfVersions.Needed(library).Select(v => v.Name)];
        defined.Remove("GLIBCXX_3.4.32");
        ElfSymbol marker = Assert.Single(ElfVersions.SymbolsOf(library, Assert.Single(ElfPatcher.Plan(library, defined).Weaken).Index));
        Assert.Equal(Marker, marker.Name);

        byte[] mutated = library.Bytes.ToArray();
        ElfRelocations table = library.RelocationTables().Last();
        BitConverter.TryWriteBytes(mutated.AsSpan(table.Offset + 24 * (table.Count - 1) + 12), marker.Index);
        Assert.Equal($"{Marker} is used by a relocation", Assert.Single(ElfPatcher.Plan(new(mutated, "mutated"), defined).Missing).Reason);
    }

    [Fact]
    public void Read_ShippedLibraryTruncated_IsAClearError()
    {
        byte[] bytes = ShippedLibrary.Read().Bytes.ToArray();
        SenetException error = Assert.Throws<SenetException>(() => ElfPatcher.Plan(new(bytes[..200_000], "short.so"), s_gcc12));
        Assert.StartsWith("short.so: truncated or damaged", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }

    static void AssertReadsOrExplains(byte[] bytes)
    {
        try
        {
            ElfFile file = new(bytes, "lib.so");
            ElfVersions.Defined(file);
            ElfPatcher.Plan(file, s_gcc12);
        }
        catch (SenetException error)
        {
            Assert.StartsWith("lib.so: ", error.Message, StringComparison.Ordinal);
        }
    }
}
