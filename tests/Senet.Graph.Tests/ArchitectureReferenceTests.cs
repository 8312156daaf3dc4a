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

        Assert.Equal(reference.GetProperty("params").GetInt64() - UnusedParameters(name), cost.Parameters);
        JsonElement macs = reference.GetProperty("macs");
        Assert.Equal(macs.GetProperty("total").GetInt64(), cost.Macs);
        Assert.Equal(macs.GetProperty("se_part").GetInt64(), cost.SeMacs);
        Assert.Equal(reference.GetProperty("activations").GetProperty("conv_and_linear").GetInt64(), cost.Activations);

        JsonElement.ArrayEnumerator rows = reference.GetProperty("layers").EnumerateArray();
        // A reference may list a block's shortcut before or after its branch: compare as multisets.
        Assert.Equal(
            rows.SelectMany(ReferenceTensors).Order(StringComparer.Ordinal),
            graph.Nodes.Zip(graph.InferShapes(cost.Input)).SelectMany(OurTensors).Order(StringComparer.Ordinal));
        // Poolings are rows only where the reference has modules for them; jaxony's average poolings are calls.
        string[] pools = [.. rows.SelectMany(ReferencePools).Order(StringComparer.Ordinal)];
        if (pools.Length > 0 && !name.StartsWith("jaxony_", StringComparison.Ordinal))
            Assert.Equal(pools, graph.Nodes.Zip(graph.InferShapes(cost.Input)).SelectMany(OurPools).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void References_AreAllThatThereAre()
    {
        using FileStream stream = File.OpenRead(SharedFiles.Shared("reference/architectures.json"));
        using JsonDocument document = JsonDocument.Parse(stream);
        IEnumerable<string> names = document.RootElement.GetProperty("architectures").EnumerateArray().Select(entry => entry.GetProperty("name").GetString()!);
        Assert.Equal(names.Order(StringComparer.Ordinal), ReferenceArchitectures.All.Keys.Order(StringComparer.Ordinal));
    }

    // owruby's blocks make shortcuts that never run: 584,640 values in the modules listed as unused.
    static long UnusedParameters(string name) => ReferenceArchitectures.UnusedModules(name).Count > 0 ? 584_640 : 0;

    static IEnumerable<string> ReferencePools(JsonElement row)
    {
        string type = row.GetProperty("t").GetString()!;
        // Windows over the whole map are global poolings; one of 1x1 only drops pixels.
        if (type is "maxpool" or "avgpool" && row.GetProperty("k")[0].GetInt32() > 1 && row.GetProperty("o")[0].GetInt32() > 1)
        {
            bool counts = type == "avgpool" && row.GetProperty("count_include_pad").GetBoolean();
            yield return $"{type} {row.GetProperty("k")[0]} s{row.GetProperty("s")[0]} p{row.GetProperty("p")[0]} {row.GetProperty("ceil")} {counts} o{row.GetProperty("o")[0]}x{row.GetProperty("o")[1]}";
        }
    }

    static IEnumerable<string> OurPools((Node Node, TensorShape Output) layer)
    {
        if (layer.Node is not PoolNode pool)
            yield break;
        bool counts = pool is AveragePoolNode { CountPadding: true };
        yield return $"{(pool is MaxPoolNode ? "maxpool" : "avgpool")} {pool.Kernel} s{pool.Stride} p{pool.Padding} {pool.Rounding != PoolRounding.Floor} {counts} o{layer.Output.Height}x{layer.Output.Width}";
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
                    : $"conv {weight} {bias} s{row.GetProperty("s")[0]}x{row.GetProperty("s")[1]} p{row.GetProperty("p")[0]}x{row.GetProperty("p")[1]} g{row.GetProperty("g")} o{row.GetProperty("o")[0]}x{row.GetProperty("o")[1]}";
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
                yield return $"conv {weight} {conv.HasBias} s{conv.Stride}x{conv.Stride} p{conv.Padding} g{conv.Groups} o{layer.Output.Height}x{layer.Output.Width}";
                break;
            case LinearNode linear:
                yield return $"dense {string.Join("x", linear.Parameters[0].Shape)} {linear.HasBias}";
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
