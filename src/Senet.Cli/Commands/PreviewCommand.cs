using System.CommandLine;
using System.Globalization;
using Senet.Data;
using Senet.Graph;
using Senet.Training;

namespace Senet.Cli.Commands;

/// <summary><c>senet preview</c>: what training makes of the images, as a picture.</summary>
sealed class PreviewCommand
{
    // Images looked at to tell whether all are small and alike.
    const int Looked = 16;

    readonly Terminal _terminal;
    readonly Argument<string> _data = new("DATA") { Description = "Labelled images in any form that 'senet train' reads; the training part is shown." };
    readonly Option<string?> _output = Opt.Text("--output", "PNG file to write (default preview.png).", "FILE");
    readonly Option<int?> _count = Opt.Whole("--count", "Images to show, one per row (default 8).");
    readonly Option<int?> _versions = Opt.Whole("--versions", "Augmented versions of each, from as many epochs (default 6).");
    readonly Option<int?> _epoch = Opt.Whole("--epoch", "First epoch shown; its first images are taken (default 1).");
    readonly Option<int?> _size = Opt.Whole("--size", "Height and width of the input (default: the images' own if small and alike, else 224).");
    readonly RecipeOptions _recipe = new();

    PreviewCommand(Terminal terminal) => _terminal = terminal;

    public static Command Create(Terminal terminal)
    {
        var preview = new PreviewCommand(terminal);
        preview._output.Aliases.Add("-o");
        var command = new SenetCommand(
            "preview",
            "Shows what training makes of the images: a PNG with each original beside the inputs that the network gets in successive epochs. " +
            "They are the very inputs of a run with the same data, recipe, seed and size; parts that an operation erases show ImageNet's mean colour.",
            ("senet preview photos/ --recipe photos", "eight photos, six versions of each, in preview.png"),
            ("senet preview photos/ --augment released -o released.png", "as the paper's authors trained"),
            ("senet preview photos/ --augment rand-augment:2/9,random-erasing:0.25,mixup --count 4", "other changes"))
        {
            preview._data, preview._output, preview._count, preview._versions, preview._epoch, preview._size,
        };
        foreach (Option option in preview._recipe.OfImages)
            command.Add(option);
        command.SetAction(preview.Run);
        return command;
    }

    int Run(ParseResult parsed)
    {
        int count = parsed.GetValue(_count).AtLeast(1, _count.Name) ?? 8;
        int versions = parsed.GetValue(_versions).AtLeast(1, _versions.Name) ?? 6;
        int epoch = (parsed.GetValue(_epoch).AtLeast(1, _epoch.Name) ?? 1) - 1;
        int? asked = parsed.GetValue(_size).AtLeast(1, _size.Name);
        string output = parsed.GetValue(_output) ?? "preview.png";
        Recipe? named = _recipe.Named(parsed);
        // Wrong options are found before the data is read; every recipe has the same seed.
        Recipe provisional = Changed(parsed, named ?? Recipes.Photos);
        ImageDataSet data = ImageDataSet.Open(parsed.GetValue(_data)!, new() { Seed = (ulong)provisional.Seed });
        foreach (string note in data.Notes)
            _terminal.Error.WriteLine($"note: {note}");

        int channels = data.Train.NativeChannels;
        int size = asked ?? NativeSize(data.Train, channels) ?? new Preprocessing().Height;
        Recipe recipe = named is null ? Changed(parsed, PreparedData.IsSmall(size) ? Recipes.SmallImages : Recipes.Photos) : provisional;
        Preprocessing preprocessing = PreparedData.Sized(size, channels);
        if (channels == 1)
            preprocessing = preprocessing with { Mean = [0.5f], Std = [0.5f] };
        BatchLoader loader = TrainingLoader.Create(data.Train, preprocessing, recipe, workers: 1);
        int[] shown = loader.Order(epoch)[..Math.Min(count, data.Train.Count)];
        ContactSheet sheet = Draw(loader, shown, epoch, versions, preprocessing);
        PngFile.Write(output, sheet.Image);

        foreach (int index in shown)
            _terminal.Out.WriteLine($"{data.Train.Describe(index)}  {data.Classes[data.Train.Label(index)]}");
        _terminal.Out.WriteLine($"recipe {recipe.Name}: {AugmentationText.Line(recipe.Augmentation)}");
        _terminal.Out.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{output}: {Numbers.Count(shown.Length, "image", "images")}, one per row; the original, then the {size} x {size} inputs of {(versions == 1 ? $"epoch {epoch + 1}" : $"epochs {epoch + 1} to {epoch + versions}")}, seed {recipe.Seed}"));
        return ExitCode.Success;
    }

    Recipe Changed(ParseResult parsed, Recipe recipe)
    {
        Recipe changed = _recipe.Changes(parsed)?.Invoke(recipe) ?? recipe;
        try
        {
            changed.Validate();
            return changed;
        }
        catch (SenetException error)
        {
            throw new UsageException(error.Message);
        }
    }

    // As training decides it, from some images instead of all.
    static int? NativeSize(IImageSource images, int channels)
    {
        int looked = Math.Min(Looked, images.Count);
        int? size = null;
        for (int i = 0; i < looked; i++)
        {
            ImagePixels image = images.Load((int)((long)i * images.Count / looked), channels, new Preprocessing().Background);
            if (image.Width != image.Height || !PreparedData.IsSmall(image.Width) || image.Width != (size ?? image.Width))
                return null;
            size = image.Width;
        }
        return size;
    }

    static ContactSheet Draw(BatchLoader loader, int[] shown, int epoch, int versions, Preprocessing preprocessing)
    {
        var sheet = new ContactSheet(shown.Length, 1 + versions, preprocessing.Width, preprocessing.Height, preprocessing.Channels);
        for (int row = 0; row < shown.Length; row++)
            sheet.Place(row, 0, loader.Source.Load(shown[row], preprocessing.Channels, preprocessing.Background));
        for (int version = 0; version < versions; version++)
        {
            int[] order = loader.Order(epoch + version);
            for (int row = 0; row < shown.Length; row++)
                sheet.Place(row, 1 + version, ToPixels(loader.Sample(epoch + version, order, Array.IndexOf(order, shown[row])), preprocessing));
        }
        return sheet;
    }

    // The inverse of the normalisation.
    static ImagePixels ToPixels(float[] chw, Preprocessing input)
    {
        int plane = input.Height * input.Width;
        byte[] data = new byte[chw.Length];
        for (int i = 0; i < data.Length; i++)
        {
            int channel = i % input.Channels;
            float value = chw[channel * plane + i / input.Channels] * input.Std[channel] + input.Mean[channel];
            data[i] = (byte)Math.Clamp(MathF.Round(value * 255), 0, 255);
        }
        return new(input.Width, input.Height, input.Channels, data);
    }
}
