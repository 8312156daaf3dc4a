using Senet.Data;
using Senet.Graph;
using Senet.Torch;
using Senet.Training.Distributed;
using TorchSharp;
using static TorchSharp.torch;

namespace Senet.Training.Tests.Distributed;

/// <summary>One backward pass split between threads that play processes, against the whole batch in one.</summary>
public class GradientReducerTests
{
    // float32 sums in another order.
    const double Tolerance = 2e-5;

    [Theory]
    [InlineData("se-resnet-8", 2, 9)]
    [InlineData("se-resnet-8", 3, 12)]
    // Four images are two pairs: the third process has none and computes along.
    [InlineData("se-resnet-8", 3, 4)]
    [InlineData("se-wrn-16-8", 2, 4)]
    public void Finish_SynchronisedBatchNorm_GivesTheGradientsOfTheWholeBatch(string architecture, int processes, int images)
    {
        NetworkGraph graph = Graph(architecture);
        using Tensor input = Input(images);
        using Tensor labels = arange(images).remainder(3);
        Result expected = Pass(graph, input, labels, collective: null);
        var results = new Result[processes];
        ThreadCollective.Run(processes, collective => results[collective.Rank] = Pass(graph, input, labels, collective));
        foreach (Result actual in results)
        {
            Assert.True(actual.Buckets > 3);
            // All but the last bucket, which holds the first layers, are on their way before the pass ends.
            Assert.Equal(actual.Buckets - 1, actual.SentEarly);
            AssertClose(expected.Gradients, actual.Gradients);
            AssertClose(expected.Statistics, actual.Statistics);
        }
        Assert.Equal(results[0].Gradients.SelectMany(entry => entry.Value), results[^1].Gradients.SelectMany(entry => entry.Value));
    }

    [Fact]
    public void Finish_EachItsOwnBatchNorm_AveragesGradientsAndStatistics()
    {
        NetworkGraph graph = Graph("se-resnet-8");
        using Tensor input = Input(9);
        using Tensor labels = arange(9).remainder(3);
        var alone = new Result[2];
        for (int rank = 0; rank < 2; rank++)
        {
            using Tensor own = tensor(new BatchShare(rank, 2).Positions(9).Select(position => (long)position).ToArray());
            using Tensor images = input.index_select(0, own), classes = labels.index_select(0, own);
            alone[rank] = Pass(graph, images, classes, collective: null);
        }
        var results = new Result[2];
        ThreadCollective.Run(2, collective => results[collective.Rank] = Pass(graph, input, labels, collective, synchronised: false));
        // Shares of 4 and 5 images.
        foreach (Result actual in results)
        {
            AssertClose(Mean(alone[0].Gradients, alone[1].Gradients), actual.Gradients);
            AssertClose(Mean(alone[0].Statistics, alone[1].Statistics), actual.Statistics);
        }

        static Dictionary<string, float[]> Mean(Dictionary<string, float[]> first, Dictionary<string, float[]> second) =>
            first.ToDictionary(entry => entry.Key, entry => entry.Value.Zip(second[entry.Key], (a, b) => (4 * a + 5 * b) / 9).ToArray());
    }

    [Fact]
    public void Finish_FrozenStem_SumsWhatIsTrained()
    {
        NetworkGraph graph = Graph("se-resnet-8");
        using Tensor input = Input(8);
        using Tensor labels = arange(8).remainder(3);
        Result expected = Pass(graph, input, labels, collective: null, freeze: 2);
        ThreadCollective.Run(2, collective => AssertClose(expected.Gradients, Pass(graph, input, labels, collective, freeze: 2).Gradients));
    }

    sealed record Result(Dictionary<string, float[]> Gradients, Dictionary<string, float[]> Statistics, int Buckets, int SentEarly);

    static Result Pass(NetworkGraph graph, Tensor input, Tensor labels, ICollective? collective, bool synchronised = true, int freeze = -1)
    {
        using DisposeScope scope = NewDisposeScope();
        using var module = new GraphModule(graph, seed: 4);
        module.FreezeThrough(freeze);
        module.train();
        int buckets = 0, early = 0;
        // Twice: the second pass meets buffers and gradients of the first.
        for (int step = 0; step < 2; step++)
        {
            foreach ((_, TorchSharp.Modules.Parameter value) in module.TrainableParameters)
                value.grad?.zero_();
        }
        if (collective is null)
        {
            nn.functional.cross_entropy(module.call(input), labels).backward();
        }
        else
        {
            var share = new BatchShare(collective.Rank, collective.Size);
            int[] positions = share.Positions((int)input.shape[0]);
            double weight = (double)positions.Length / input.shape[0];
            using var reducer = new GradientReducer(module, collective, firstBucketBytes: 1000, bucketBytes: 20_000);
            if (synchronised)
                module.BatchNormGroup = new(collective.Rank, collective.Size, values => collective.StartSum(values).Wait()) { Counts = weight > 0 };
            Tensor own = tensor((positions.Length > 0 ? positions : [0, (int)input.shape[0] - 1]).Select(position => (long)position).ToArray());
            Tensor loss = nn.functional.cross_entropy(module.call(input.index_select(0, own)), labels.index_select(0, own));
            reducer.Arm();
            module.Backward(loss * weight);
            reducer.Finish(weight);
            (buckets, early) = (reducer.BucketCount, reducer.SentEarly);
        }
        return new(
            module.TrainableParameters.ToDictionary(entry => entry.Spec.Name, entry => entry.Value.grad!.data<float>().ToArray()),
            module.ExportWeights().Where(weight => weight.Name.Contains("running", StringComparison.Ordinal)).ToDictionary(weight => weight.Name, weight => weight.ToFloat32()),
            buckets, early);
    }

    static void AssertClose(Dictionary<string, float[]> expected, Dictionary<string, float[]> actual)
    {
        Assert.Equal(expected.Keys.Order(), actual.Keys.Order());
        foreach ((string name, float[] values) in expected)
        {
            double size = Math.Max(1e-2, values.Max(value => Math.Abs((double)value)));
            double difference = values.Zip(actual[name], (a, b) => Math.Abs((double)a - b)).Max();
            Assert.True(difference <= Tolerance * size * 10, FormattableString.Invariant($"{name}: differs by {difference}, largest {size}"));
        }
    }

    static NetworkGraph Graph(string architecture) => ArchitectureRegistry.Get(architecture).Build(new() { Classes = 3, InputChannels = 3 });

    static Tensor Input(int images)
    {
        var random = new Random(11);
        return tensor(Enumerable.Range(0, images * 3 * 16 * 16).Select(_ => (float)random.NextDouble()).ToArray(), [images, 3, 16, 16]);
    }
}
