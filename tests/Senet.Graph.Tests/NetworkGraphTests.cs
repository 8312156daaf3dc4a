namespace Senet.Graph.Tests;

public class NetworkGraphTests
{
    public static TheoryData<string> Ids => [.. ArchitectureRegistry.All.Select(architecture => architecture.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void InferShapes_AnySizeAndChannels_EndsInTheClasses(string id)
    {
        Architecture architecture = ArchitectureRegistry.Get(id);
        foreach ((int channels, int size) in new[] { (1, 0), (3, 4), (3, 224), (3, 320), (4, 97) })
        {
            NetworkGraph graph = architecture.Build(architecture.Defaults with { Classes = 7, InputChannels = channels });
            int height = Math.Max(size, graph.SmallestInput + size % 97);
            IReadOnlyList<TensorShape> shapes = graph.InferShapes(new(channels, height, height + size % 7));
            Assert.Equal(new TensorShape(7, 1, 1), shapes[^1]);
        }
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void SmallestInput_OnePixelLess_SaysWhereAndWhatToDo(string id)
    {
        NetworkGraph graph = ArchitectureRegistry.Get(id).Build();
        int smallest = graph.SmallestInput;
        Assert.InRange(smallest, 1, 75);
        if (smallest == 1)
            return;
        SenetException error = Assert.Throws<SenetException>(() => graph.InferShapes(new(3, smallest - 1, smallest - 1)));
        Assert.EndsWith("give the network a larger image", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("se-resnet-50", 3)]
    [InlineData("vgg-16", 32)]
    [InlineData("bn-inception", 7)]
    [InlineData("inception-resnet-v2", 75)]
    public void SmallestInput_IsThatOfTheNetwork(string id, int expected) => Assert.Equal(expected, ArchitectureRegistry.Get(id).Build().SmallestInput);

    [Theory]
    [InlineData("bn-inception")]
    [InlineData("shufflenet-g3")]
    [InlineData("senet-154")]
    [InlineData("shake-shake-26-2x96d")]
    [InlineData("preact-resnet-164")]
    public void InferShapes_EverySizeFromTheSmallest_Fits(string id)
    {
        NetworkGraph graph = ArchitectureRegistry.Get(id).Build();
        for (int size = graph.SmallestInput; size < 100; size++)
            Assert.Equal(1, graph.InferShapes(new(3, size, 131 - size))[^1].Height);
    }

    [Theory]
    [MemberData(nameof(Ids))]
    public void Build_WithAndWithoutSe_DiffersOnlyInSqueezeExcite(string id)
    {
        Architecture architecture = ArchitectureRegistry.Get(id);
        NetworkGraph plain = architecture.Build(architecture.Defaults with { Se = null });
        NetworkGraph se = architecture.Build(architecture.Defaults with { Se = new() { Rounding = SeRounding.Floor } });
        Assert.Equal(plain.Nodes.Select(node => node.Name), se.Nodes.Where(node => node is not SqueezeExciteNode).Select(node => node.Name));
        Assert.NotEmpty(se.Nodes.OfType<SqueezeExciteNode>());
        Assert.All(se.Nodes.OfType<SqueezeExciteNode>(), node => Assert.EndsWith(".se", node.Name, StringComparison.Ordinal));
    }

    [Fact]
    public void Build_StemStride2_QuartersTheCostAndKeepsTheParameters()
    {
        Architecture architecture = ArchitectureRegistry.Get("se-resnet-8");
        NetworkCost full = architecture.Build().Cost(architecture.Input);
        NetworkCost strided = architecture.Build(architecture.Defaults with { StemStride = 2 }).Cost(architecture.Input);
        Assert.Equal(full.Parameters, strided.Parameters);
        Assert.InRange((double)full.Macs / strided.Macs, 3.9, 4);
        SenetException error = Assert.Throws<SenetException>(() => architecture.Build(architecture.Defaults with { StemStride = 3 }));
        Assert.Equal("conv1: stem stride 3; expected 1 or 2", error.Message);
    }

    [Fact]
    public void InferShapes_WrongChannels_NamesTheNode()
    {
        NetworkGraph graph = ArchitectureRegistry.Get("resnet-20").Build();
        SenetException error = Assert.Throws<SenetException>(() => graph.InferShapes(new(1, 32, 32)));
        Assert.Equal("input: the input has 1 channels; expected 3", error.Message);
    }

    [Fact]
    public void InferShapes_KernelLargerThanInput_NamesTheNode()
    {
        var net = new GraphBuilder(3);
        NetworkGraph graph = net.Build("small", net.Conv("stem.conv", net.Input, 8, kernel: 5, padding: 0));
        SenetException error = Assert.Throws<SenetException>(() => graph.InferShapes(new(3, 4, 9)));
        Assert.StartsWith("stem.conv: a 5x5 kernel does not fit the input of 3 x 4 x 9", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Build_DuplicateName_Throws()
    {
        var net = new GraphBuilder(3);
        Node first = net.Conv("conv", net.Input, 8, kernel: 3);
        Node second = net.Conv("conv", first, 8, kernel: 3);
        SenetException error = Assert.Throws<SenetException>(() => net.Build("twice", second));
        Assert.Contains("two nodes are called conv", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Build_NodeOfAnotherGraph_Throws()
    {
        var one = new GraphBuilder(3);
        var other = new GraphBuilder(3);
        Node foreign = one.Conv("foreign", one.Input, 8, kernel: 3);
        SenetException error = Assert.Throws<SenetException>(() => other.Build("mixed", other.Relu("relu", foreign)));
        Assert.Contains("relu reads foreign", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Sum_DifferentChannels_NamesBothSides()
    {
        var net = new GraphBuilder(3);
        Node left = net.Conv("left", net.Input, 8, kernel: 1);
        Node right = net.Conv("right", net.Input, 9, kernel: 1);
        SenetException error = Assert.Throws<SenetException>(() => net.Sum("join", left, right));
        Assert.StartsWith("join: left has 8 channels and right 9", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void MaxPool_CeilMode_RoundsUpButNeverStartsInThePadding()
    {
        // PyTorch's and Caffe's rule, checked at sizes where the two modes differ.
        static int Extent(int size, int kernel, int stride, int padding, bool ceil)
        {
            var net = new GraphBuilder(1);
            NetworkGraph graph = net.Build("pool", net.MaxPool("pool", net.Input, kernel, stride, padding, ceil ? PoolRounding.Ceil : PoolRounding.Floor));
            return graph.InferShapes(new(1, size, size))[^1].Height;
        }

        Assert.Equal(56, Extent(112, 3, 2, 0, ceil: true));
        Assert.Equal(55, Extent(112, 3, 2, 0, ceil: false));
        Assert.Equal(56, Extent(112, 3, 2, 1, ceil: false));
        // Rounded up this would be 3 windows, the last of which would start at 4, behind size + padding - 1 = 3.
        Assert.Equal(2, Extent(3, 2, 2, 1, ceil: true));
        Assert.Equal(1, Extent(2, 3, 2, 0, ceil: true));
    }
}
