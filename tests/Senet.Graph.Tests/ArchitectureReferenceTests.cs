using System.Text.Json;
using Senet.Tests;

namespace Senet.Graph.Tests;

/// <summary>Counts and layer shapes against the public implementations, to the last digit.</summary>
public class ArchitectureReferenceTests
{
    public static TheoryData<string> References => [.. ReferenceArchitectures.All.Keys];

    [Theory]
    [MemberData(nameof(References))]
    public void Build_ReferenceOptions_MatchesParametersMacsAndLayers(string name)
    {
        JsonElement reference = ReferenceArchitectures.Read(name);
        (string id, NetworkOptions options) = ReferenceArchitectures.All[name];
        NetworkGraph graph = ArchitectureRegistry.Get(id).Build(options);
        int[] input = reference.GetProperty("input").Deserialize<int[]>()!;
        NetworkCost cost = graph.Cost(new(input[0], input[1], input[2]));

        Assert.Equal(reference.GetProperty("params").GetInt64(), cost.Parameters);
        JsonElement macs = reference.GetProperty("macs");
        Assert.Equal(macs.GetProperty("total").GetInt64(), cost.Macs);
        Assert.Equal(macs.GetProperty("se_part").GetInt64(), cost.SeMacs);
        Assert.Equal(reference.GetProperty("activations").GetProperty("conv_and_linear").GetInt64(), cost.Activations);

        JsonElement.ArrayEnumerator rows = reference.GetProperty("layers").EnumerateArray();
        // A reference may list a block's shortcut before or after its branch: compare as multisets.
        Assert.Equal(
            rows.SelectMany(ReferenceTensors).Order(StringComparer.Ordinal),
            graph.Nodes.Zip(graph.InferShapes(cost.Input)).SelectMany(OurTensors).Order(StringComparer.Ordinal));
    }

    static IEnumerable<string> ReferenceTensors(JsonElement row)
    {
        string type = row.GetProperty("t").GetString()!;
        switch (type)
        {
            case "conv":
            case "linear":
                string weight = string.Join("x", row.GetProperty("w").Deserialize<int[]>()!);
                bool bias = row.GetProperty("b").GetBoolean();
                // The excitation's layers are linear in some references and 1x1 convolutions on a vector in others.
                bool vector = type == "linear" || row.GetProperty("o").Deserialize<int[]>() is [1, 1];
                yield return vector
                    ? $"dense {string.Join("x", row.GetProperty("w").Deserialize<int[]>()!.Take(2))} {bias}"
                    : $"conv {weight} {bias} s{row.GetProperty("s")[0]} p{row.GetProperty("p")[0]} g{row.GetProperty("g")} o{row.GetProperty("o")[0]}x{row.GetProperty("o")[1]}";
                break;
            case "bn":
            case "scale":
                yield return $"bn {row.GetProperty("c")}";
                break;
        }
    }

    static IEnumerable<string> OurTensors((Node Node, TensorShape Output) layer)
    {
        switch (layer.Node)
        {
            case Conv2dNode conv:
                string weight = string.Join("x", conv.Parameters[0].Shape);
                yield return $"conv {weight} {conv.HasBias} s{conv.Stride} p{conv.Padding} g{conv.Groups} o{layer.Output.Height}x{layer.Output.Width}";
                break;
            case LinearNode linear:
                yield return $"dense {string.Join("x", linear.Parameters[0].Shape)} {true}";
                break;
            case SqueezeExciteNode se:
                yield return $"dense {se.SqueezeWidth}x{se.OutputChannels} {se.Options.Biases}";
                yield return $"dense {se.OutputChannels}x{se.SqueezeWidth} {se.Options.Biases}";
                break;
            case BatchNormNode norm:
                yield return $"bn {norm.OutputChannels}";
                break;
        }
    }
}
