using Senet.Graph;
using Senet.Weights;

namespace Senet.Tests;

public sealed class SenetCacheTests
{
    static string Absolute(string name) => Path.GetFullPath(Path.Combine(Path.GetTempPath(), name));

    static string Resolve(bool xdg, string home, params (string Name, string Value)[] variables) =>
        SenetCache.Resolve(name => variables.FirstOrDefault(v => v.Name == name).Value, xdg, home);

    [Fact]
    public void Resolve_Variable_IsTheFolderItself() =>
        Assert.Equal(Absolute("mine"), Resolve(true, Absolute("home"), ("SENET_CACHE", Absolute("mine")), ("XDG_CACHE_HOME", Absolute("xdg"))));

    [Fact]
    public void Resolve_RelativeVariable_IsMadeFull() =>
        Assert.Equal(Path.GetFullPath("mine"), Resolve(true, Absolute("home"), ("SENET_CACHE", "mine")));

    [Fact]
    public void Resolve_Xdg_HoldsTheFolder()
    {
        Assert.Equal(Path.Combine(Absolute("xdg"), "senet"), Resolve(true, Absolute("home"), ("SENET_CACHE", ""), ("XDG_CACHE_HOME", Absolute("xdg"))));
        Assert.Equal(Path.Combine(Absolute("home"), ".cache", "senet"), Resolve(true, Absolute("home"), ("XDG_CACHE_HOME", "relative")));
    }

    [Fact]
    public void Resolve_OtherSystem_IsInApplicationData() =>
        Assert.Equal(Path.Combine(Absolute("data"), "senet"), Resolve(false, Absolute("data"), ("XDG_CACHE_HOME", Absolute("xdg"))));

    [Fact]
    public void Resolve_NoHome_NamesTheVariable() => Assert.Equal(
        "cache folder: this user has no home folder; set SENET_CACHE to a folder that can be written",
        Assert.Throws<SenetException>(() => Resolve(true, "")).Message);

    [Fact]
    public void Folder_ThisUser_IsAFullPath() => Assert.True(Path.IsPathFullyQualified(SenetCache.Folder));
}
