using System.Globalization;
using System.Text.Json;

namespace Senet.Data.Tests;

public sealed class AugmentationOpsTests
{
    [Fact]
    public void Parse_NamesAlone_TakeTheDefaultsOfTheRecords()
    {
        AugmentationOps all = AugmentationTests.All();
        Assert.Equal(AugmentationOps.Syntax.Count, all.Count);
        Assert.Equal(
            new AugmentationOps(
            [
                new Rotation(), new PixelJitter(), new ColorJitter(), new Lighting(), new RandAugment(), new TrivialAugment(), new VerticalFlip(),
                PixelChange.Invert(), PixelChange.Posterize(), PixelChange.Solarize(), PixelChange.Sharpness(), PixelChange.AutoContrast(), PixelChange.Equalize(),
                new RandomErasing(), new Cutout(), new Mixup(), new CutMix(),
            ]),
            all);
        // The text shown for each is its default.
        Assert.All(AugmentationOps.Syntax.Zip(all), pair => Assert.Equal(
            pair.Second.ToString(), pair.First.Contains(':', StringComparison.Ordinal) ? $"{pair.First.Split(':')[0]}:{pair.First.Split('(', ')')[1]}" : pair.First));
    }

    [Fact]
    public void ToString_ReadsBackInAnyCulture()
    {
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
        try
        {
            var ops = new AugmentationOps([new ColorJitter(0.1, 0.25, 1.5, 1 / 3.0), new Rotation(7.5), PixelChange.Solarize(17.5, 0.1), new Mixup(0.2)]);
            Assert.Equal("color-jitter:0.1/0.25/1.5/0.3333333333333333,rotation:7.5,solarize:17.5/0.1,mixup:0.2", ops.ToString());
            Assert.Equal(ops, AugmentationOps.Parse(ops.ToString()));
            Assert.Equal(ops.GetHashCode(), AugmentationOps.Parse(ops.ToString()).GetHashCode());
            Assert.Equal(AugmentationOps.None, AugmentationOps.Parse(""));
            Assert.Equal(new AugmentationOps([new ColorJitter(0.1, 0.2)]), AugmentationOps.Parse(" Color-Jitter:0.1/0.2 "));
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Constructor_OrdersByWhatIsChanged()
    {
        AugmentationOps ops = AugmentationOps.Parse("mixup,cutout,rotation,random-erasing,invert,cutmix");
        Assert.Equal(["rotation", "invert", "cutout", "random-erasing", "mixup", "cutmix"], ops.Select(op => op.Name));
        Assert.NotEqual(AugmentationOps.Parse("rotation,invert"), AugmentationOps.Parse("invert,rotation"));
    }

    [Theory]
    [InlineData("rotatoin:10", "augmentation 'rotatoin:10': there is no operation 'rotatoin', the nearest is rotation; the operations are rotation, pixel-jitter,")]
    [InlineData("rotation:ten", "augmentation 'rotation:ten': 'ten' is no number; expected rotation:DEGREES (10)")]
    [InlineData("rotation:1/2", "augmentation 'rotation:1/2': 2 numbers; expected rotation:DEGREES (10)")]
    [InlineData("trivial-augment:3", "augmentation 'trivial-augment:3': 1 numbers; expected trivial-augment")]
    [InlineData("rotation:200", "augmentation rotation: DEGREES is 200; expected 0 to 180")]
    [InlineData("rotation:NaN", "augmentation rotation: DEGREES is NaN; expected 0 to 180")]
    [InlineData("pixel-jitter:2.5", "augmentation pixel-jitter: RANGE is 2.5; expected a whole number, 0 to 255")]
    [InlineData("color-jitter:-1", "augmentation color-jitter: BRIGHTNESS is -1; expected 0 or more")]
    [InlineData("mixup:0", "augmentation mixup: ALPHA is 0; expected 0.001 to 1000000")]
    [InlineData("mixup,,cutmix", "augmentation '': there is no operation ''")]
    public void Parse_WrongText_SaysWhatIsWrong(string text, string message) =>
        Assert.StartsWith(message, TestData.Error(() => AugmentationOps.Parse(text)), StringComparison.Ordinal);

    [Fact]
    public void Constructor_NumberOutOfRange_IsRefusedToo() =>
        Assert.StartsWith("augmentation rand-augment: LEVEL is 31; expected a whole number, 0 to 30", TestData.Error(() => _ = new AugmentationOps([new RandAugment(2, 31)])), StringComparison.Ordinal);

    [Fact]
    public void Json_IsTheText()
    {
        Augmentation augmentation = Augmentations.Released with { Ops = AugmentationOps.Parse("rotation,mixup:0.4") };
        string json = JsonSerializer.Serialize(augmentation);
        Assert.Contains("\"Ops\":\"rotation:10,mixup:0.4\"", json, StringComparison.Ordinal);
        Assert.Equal(augmentation, JsonSerializer.Deserialize<Augmentation>(json));
        Assert.Contains("there is no operation", Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<AugmentationOps>("\"nothing\"")).Message, StringComparison.Ordinal);
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize<AugmentationOps>("[1]"));
    }
}
