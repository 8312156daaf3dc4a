using Senet.Graph;
using Senet.Tests;
using Senet.Weights;

namespace Senet.Torch.Tests;

/// <summary>Names and shapes of the public implementations tell network and options.</summary>
public class RecognitionTests
{
    public static TheoryData<string> Files => [.. GoldenForwardTests.NativeFiles];

    [Theory]
    [MemberData(nameof(Files))]
    public void Recognise_ReferenceNames_FindsNetworkAndOptions(string file)
    {
        var golden = new GoldenForward(file);
        (string id, NetworkOptions options) = ReferenceArchitectures.All[golden.Reference];
        WeightMatch match = golden.Recognise();
        Assert.Empty(match.Missing);
        Assert.Empty(match.LeftOver);
        Assert.Equal(id, match.Architecture.Id);
        // What cannot be seen comes from the scheme; dropout is the architecture's own.
        // Two rules of rounding may give the same widths.
        SeOptions? se = options.Se is null ? null : match.Options.Se! with { Rounding = options.Se.Rounding };
        Assert.Equal(options with { Dropout = match.Options.Dropout }, match.Options with { Se = se });
        Assert.Equal(Widths(ArchitectureRegistry.Get(id).Build(options)), Widths(match.Graph));

        static IEnumerable<int> Widths(NetworkGraph graph) => graph.Nodes.OfType<SqueezeExciteNode>().Select(block => block.SqueezeWidth);
    }
}
