using Senet.Graph;
using Senet.Tests;
using Senet.Weights;

namespace Senet.Inference.Tests;

public class PlanFileTests
{
    static readonly NetworkOptions Options = ArchitectureRegistry.Get("se-resnet-20").Defaults with { Classes = 17 };

    static readonly ModelDescription Description = new()
    {
        Architecture = "se-resnet-20",
        Options = Options,
        Classes = [],
        Preprocessing = new() { Height = 32, Width = 32, ResizeShortSide = 32 },
    };

    [Fact]
    public void Compile_WrittenPlan_GivesTheSameBits()
    {
        using var folder = new TempFolder();
        string path = Written(folder, out FilledNetwork network, out float[] expected);
        float[] images = network.Images(2, 32, 32);
        using var plan = InferencePlan.Compile(PlanFile.Open(path));
        Assert.Equal(expected, FilledNetwork.Run(plan, images, 2, 32, 32));
        // Another size that the same forms serve.
        network.AssertParity(plan, 1, 40, 40);
    }

    [Fact]
    public void Open_WrittenPlan_KnowsWhatItIs()
    {
        using var folder = new TempFolder();
        string path = Written(folder, out _, out _);
        Assert.True(PlanFile.IsPlan(path));
        using PlanFile file = PlanFile.Open(path);
        Assert.Equal("se-resnet-20", file.Description.Architecture);
        Assert.Equal(new PlanShape(2, 32, 32), Assert.Single(file.Shapes));
        Assert.Equal(InferencePlan.BestInstructionSet, file.InstructionSet);
    }

    [Fact]
    public void Run_SizeThatTheFileWasNotMadeFor_UsesTheFormsThatAreThere()
    {
        using var folder = new TempFolder();
        string path = Path.Combine(folder.Path, "model.plan");
        NetworkOptions options = ArchitectureRegistry.Get("se-resnet-50").Defaults with { Classes = 17 };
        var network = new FilledNetwork(ArchitectureRegistry.Get("se-resnet-50").Build(options));
        using (InferencePlan plan = network.Compile())
        {
            plan.Prepare(1, 64, 64);
            PlanFile.Write(path, plan, Description with { Architecture = "se-resnet-50", Options = options });
        }
        using var loaded = InferencePlan.Compile(PlanFile.Open(path));
        network.AssertParity(loaded, 1, 64, 64);
        float[] logits = new float[17];
        // Forms that serve other sizes serve them exactly; one that does not is named.
        loaded.Run(network.Images(1, 224, 224), 224, 224, logits);
        FilledNetwork.AssertClose(network.Truth(network.Images(1, 224, 224), 1, 224, 224), logits, FilledNetwork.Tolerance);
    }

    [Theory]
    [InlineData(0, "is no compiled plan")]
    [InlineData(8, "is of format")]
    [InlineData(13, "damaged")]
    [InlineData(20, "damaged")]
    [InlineData(60, "damaged")]
    public void Open_DamagedHead_IsRefused(int position, string expected)
    {
        using var folder = new TempFolder();
        string path = Written(folder, out _, out _);
        byte[] bytes = File.ReadAllBytes(path);
        bytes[position] ^= 0x55;
        File.WriteAllBytes(path, bytes);
        SenetException error = Assert.ThrowsAny<SenetException>(() => PlanFile.Open(path));
        Assert.StartsWith(path, error.Message, StringComparison.Ordinal);
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_CutOffOrMissingFile_IsRefused()
    {
        using var folder = new TempFolder();
        string path = Written(folder, out _, out _);
        byte[] bytes = File.ReadAllBytes(path);
        foreach (int length in new[] { 0, 7, 23, 1000, bytes.Length - 1 })
        {
            File.WriteAllBytes(path, bytes[..length]);
            Assert.Throws<SenetException>(() => PlanFile.Open(path));
        }
        Assert.Throws<SenetException>(() => PlanFile.Open(Path.Combine(folder.Path, "missing.plan")));
        Assert.False(PlanFile.IsPlan(Path.Combine(folder.Path, "missing.plan")));
    }

    [Fact]
    public void Source_ChangedFile_NoLongerMatches()
    {
        using var folder = new TempFolder();
        string path = Path.Combine(folder.Path, "model.safetensors");
        File.WriteAllText(path, "weights");
        PlanSource source = PlanSource.Of(path);
        Assert.True(source.Matches(path));
        File.SetLastWriteTimeUtc(path, DateTime.UtcNow.AddHours(1));
        Assert.True(source.Matches(path));
        File.WriteAllText(path, "Weights");
        Assert.False(source.Matches(path));
        File.WriteAllText(path, "other");
        Assert.False(source.Matches(path));
    }

    static string Written(TempFolder folder, out FilledNetwork network, out float[] logits)
    {
        string path = Path.Combine(folder.Path, "model.plan");
        network = new(ArchitectureRegistry.Get("se-resnet-20").Build(Options));
        using InferencePlan plan = network.Compile();
        logits = FilledNetwork.Run(plan, network.Images(2, 32, 32), 2, 32, 32);
        PlanFile.Write(path, plan, Description);
        return path;
    }
}
