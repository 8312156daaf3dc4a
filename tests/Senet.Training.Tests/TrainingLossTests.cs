using Senet.Data;
using TorchSharp;
using static TorchSharp.torch;

namespace Senet.Training.Tests;

public class TrainingLossTests
{
    // Float32 logits against PyTorch's float64.
    const double Tolerance = 2e-6;

    [Theory]
    [InlineData("cross-entropy")]
    [InlineData("cross-entropy-smooth")]
    [InlineData("cross-entropy-mixed")]
    [InlineData("cross-entropy-mixed-smooth")]
    [InlineData("cross-entropy-weighted")]
    [InlineData("cross-entropy-weighted-smooth")]
    [InlineData("cross-entropy-weighted-mixed")]
    [InlineData("bce")]
    [InlineData("bce-smooth")]
    [InlineData("bce-mixed-smooth")]
    [InlineData("bce-weighted")]
    public void Mean_MatchesTheStoredNumbers(string name)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor logits = Numbers("logits", 4, 5);
        using TrainingLoss loss = Loss(name);
        Assert.Equal(TrainingMaths.Get("losses", name).GetDouble(), loss.Mean(logits, Targets(name)).item<float>(), Tolerance);
    }

    [Theory]
    [InlineData("cross-entropy-weighted-smooth")]
    [InlineData("bce-mixed-smooth")]
    public void Mean_OfABatch_IsThatOfItsParts(string name)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor logits = Numbers("logits", 4, 5), targets = Targets(name);
        using TrainingLoss loss = Loss(name);
        double parts = 0.75 * loss.Mean(logits.narrow(0, 0, 3), targets.narrow(0, 0, 3)).item<float>() + 0.25 * loss.Mean(logits.narrow(0, 3, 1), targets.narrow(0, 3, 1)).item<float>();
        Assert.Equal(loss.Mean(logits, targets).item<float>(), parts, Tolerance);
    }

    [Fact]
    public void WeightsOf_UnevenClasses_LetsEveryClassCountAlike()
    {
        var images = new Labels([0, 0, 0, 0, 0, 0, 2, 2]);
        Recipe balanced = Recipes.Photos with { ClassWeights = ClassWeighting.Balanced };
        Assert.Null(TrainingLoss.WeightsOf(Recipes.Photos, images, 3));
        float[] weights = TrainingLoss.WeightsOf(balanced, images, 3)!;
        // 8 images of 2 classes: 4 / 6 and 4 / 2; the class without images has nothing to weigh.
        Assert.Equal([4 / 6f, 1, 2], weights);
        Assert.Equal(8, Enumerable.Range(0, images.Count).Sum(i => weights[images.Label(i)]), 1e-5);
    }

    static TrainingLoss Loss(string name)
    {
        var recipe = new Recipe
        {
            Name = name,
            Loss = name.StartsWith("bce", StringComparison.Ordinal) ? LossKind.BinaryCrossEntropy : LossKind.CrossEntropy,
            LabelSmoothing = name.EndsWith("smooth", StringComparison.Ordinal) ? 0.1 : 0,
        };
        float[]? weights = name.Contains("weighted", StringComparison.Ordinal) ? Array.ConvertAll(TrainingMaths.Numbers("losses", "weights"), value => (float)value) : null;
        return new(recipe, 5, weights, CPU);
    }

    static Tensor Targets(string name)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor labels = Numbers("labels", 4).to(int64);
        if (!name.Contains("mixed", StringComparison.Ordinal))
            return labels.MoveToOuterDisposeScope();
        double share = TrainingMaths.Get("losses", "share").GetDouble();
        Tensor own = nn.functional.one_hot(labels, 5).to(float32);
        return (own * share + own.flip(0) * (1 - share)).MoveToOuterDisposeScope();
    }

    static Tensor Numbers(string name, params long[] shape) => tensor(TrainingMaths.Numbers("losses", name), shape).to(float32);

    sealed class Labels(int[] labels) : IImageSource
    {
        public int Count => labels.Length;

        public int NativeChannels => 3;

        public int Label(int index) => labels[index];

        public string Describe(int index) => throw new NotSupportedException();

        public ImagePixels Load(int index, int channels, byte background) => throw new NotSupportedException();
    }
}
