using System.Globalization;
using System.Runtime.ExceptionServices;
using Senet.Data;
using Senet.Graph;

namespace Senet.Training;

/// <summary>A data set that was opened and scanned, with bad images handled as asked.</summary>
sealed class PreparedData
{
    // Enough images for the mean and deviation to settle to three digits, few enough to take a moment.
    const int MostImagesForStatistics = 10_000;

    // Up to this size, pictures that are all alike are used as they are.
    const int SmallImage = 64;

    readonly bool _applyOrientation;

    PreparedData(ImageDataSet images, IReadOnlyList<BadImage> skipped, int? nativeSize, int channels, bool applyOrientation)
    {
        _applyOrientation = applyOrientation;
        Images = images;
        Skipped = skipped;
        NativeSize = nativeSize;
        Channels = channels;
    }

    public ImageDataSet Images { get; }

    /// <summary>The images that were left out.</summary>
    public IReadOnlyList<BadImage> Skipped { get; }

    /// <summary>Height and width of all images if they are alike, square and small; otherwise null.</summary>
    public int? NativeSize { get; }

    public int Channels { get; }

    /// <summary>Opens and scans the data of a run.</summary>
    /// <exception cref="SenetException">The data cannot be used, or holds bad images and the policy is to stop.</exception>
    public static PreparedData Open(TrainingSettings settings, ulong seed, Action<TrainingEvent> report, CancellationToken cancellationToken)
    {
        ImageDataSet images = ImageDataSet.Open(settings.Data, new() { ValidationFraction = settings.ValidationFraction, Seed = seed, ApplyOrientation = settings.ApplyOrientation });
        report(new TrainingEvent.Message(images.Description));
        foreach (string note in images.Notes)
            report(new TrainingEvent.Message(note));
        int channels = settings.Channels ?? images.Train.NativeChannels;

        // The scan decodes what no earlier scan has found good; what fits into the cache is not decoded again by the first epoch.
        // Images that are packed, or decoded at a fraction of their size, are not needed whole again.
        long trainBytes = settings.CacheFolder is null && !FastDecode(settings) ? settings.CacheBytes : 0;
        var train = new CachedSource(images.Train, trainBytes);
        var validation = new CachedSource(images.Validation, settings.CacheFolder is null ? Math.Max(0, settings.CacheBytes / 4) : 0);
        int total = train.Count + validation.Count;
        int workers = settings.Workers ?? Environment.ProcessorCount;
        byte background = new Preprocessing().Background;
        ScanReport trainReport, validationReport;
        ScanCache? known = ScanCaches.Open(settings.Data);
        try
        {
            trainReport = DataScanner.Scan(train, channels, background, workers, new ProgressRelay(done => report(new TrainingEvent.Scanning(done, total))), cancellationToken, known);
            validationReport = DataScanner.Scan(
                validation, channels, background, workers, new ProgressRelay(done => report(new TrainingEvent.Scanning(train.Count + done, total))), cancellationToken, known);
        }
        finally
        {
            known?.Save();
        }

        BadImage[] bad = [.. trainReport.Bad, .. validationReport.Bad];
        foreach (OddImage odd in trainReport.Odd.Concat(validationReport.Odd))
            report(new TrainingEvent.Message($"{odd.Message}; used as it is", IsWarning: true));
        foreach (BadImage image in bad)
            report(new TrainingEvent.Message(image.Message, IsWarning: true));
        if (bad.Length > 0 && settings.OnBadImage == BadImagePolicy.Stop)
            throw BadImages.Refuse(settings.Data, bad, total);
        if (bad.Length > 0)
            report(new TrainingEvent.Message(string.Create(CultureInfo.InvariantCulture, $"{bad.Length} of {total} images are left out")));

        bool alike = trainReport.MinWidth == trainReport.MaxWidth && trainReport.MinHeight == trainReport.MaxHeight && trainReport.MinWidth == trainReport.MinHeight;
        int? nativeSize = alike && IsSmall(trainReport.MinWidth) ? trainReport.MinWidth : null;
        return new(images.With(train.WithoutBad(trainReport), validation.WithoutBad(validationReport)), bad, nativeSize, channels, settings.ApplyOrientation);
    }

    static bool FastDecode(TrainingSettings settings)
    {
        Recipe recipe = settings.Recipe ?? Recipes.Photos;
        return (settings.AdjustRecipe?.Invoke(recipe) ?? recipe).FastDecode;
    }

    /// <summary>How images enter a network of <paramref name="size"/> pixels.</summary>
    /// <remarks>
    /// Photos: short side to 256 / 224 of the size, centre crop, ImageNet's mean and deviation. Small or grey pictures: no
    /// enlargement beyond the size, mean and deviation of the training images themselves.
    /// </remarks>
    public Preprocessing ChoosePreprocessing(int size, Normalisation normalisation)
    {
        Preprocessing chosen = ChoosePreprocessing(size);
        return normalisation == Normalisation.Mean ? chosen with { Std = [.. chosen.Std.Select(_ => 1 / 255f)] } : chosen;
    }

    Preprocessing ChoosePreprocessing(int size)
    {
        Preprocessing preprocessing = Sized(size, Channels) with { ApplyOrientation = _applyOrientation };
        if (!IsSmall(size) && Channels == 3)
            return preprocessing;
        (float[] mean, float[] std) = Statistics(preprocessing.Background);
        return preprocessing with { Mean = mean, Std = std };
    }

    /// <summary>Whether a size counts as that of small pictures, which are not enlarged and have a recipe of their own.</summary>
    public static bool IsSmall(int size) => size <= SmallImage;

    /// <summary>The same before the images' own statistics are known.</summary>
    public static Preprocessing Sized(int size, int channels) => new()
    {
        Channels = channels,
        Height = size,
        Width = size,
        ResizeShortSide = IsSmall(size) ? size : (int)Math.Round(size * 256 / 224.0),
    };

    (float[] Mean, float[] Std) Statistics(byte background)
    {
        // Sums of whole numbers: the same in any order.
        long[] totals = new long[Channels];
        long[] totalSquares = new long[Channels];
        long pixels = 0;
        int stride = Math.Max(1, Images.Train.Count / MostImagesForStatistics);
        try
        {
            Parallel.For(0, (Images.Train.Count + stride - 1) / stride, Add);
        }
        catch (AggregateException e)
        {
            // A file that went after the scan, in its own words.
            ExceptionDispatchInfo.Throw(e.InnerExceptions[0]);
        }
        double count = pixels;
        double[] sum = [.. totals.Select(total => total / 255.0)];
        double[] squares = [.. totalSquares.Select(total => total / (255.0 * 255.0))];
        float[] mean = [.. sum.Select(value => Rounded(value / count))];
        // A constant channel must not divide by zero.
        float[] std = [.. squares.Select((value, channel) => Math.Max(0.001f, Rounded(Math.Sqrt(Math.Max(0, value / count - Math.Pow(sum[channel] / count, 2))))))];
        return (mean, std);

        void Add(int i)
        {
            ImagePixels image = Images.Train.Load(i * stride, Channels, background);
            ReadOnlySpan<byte> data = image.Data;
            for (int channel = 0; channel < Channels; channel++)
            {
                long total = 0;
                long square = 0;
                for (int p = channel; p < data.Length; p += Channels)
                {
                    total += data[p];
                    square += data[p] * data[p];
                }
                Interlocked.Add(ref totals[channel], total);
                Interlocked.Add(ref totalSquares[channel], square);
            }
            Interlocked.Add(ref pixels, (long)image.Width * image.Height);
        }

        static float Rounded(double value) => (float)Math.Round(value, 4);
    }
}
