using System.Reflection;

namespace Senet.Tests;

/// <summary>Finds files that live beside or in the repository. Tests that need <c>../shared</c> skip visibly without it.</summary>
static class SharedFiles
{
    /// <summary>The repository's root, recorded by the build because outputs may lie elsewhere.</summary>
    public static string RepositoryRoot { get; } =
        typeof(SharedFiles).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().First(attribute => attribute.Key == "RepositoryRoot").Value!;

    /// <summary>Full path of <paramref name="relative"/> under the folder <c>shared</c> beside the repository; skips the test when it is absent.</summary>
    public static string Shared(string relative)
    {
        string path = Path.GetFullPath(Path.Combine(RepositoryRoot, "..", "shared", relative));
        if (!File.Exists(path) && !Directory.Exists(path))
            Assert.Skip($"shared/{relative} is not beside the repository");
        return path;
    }

    /// <summary>Full path of a committed fixture.</summary>
    public static string Fixture(string relative) => Path.Combine(RepositoryRoot, "tests", "fixtures", relative);
}
