namespace Senet.Inference.Tests;

/// <summary>Numbers that are none, or hardly any.</summary>
public class SpecialValuesTests
{
    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    [InlineData(float.NegativeInfinity)]
    public void Run_NotFinitePixel_IsSeenInTheImagesOwnLogitsOnly(float value)
    {
        foreach (string id in new[] { "se-resnet-18", "resnet-20", "vgg-11", "bn-inception", "mobilenet", "shufflenet-g3" })
        {
            FilledNetwork network = FilledNetwork.OfArchitecture(id);
            using InferencePlan plan = network.Compile();
            const int size = 48;
            float[] images = network.Images(3, size, size);
            float[] clean = FilledNetwork.Run(plan, images, 3, size, size);
            images[3 * size * size + size * 20 + 20] = value;
            double[] expected = network.Truth(images, 3, size, size);
            float[] logits = FilledNetwork.Run(plan, images, 3, size, size);
            Assert.Equal([.. expected.Select(double.IsFinite)], logits.Select(float.IsFinite));
            Assert.Equal(clean[..plan.Classes], logits[..plan.Classes]);
            Assert.Equal(clean[^plan.Classes..], logits[^plan.Classes..]);
        }
    }

    [Fact]
    public void Run_Denormals_MatchesTorchInDouble()
    {
        FilledNetwork network = FilledNetwork.OfArchitecture("se-resnet-20");
        using InferencePlan plan = network.Compile();
        float[] images = [.. network.Images(2, 32, 32).Select((value, i) => i % 2 == 0 ? 1e-40f : value)];
        FilledNetwork.AssertClose(network.Truth(images, 2, 32, 32), FilledNetwork.Run(plan, images, 2, 32, 32), FilledNetwork.Tolerance);
    }
}
