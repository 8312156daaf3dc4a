using Senet.Data;
using Senet.Graph;
using Senet.Training;

namespace Senet.Cli;

/// <summary>The evaluation of a model on images that were scanned first, with bad ones handled as in training.</summary>
sealed record Evaluation(EvaluationResult Result, IReadOnlyList<BadImage> Skipped)
{
    // Decoded images of the scan that the evaluation need not decode again.
    const long CacheBytes = 1L << 30;

    /// <summary>Scans and evaluates; <paramref name="warn"/> receives the images left out, <paramref name="progress"/> passing lines on any thread.</summary>
    /// <exception cref="SenetException">There are bad images and the policy is to stop, or none is left.</exception>
    public static Evaluation Measure(
        Engine engine, IImageSource images, string data, BadImagePolicy onBadImage, int batchSize, int crops,
        Action<string> warn, Action<string> progress, CancellationToken cancellationToken)
    {
        Preprocessing input = engine.Transform.Preprocessing;
        var cached = new CachedSource(images, CacheBytes);
        ScanCache? known = ScanCaches.Open(data);
        ScanReport report;
        try
        {
            report = DataScanner.Scan(cached, input.Channels, input.Background, Environment.ProcessorCount, new Count("scanning", images.Count, progress), cancellationToken, known);
        }
        finally
        {
            known?.Save();
        }
        if (report.Bad.Count > 0)
        {
            if (onBadImage == BadImagePolicy.Stop)
                throw BadImages.Refuse(data, report.Bad, report.Count);
            foreach (BadImage bad in report.Bad)
                warn($"left out: {bad.Message}");
        }
        IImageSource good = cached.WithoutBad(report);
        if (good.Count == 0)
            throw new SenetException($"{data}: no image can be used");
        var transform = crops == 1 ? engine.Transform : new EvaluationTransform(input, crops);
        var loader = new BatchLoader(good, transform, new() { BatchSize = batchSize, Background = input.Background });
        var evaluating = new Count("evaluating", good.Count, progress);
        return new(Evaluator.Evaluate(loader, engine.Classes, batch => engine.Logits(batch.Values), evaluating, cancellationToken), report.Bad);
    }

    sealed class Count(string what, int total, Action<string> progress) : IProgress<int>
    {
        public void Report(int value) => progress($"{what}: {Numbers.Grouped(value)} of {Numbers.Grouped(total)} images");
    }
}
