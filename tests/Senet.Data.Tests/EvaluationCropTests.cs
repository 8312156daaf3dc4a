using System.Globalization;
using Senet.Graph;

namespace Senet.Data.Tests;

/// <summary>Resize and crops of evaluation against torchvision, to the bit, and the presets that name them.</summary>
public sealed class EvaluationCropTests
{
    [Fact]
    public void Crops_CentreFiveAndTen_EqualTorchvisions()
    {
        SampleRandom none = default;
        List<string> differing = [];
        foreach (PillowOpsFixture.Crop row in PillowOpsFixture.Load().Crops)
        {
            ImagePixels image = PillowOpsFixture.Image(row.Image);
            var input = new EvaluationPreset(row.Resize, row.Size).Apply(new()) with { Channels = image.Channels, Mean = new float[image.Channels], Std = [.. Enumerable.Repeat(1f, image.Channels)] };
            if (PillowOpsFixture.Hash(new EvaluationTransform(input).ApplyPixels(image, ref none).Data) != row.Centre)
                differing.Add($"{row.Image} {row.Resize}/{row.Size}");
            if (row.Ten is null)
            {
                Assert.Throws<ArgumentException>(() => new EvaluationTransform(input, 5));
                continue;
            }
            foreach (int crops in new[] { 5, 10 })
            {
                var transform = new EvaluationTransform(input, crops);
                for (int view = 0; view < crops; view++)
                {
                    if (PillowOpsFixture.Hash(transform.ApplyPixels(image, ref none, view).Data) != row.Ten[view])
                        differing.Add($"{row.Image} {row.Resize}/{row.Size} crop {view} of {crops}");
                }
            }
        }
        Assert.Empty(differing);
    }

    [Fact]
    public void Apply_TenCrops_WritesOneInputAfterTheOther()
    {
        Preprocessing input = new EvaluationPreset(40, 32).Apply(new());
        ImagePixels image = PillowOpsFixture.Image("noise-100x80x3");
        var transform = new EvaluationTransform(input, 10);
        Assert.Equal((10, 10 * 3 * 32 * 32), (transform.Views, transform.Length));
        float[] all = new float[transform.Length];
        transform.Apply(image, all);
        SampleRandom none = default;
        for (int view = 0; view < 10; view++)
        {
            byte[] pixels = transform.ApplyPixels(image, ref none, view).Data;
            for (int i = 0; i < pixels.Length; i++)
                Assert.Equal((pixels[i] / 255f - input.Mean[i % 3]) / input.Std[i % 3], all[view * pixels.Length + i % 3 * 1024 + i / 3]);
        }
        ArgumentException length = Assert.Throws<ArgumentException>(() => transform.Apply(image, new float[5]));
        Assert.StartsWith("10 x 3 x 32 x 32 = 30720 floats are needed, not 5", length.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => new EvaluationTransform(input, 3));
        Assert.Throws<ArgumentOutOfRangeException>(() => transform.ApplyPixels(image, ref none, 10));
    }

    [Theory]
    [InlineData("256/224", 256, 224)]
    [InlineData("352/299", 352, 299)]
    [InlineData("320", 320, 320)]
    [InlineData("224@0.875", 256, 224)]
    [InlineData("224@0.95", 235, 224)]
    [InlineData("288@1", 288, 288)]
    public void EvaluationPreset_Text_IsRead(string text, int resize, int crop)
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
        try
        {
            Assert.True(EvaluationPreset.TryParse(text, out EvaluationPreset preset));
            Assert.Equal(new(resize, crop), preset);
            Assert.True(EvaluationPreset.TryParse(preset.ToString(), out EvaluationPreset again));
            Assert.Equal(preset, again);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Theory]
    [InlineData("")]
    [InlineData("256/")]
    [InlineData("0/224")]
    [InlineData("-256/224")]
    [InlineData("256x224")]
    [InlineData("224@0")]
    [InlineData("224@1.5")]
    [InlineData("224@0.0000000001")]
    [InlineData("224@NaN")]
    [InlineData("256/224/3")]
    public void EvaluationPreset_OtherText_IsRefused(string text) => Assert.False(EvaluationPreset.TryParse(text, out _));
}
