using System.Text.Json;
using Senet.Data;

namespace Senet.Training.Tests;

/// <summary>Mixup and CutMix against a second implementation of their equations and of the random numbers they draw.</summary>
public class MixingTests
{
    [Theory]
    [InlineData("mixup")]
    [InlineData("cutmix")]
    public void Apply_FourEpochs_MatchesTheStoredNumbers(string name)
    {
        float[] images = Array.ConvertAll(TrainingMaths.Numbers("mixing", "images"), value => (float)value);
        int epoch = 0;
        foreach (JsonElement expected in TrainingMaths.Get("mixing", name).EnumerateArray())
        {
            float[] values = [.. images];
            var random = new SampleRandom(7, epoch, -2);
            BatchOp op = name == "mixup" ? new Mixup(0.4) : new CutMix(1);
            MixedLabels mixed = op.Apply(values, [0, 1, 2, 3], 6, 5, ref random);
            Assert.All(mixed.Shares, share => Assert.Equal(expected[0].GetDouble(), share, 1e-6));
            TrainingMaths.AssertClose(TrainingMaths.Numbers(expected[1]), [.. values.Select(value => (double)value)], 1e-6, $"{name}, epoch {epoch}");
            epoch++;
        }
        Assert.Equal(4, epoch);
    }
}
