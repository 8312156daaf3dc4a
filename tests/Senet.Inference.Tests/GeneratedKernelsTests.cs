using Senet.KernelGenerator;
using Senet.Tests;

namespace Senet.Inference.Tests;

public class GeneratedKernelsTests
{
    [Fact]
    public void TileKernels_AreWhatTheGeneratorWrites() =>
        Assert.Equal(TileTemplate.Generate(), File.ReadAllText(Path.Combine(SharedFiles.RepositoryRoot, TileTemplate.Path)).ReplaceLineEndings("\n"));
}
