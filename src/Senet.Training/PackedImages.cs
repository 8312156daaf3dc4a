using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Senet.Data;

namespace Senet.Training;

/// <summary>A run's images behind the packed files in its cache folder.</summary>
sealed class PackedImages : IDisposable
{
    readonly List<PackedSource> _packed = [];

    /// <summary>The images as the run reads them.</summary>
    public required ImageDataSet Images { get; init; }

    /// <summary>Opens the packed files, and builds them where they are missing or stale. Without a cache folder the images stay as they are.</summary>
    public static PackedImages Open(RunDescription run, ImageDataSet images, string data, TrainingSettings settings, Action<TrainingEvent> report, CancellationToken cancellationToken)
    {
        if (run.CacheFolder is not { } folder)
            return new() { Images = images };
        if (!PackedSource.CanPack(images.Train) || !PackedSource.CanPack(images.Validation))
        {
            report(new TrainingEvent.Message($"{data}: the images are in memory anyway; the cache in {folder} is not used"));
            return new() { Images = images };
        }
        // Evaluation then gives the pixels that it gives without a cache.
        var options = new PackedOptions
        {
            ShortSide = run.Preprocessing.ResizeShortSide,
            Interpolation = run.Preprocessing.Interpolation,
            Channels = run.Preprocessing.Channels,
            Background = run.Preprocessing.Background,
        };
        // One file for each part of each data set and size, so that a changed data set replaces its file.
        string name = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Path.GetFullPath(data))).AsSpan(0, 4));
        int total = images.Train.Count + images.Validation.Count;
        List<PackedSource> opened = [];
        try
        {
            PackedSource train = OpenPart(images.Train, "train", 0), validation = OpenPart(images.Validation, "validation", images.Train.Count);
            var packed = new PackedImages { Images = images.With(train, validation) };
            packed._packed.AddRange(opened);
            return packed;
        }
        catch
        {
            opened.ForEach(part => part.Dispose());
            throw;
        }

        PackedSource OpenPart(IImageSource source, string part, int before)
        {
            string path = Path.Combine(folder, string.Create(CultureInfo.InvariantCulture, $"{name}-{part}-{options.ShortSide}.senet-images"));
            PackedSource packed = PackedSource.Open(
                source, path, options, settings.Workers ?? Environment.ProcessorCount, new ProgressRelay(done => report(new TrainingEvent.Caching(before + done, total))), cancellationToken);
            opened.Add(packed);
            report(new TrainingEvent.Message(string.Create(CultureInfo.InvariantCulture, $"{path}: {(packed.WasBuilt ? "built" : "found")}, {source.Count} images, {packed.FileBytes >> 20} MB")));
            return packed;
        }
    }

    public void Dispose() => _packed.ForEach(part => part.Dispose());
}
