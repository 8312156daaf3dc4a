using Senet.Graph;

namespace Senet.Weights;

/// <summary>The folder for files that can be made again: downloads and prepared native libraries.</summary>
public static class SenetCache
{
    /// <summary>The environment variable that names the folder.</summary>
    public const string Variable = "SENET_CACHE";

    /// <summary>
    /// Full path of the cache folder; it need not exist yet. <c>SENET_CACHE</c> where that is set, else <c>senet</c> in
    /// <c>XDG_CACHE_HOME</c> or <c>~/.cache</c> on Linux and in the local application data folder elsewhere.
    /// </summary>
    /// <exception cref="SenetException">The user has no home folder and <c>SENET_CACHE</c> is not set.</exception>
    public static string Folder => Resolve(
        Environment.GetEnvironmentVariable,
        OperatingSystem.IsLinux(),
        Environment.GetFolderPath(
            OperatingSystem.IsLinux() ? Environment.SpecialFolder.UserProfile : Environment.SpecialFolder.LocalApplicationData,
            Environment.SpecialFolderOption.DoNotVerify));

    /// <summary>The rule of <see cref="Folder"/> over given variables and the home (Linux) or application data folder.</summary>
    internal static string Resolve(Func<string, string?> variable, bool xdg, string home)
    {
        if (variable(Variable) is { Length: > 0 } chosen)
            return Path.GetFullPath(chosen);
        // The XDG specification: a relative path is invalid and must be ignored.
        if (xdg && variable("XDG_CACHE_HOME") is { } cache && Path.IsPathRooted(cache))
            return Path.Combine(cache, "senet");
        if (home.Length == 0)
            throw new SenetException($"cache folder: this user has no home folder; set {Variable} to a folder that can be written");
        return xdg ? Path.Combine(home, ".cache", "senet") : Path.Combine(home, "senet");
    }
}
