using Senet.Data;
using Senet.Graph;
using Senet.Training;

namespace Senet.Tests;

public sealed class PreviewCommandTests : IDisposable
{
    readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData("rotation:10,pixel-jitter:20")]
    [InlineData("random-erasing:1,mixup:1,cutmix")]
    public void Preview_ShowsTheInputsOfTraining(string ops)
    {
        string data = TinyPhotos.Create(_folder), sheet = _folder["sheet.png"];
        string output = CommandLine.Succeed("preview", data, "--recipe", "small-images", "--augment", ops, "--count", "3", "--versions", "2", "--epoch", "4", "--seed", "9", "-o", sheet);
        Assert.Contains("3 images, one per row; the original, then the 32 x 32 inputs of epochs 4 to 5, seed 9", output, StringComparison.Ordinal);
        Assert.Contains($"padded by 2, cropped at random, mirror, {ops.Replace(",", ", ", StringComparison.Ordinal).Replace("cutmix", "cutmix:1", StringComparison.Ordinal)}", output, StringComparison.Ordinal);

        // Pictures of 32 pixels are shown at three times their size.
        ImagePixels image = ImageDecoder.DecodeFile(sheet, 3, 255);
        Assert.Equal((3 * 100 + 4 + 8, 3 * 100 + 4), (image.Width, image.Height));
        Augmentation augmentation = Recipes.SmallImages.Augmentation with { Ops = AugmentationOps.Parse(ops) };
        ImageDataSet images = ImageDataSet.Open(data, new() { Seed = 9 });
        var input = new Preprocessing { Height = 32, Width = 32, ResizeShortSide = 32 };
        var loader = new BatchLoader(
            images.Train, new TrainingTransform(input, augmentation), new() { BatchSize = Recipes.SmallImages.BatchSize, Seed = 9, Shuffle = true, MinimumLastBatch = 2 });
        int[] shown = loader.Order(3)[..3];
        for (int row = 0; row < 3; row++)
        {
            ImagePixels original = images.Train.Load(shown[row], 3, 255);
            AssertCell(image, row, 0, (x, y, c) => original.Data[(y * 32 + x) * 3 + c]);
            for (int version = 0; version < 2; version++)
            {
                float[] values = Input(loader, 3 + version, shown[row]);
                AssertCell(image, row, 1 + version, (x, y, c) => Math.Clamp((values[(c * 32 + y) * 32 + x] * input.Std[c] + input.Mean[c]) * 255, 0, 255));
            }
        }
    }

    [Fact]
    public void Preview_Released_IsTheAuthorsAugmentation()
    {
        string data = TinyPhotos.Create(_folder, perClass: 3), sheet = _folder["sheet.png"];
        string output = CommandLine.Succeed("preview", data, "--recipe", "small-images", "--augment", "released", "--size", "48", "--output", sheet);
        Assert.Contains("crop of 8 to 100 % of the area, aspect 0.75 to 1.33, mirror, rotation:10, pixel-jitter:20", output, StringComparison.Ordinal);
        Assert.True(File.Exists(sheet));
        // --no-flip still holds.
        Assert.DoesNotContain("mirror", CommandLine.Succeed("preview", data, "--augment", "released", "--no-flip", "--output", sheet), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--augment: augmentation 'sharpen': there is no operation 'sharpen', the nearest is sharpness", "--augment", "sharpen")]
    [InlineData("--augment: augmentation mixup: ALPHA is -1", "--augment", "mixup:-1")]
    [InlineData("--scale-min 2: expected above 0", "--scale-min", "2")]
    [InlineData("--count 0: expected at least 1", "--count", "0")]
    public void Preview_WrongOption_ExitsWith2AndWritesNothing(string expected, params string[] options)
    {
        string data = TinyPhotos.Create(_folder, perClass: 3), sheet = _folder["sheet.png"];
        CommandLine run = CommandLine.Run(["preview", data, "--output", sheet, .. options]);
        Assert.Equal(2, run.ExitCode);
        Assert.Contains(expected, run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(sheet));
    }

    [Fact]
    public void Preview_SheetTooLarge_IsRefused()
    {
        string data = TinyPhotos.Create(_folder, perClass: 12), sheet = _folder["sheet.png"];
        CommandLine run = CommandLine.Run("preview", data, "--output", sheet, "--size", "4000", "--count", "8");
        Assert.Equal(1, run.ExitCode);
        Assert.Contains("lower --count, --versions or --size", run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists(sheet));
    }

    static float[] Input(BatchLoader loader, int epoch, int index)
    {
        foreach (ImageBatch batch in loader.Epoch(epoch))
        {
            using (batch)
            {
                int place = Array.IndexOf(batch.Indices, index);
                if (place >= 0)
                    return batch.Values.Slice(place * 3072, 3072).ToArray();
            }
        }
        throw new InvalidOperationException("no batch holds the sample");
    }

    static void AssertCell(ImagePixels sheet, int row, int column, Func<int, int, int, double> expected)
    {
        int left = 4 + column * 100 + (column > 0 ? 8 : 0), top = 4 + row * 100;
        for (int y = 0; y < 96; y++)
        {
            for (int x = 0; x < 96; x++)
            {
                for (int c = 0; c < 3; c++)
                    Assert.Equal(expected(x / 3, y / 3, c), sheet.Data[((top + y) * sheet.Width + left + x) * 3 + c], 0.501);
            }
        }
    }
}
