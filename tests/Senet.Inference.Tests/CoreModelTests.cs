using Senet.Graph;
using Senet.Inference.Planning;
using Senet.Tests;
using Senet.Weights;

namespace Senet.Inference.Tests;

/// <summary>What is chosen for one processor runs on every other, with the same results but for rounding.</summary>
public class CoreModelTests
{
    static readonly Dictionary<string, CoreModel> Models = new() { ["near cache"] = CoreModel.NearCache, ["near cache, narrow vectors"] = CoreModel.NearCacheNarrow, ["far cache"] = CoreModel.FarCache };

    public static TheoryData<string, string> Networks
    {
        get
        {
            var data = new TheoryData<string, string>();
            foreach (string model in Models.Keys)
            {
                foreach (string id in new[] { "se-resnet-50", "resnet-18", "se-vgg-11", "se-resnext-50-32x4d" })
                    data.Add(model, id);
            }
            return data;
        }
    }

    [Theory]
    [MemberData(nameof(Networks))]
    public void Run_EveryCore_MatchesTorchInDouble(string model, string id)
    {
        FilledNetwork network = FilledNetwork.OfArchitecture(id);
        using InferencePlan plan = network.Compile(new() { Core = Models[model] });
        network.AssertParity(plan, 1, 224, 224);
        network.AssertParity(plan, 3, 97, 97);
    }

    [Fact]
    public void Profile_FarCache_WritesNoSumsAndReadsLargeWeightsOnce()
    {
        InstructionSets.SkipWithout(InstructionSet.Avx2);
        FilledNetwork network = FilledNetwork.OfArchitecture("se-resnet-50");
        float[] image = network.Images(1, 224, 224);
        Dictionary<string, string> near = Methods(CoreModel.NearCache), far = Methods(CoreModel.FarCache);
        Assert.Equal(("strassen", "direct"), (near["layer3.1.relu1"], far["layer3.1.relu1"]));
        Assert.Equal(("winograd 4x4", "winograd 4x4, phases"), (near["layer2.1.relu2"], far["layer2.1.relu2"]));
        Assert.Equal("winograd 4x4", far["layer1.1.relu2"]);
        Assert.DoesNotContain("strassen", far.Values);

        Dictionary<string, string> Methods(CoreModel model)
        {
            using InferencePlan plan = network.Compile(new() { Core = model });
            return plan.Profile(image, 224, 224, passes: 1).ToDictionary(step => step.Name, step => step.Method);
        }
    }

    // A plan that was compiled on one machine and is read on another.
    [Theory]
    [InlineData("near cache", "far cache")]
    [InlineData("far cache", "near cache")]
    public void Compile_PlanOfAnotherCore_MatchesTorchInDouble(string written, string read)
    {
        using var folder = new TempFolder();
        string path = Path.Combine(folder.Path, "model.plan");
        FilledNetwork network = FilledNetwork.OfArchitecture("se-resnet-50");
        var description = new ModelDescription
        {
            Architecture = "se-resnet-50",
            Options = ArchitectureRegistry.Get("se-resnet-50").Defaults with { Classes = 17 },
            Classes = [],
            Preprocessing = new() { Height = 224, Width = 224, ResizeShortSide = 256 },
        };
        using (InferencePlan plan = network.Compile(new() { Core = Models[written] }))
        {
            plan.Prepare(1, 224, 224);
            PlanFile.Write(path, plan, description);
        }
        using var loaded = InferencePlan.Compile(PlanFile.Open(path), new() { Core = Models[read] });
        network.AssertParity(loaded, 1, 224, 224);
    }
}
