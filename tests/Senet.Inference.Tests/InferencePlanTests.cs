using Senet.Graph;
using Senet.Weights;

namespace Senet.Inference.Tests;

public class InferencePlanTests
{
    [Fact]
    public void Run_WrongArguments_SaysWhatIsExpected()
    {
        FilledNetwork network = FilledNetwork.OfArchitecture("resnet-8");
        using InferencePlan plan = network.Compile();
        float[] images = new float[3 * 32 * 32];
        Assert.Contains("expected a multiple of 3 x 32 x 31 = 2976", Assert.Throws<ArgumentException>(() => plan.Run(images, 32, 31, new float[17])).Message, StringComparison.Ordinal);
        Assert.Contains("expected 1 x 17 = 17", Assert.Throws<ArgumentException>(() => plan.Run(images, 32, 32, new float[18])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => plan.Run([], 32, 32, []));
        plan.Dispose();
        Assert.Throws<ObjectDisposedException>(() => plan.Run(images, 32, 32, new float[17]));
    }

    [Fact]
    public void Run_ImageTooSmall_NamesTheLayer()
    {
        FilledNetwork network = FilledNetwork.OfArchitecture("inception-resnet-v2");
        using InferencePlan plan = network.Compile();
        SenetException error = Assert.Throws<SenetException>(() => plan.Run(new float[3 * 20 * 20], 20, 20, new float[17]));
        Assert.Contains("give the network a larger image", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Compile_WrongWeights_NamesThem()
    {
        FilledNetwork network = FilledNetwork.OfArchitecture("resnet-8");
        network.Weights.Remove("fc.bias");
        Assert.Contains("1 missing (fc.bias)", Assert.Throws<SenetException>(() => network.Compile()).Message, StringComparison.Ordinal);
        network.Weights["fc.bias"] = WeightTensor.FromFloat32("fc.bias", [2], [1, 2]);
        Assert.Contains("fc.bias has shape [2]", Assert.Throws<SenetException>(() => network.Compile()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Compile_NetworkThatEndsWithAMap_IsRefused()
    {
        var builder = new GraphBuilder(3);
        var network = new FilledNetwork(builder.Build("map", builder.Conv("conv", builder.Input, 4, 3)));
        Assert.Contains("runs networks that end with a vector", Assert.Throws<SenetException>(() => network.Compile()).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(2000)]
    public void Compile_BadThreads_IsRefused(int threads) =>
        Assert.Contains("expected 1 to 1024", Assert.Throws<SenetException>(() => FilledNetwork.OfArchitecture("resnet-8").Compile(new() { Threads = threads })).Message, StringComparison.Ordinal);

    [Fact]
    public void RunDetailed_GivesFeaturesAndGatesOfEveryImage()
    {
        FilledNetwork network = FilledNetwork.OfArchitecture("se-resnet-50");
        using InferencePlan plan = network.Compile(new() { MostImages = 2 });
        float[] images = network.Images(3, 64, 64);
        InferenceDetails details = plan.RunDetailed(images, 64, 64);
        Assert.Equal(FilledNetwork.Run(plan, images, 3, 64, 64), details.Logits);
        Assert.Equal(network.Graph.Nodes.OfType<SqueezeExciteNode>().Select(node => node.Name), details.Gates.Keys);
        Assert.Equal(3 * 2048, details.Features.Length);
        (IReadOnlyDictionary<string, double[]> gates, double[] features) = network.Trace(images, 3, 64, 64, "avgpool");
        FilledNetwork.AssertClose(features, details.Features, FilledNetwork.Tolerance);
        foreach ((string name, double[] expected) in gates)
        {
            // The design note's bound for a gate.
            for (int i = 0; i < expected.Length; i++)
                Assert.Equal(expected[i], details.Gates[name][i], 2e-6);
        }
    }

    [Fact]
    public void Profile_NamesEveryStepAndItsCost()
    {
        FilledNetwork network = FilledNetwork.OfArchitecture("se-resnet-20");
        using InferencePlan plan = network.Compile();
        IReadOnlyList<StepProfile> steps = plan.Profile(network.Images(2, 32, 32), 32, 32, passes: 2);
        Assert.Equal(2 * network.Graph.Cost(new(3, 32, 32)).Layers.Sum(layer => layer.Macs), steps.Sum(step => step.Macs));
        Assert.All(steps, step => Assert.True(step.Time > TimeSpan.Zero));
        Assert.Equal(9, steps.Count(step => step.IsExcitation));
    }

    // Chosen by the runtime's settings, as on another processor, in a process of its own.
    [Theory]
    [InlineData("DOTNET_EnableAVX512", InstructionSet.Avx2)]
    [InlineData("DOTNET_EnableAVX2", InstructionSet.Vector128)]
    [InlineData("DOTNET_EnableHWIntrinsic", InstructionSet.Scalar)]
    public void Run_WithoutInstructions_UsesTheNextBestInAProcessOfItsOwn(string setting, InstructionSet expected)
    {
        InstructionSets.SkipWithout(expected == InstructionSet.Scalar ? expected : expected + 1);
        using var process = new System.Diagnostics.Process();
        process.StartInfo = new(Environment.ProcessPath!, ["-method", $"{typeof(InferencePlanTests).FullName}.{nameof(InAChildProcess_TheExpectedInstructionSetRuns)}"]) { RedirectStandardOutput = true };
        process.StartInfo.Environment[setting] = "0";
        process.StartInfo.Environment["SENET_TEST_INSTRUCTION_SET"] = expected.ToString();
        process.Start();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0 && output.Contains("Failed: 0", StringComparison.Ordinal) && output.Contains("Skipped: 0", StringComparison.Ordinal), output);
    }

    [Fact]
    public void InAChildProcess_TheExpectedInstructionSetRuns()
    {
        string? expected = Environment.GetEnvironmentVariable("SENET_TEST_INSTRUCTION_SET");
        if (expected is null)
            return;
        foreach (string id in new[] { "se-resnet-8", "se-resnext-26-32x4d", "se-shufflenet-g3" })
        {
            FilledNetwork network = FilledNetwork.OfArchitecture(id);
            using InferencePlan plan = network.Compile();
            Assert.Equal(expected, plan.InstructionSet.ToString());
            network.AssertParity(plan, 2, 33, 33);
        }
    }
}
