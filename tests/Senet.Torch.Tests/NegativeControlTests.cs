using System.Text.Json;
using Senet.Graph;
using Senet.Tests;
using Senet.Weights;
using static TorchSharp.torch;

namespace Senet.Torch.Tests;

/// <summary>
/// Typical mistakes, of which the reference data holds the wrong answers: those that our options can make give just these
/// answers, and every one of them is far outside the tolerance of the golden passes.
/// </summary>
public class NegativeControlTests
{
    [Theory]
    [InlineData("resnet50", "stride on the 1x1")]
    [InlineData("resnet50", "stem max-pool padding 0")]
    [InlineData("cadene_se_resnet50", "stride on the 3x3")]
    [InlineData("cadene_se_resnet50", "stem max-pool padding 1")]
    [InlineData("cadene_se_resnet50", "no SE")]
    [InlineData("cadene_se_resnet50", "squeeze with global MAX pooling")]
    [InlineData("cadene_se_resnet50", "SE biases ignored")]
    [InlineData("cadene_se_resnet50", "ReLU between bn3 and SE")]
    [InlineData("timm_legacy_seresnet18", "no ReLU between bn2 and SE")]
    [InlineData("timm_legacy_seresnet18", "stem max-pool padding 1")]
    [InlineData("moskomule_se_resnet20", "no SE")]
    [InlineData("cadene_senet154", "stem max-pool padding 1")]
    public void Forward_WithTheMistake_GivesTheRecordedWrongAnswer(string file, string mistake)
    {
        JsonElement control = ReadControls().First(entry =>
            entry.GetProperty("golden").GetString() == file && entry.GetProperty("mistake").GetString()!.StartsWith(mistake, StringComparison.Ordinal));
        var golden = new GoldenForward(file);
        (string id, NetworkOptions right) = ReferenceArchitectures.All[golden.Reference];
        Architecture architecture = ArchitectureRegistry.Get(id);
        Dictionary<string, WeightTensor> weights = golden.Weights(architecture.Build(right));
        using var module = new GraphModule(architecture.Build(Mistaken(right, mistake)));
        module.LoadWeights(module.Graph.Parameters.ToDictionary(spec => spec.Name, spec => weights[spec.Name]), file);
        module.eval();
        using var scope = NewDisposeScope();
        using IDisposable noGrad = no_grad();
        float[] logits = module.call(tensor(golden.Input, golden.InputShape)).data<float>().ToArray();
        double[] l2 = control.GetProperty("logits_l2").Deserialize<double[]>()!;
        double[] first = control.GetProperty("first4_image0").Deserialize<double[]>()!;
        int classes = logits.Length / l2.Length;
        for (int image = 0; image < l2.Length; image++)
        {
            double norm = Math.Sqrt(logits.Skip(image * classes).Take(classes).Sum(value => (double)value * value));
            // Recorded from a float32 run, to seven digits.
            Assert.Equal(l2[image], norm, 2e-6 * l2[image]);
        }
        for (int i = 0; i < first.Length; i++)
            Assert.Equal(first[i], logits[i], 2e-5 * l2[0] / Math.Sqrt(classes) + 1e-6 * Math.Abs(first[i]));
        Assert.True(control.GetProperty("rel_l2_dev").GetDouble() > 100 * GoldenForward.RelativeL2Tolerance);
    }

    [Fact]
    public void EveryControl_LiesOutsideTheTolerance() =>
        Assert.All(ReadControls(), control => Assert.True(control.GetProperty("rel_l2_dev").GetDouble() > 6 * GoldenForward.RelativeL2Tolerance));

    static NetworkOptions Mistaken(NetworkOptions options, string mistake) => mistake switch
    {
        "stride on the 1x1" => options with { BottleneckStride = BottleneckStride.Conv1x1 },
        "stride on the 3x3" => options with { BottleneckStride = BottleneckStride.Conv3x3 },
        "stem max-pool padding 0" => options with { StemPool = StemPool.CeilMode },
        "stem max-pool padding 1" => options with { StemPool = StemPool.Padded },
        "no SE" => options with { Se = null },
        "squeeze with global MAX pooling" => options with { Se = options.Se! with { Squeeze = SqueezeOperator.Max } },
        "SE biases ignored" => options with { Se = options.Se! with { Biases = false } },
        "ReLU between bn3 and SE" => options with { Se = options.Se! with { ReluBefore = true } },
        "no ReLU between bn2 and SE" => options with { Se = options.Se! with { ReluBefore = false } },
        _ => throw new ArgumentException(mistake, nameof(mistake)),
    };

    static JsonElement[] ReadControls()
    {
        using FileStream stream = File.OpenRead(SharedFiles.Shared("reference/golden/negative_controls.json"));
        using JsonDocument document = JsonDocument.Parse(stream);
        return [.. document.RootElement.GetProperty("controls").EnumerateArray().Select(entry => entry.Clone())];
    }
}
