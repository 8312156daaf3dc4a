using System.Globalization;

namespace Senet.Data.Tests;

/// <summary>Every operation on pixels against Pillow and torchvision, to the bit.</summary>
public sealed class PillowOpsTests
{
    static readonly PillowOpsFixture Fixture = PillowOpsFixture.Load();

    [Fact]
    public void Images_AreThoseOfTheScript() =>
        Assert.All(Fixture.Images, image => Assert.Equal(image.Value, PillowOpsFixture.Hash(PillowOpsFixture.Image(image.Key).Data)));

    [Theory]
    [InlineData("brightness", 64)]
    [InlineData("contrast", 64)]
    [InlineData("saturation", 72)]
    [InlineData("sharpness", 64)]
    [InlineData("hue", 81)]
    [InlineData("posterize", 64)]
    [InlineData("solarize", 48)]
    [InlineData("autocontrast", 8)]
    [InlineData("equalize", 8)]
    [InlineData("invert", 8)]
    [InlineData("rotate-nearest", 88)]
    [InlineData("rotate-bilinear", 64)]
    [InlineData("flip-horizontal", 8)]
    [InlineData("flip-vertical", 8)]
    public void Operation_OnEveryImage_EqualsPillow(string op, int cases)
    {
        PillowOpsFixture.Op[] rows = [.. Fixture.Ops.Where(row => row.Name == op)];
        Assert.Equal(cases, rows.Length);
        List<string> differing = [];
        foreach (PillowOpsFixture.Op row in rows)
        {
            ImagePixels image = PillowOpsFixture.Image(row.Image);
            Apply(op, new(image), row.Value);
            if (PillowOpsFixture.Hash(image.Data) != row.Sha256)
                differing.Add(string.Create(CultureInfo.InvariantCulture, $"{row.Image} {row.Value}"));
        }
        Assert.Empty(differing);
    }

    [Fact]
    public void Tables_EqualTorchvisions()
    {
        Assert.Equal(3 * 2 * ImageChanges.TableLength, Fixture.Tables.Length);
        foreach (PillowOpsFixture.Table table in Fixture.Tables)
        {
            ImageChange change = Enum.Parse<ImageChange>(table.Op);
            Assert.Equal(table.Signed, ImageChanges.IsSigned(change));
            Assert.Equal(table.Magnitudes.Length > 0, ImageChanges.HasLevels(change));
            for (int level = 0; level < table.Magnitudes.Length; level++)
            {
                double magnitude = table.Kind == "rand" ? ImageChanges.RandMagnitude(change, level, table.Width, table.Height) : ImageChanges.TrivialMagnitude(change, level);
                // Torch computes in float32, in an order that depends on the processor.
                Assert.Equal(table.Magnitudes[level], magnitude, 2e-5);
            }
        }
        // In the order of the tables, so that one draw gives one change.
        Assert.Equal(Fixture.Tables.Take(ImageChanges.TableLength).Select(table => table.Op), Enumerable.Range(0, ImageChanges.TableLength).Select(i => ((ImageChange)i).ToString()));
    }

    [Fact]
    public void Changes_OfRandAugmentAndTrivialAugment_EqualTorchvisions()
    {
        Assert.True(Fixture.Changes.Length > 400);
        List<string> differing = [];
        foreach (PillowOpsFixture.Change row in Fixture.Changes)
        {
            ImagePixels image = PillowOpsFixture.Image(row.Image);
            ImageChanges.Apply(Enum.Parse<ImageChange>(row.Op), row.Magnitude, new(image));
            if (PillowOpsFixture.Hash(image.Data) != row.Sha256)
                differing.Add(string.Create(CultureInfo.InvariantCulture, $"{row.Image} {row.Op} {row.Magnitude}"));
        }
        Assert.Empty(differing);
    }

    static void Apply(string op, PixelSpan image, double value)
    {
        switch (op)
        {
            case "brightness":
                PillowOps.Brightness(image, value);
                break;
            case "contrast":
                PillowOps.Contrast(image, value);
                break;
            case "saturation":
                PillowOps.Saturation(image, value);
                break;
            case "sharpness":
                PillowOps.Sharpness(image, value);
                break;
            case "hue":
                PillowOps.Hue(image, value);
                break;
            case "posterize":
                PillowOps.Posterize(image, (int)value);
                break;
            case "solarize":
                PillowOps.Solarize(image, value);
                break;
            case "autocontrast":
                PillowOps.AutoContrast(image);
                break;
            case "equalize":
                PillowOps.Equalize(image);
                break;
            case "invert":
                PillowOps.Invert(image);
                break;
            case "rotate-nearest":
                PillowOps.RotateNearest(image, value);
                break;
            case "rotate-bilinear":
                PillowOps.RotateBilinear(image, value);
                break;
            case "flip-horizontal":
                Flips.Horizontal(image);
                break;
            case "flip-vertical":
                Flips.Vertical(image);
                break;
            default:
                throw new ArgumentException(op);
        }
    }
}
