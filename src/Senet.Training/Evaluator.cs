using Senet.Data;
using Senet.Torch;
using Senet.Training.Distributed;
using TorchSharp;
using static TorchSharp.torch;

namespace Senet.Training;

/// <summary>Runs a network over labelled images.</summary>
public static class Evaluator
{
    /// <summary>Evaluates <paramref name="module"/> on every image of <paramref name="loader"/>, once, in order.</summary>
    /// <param name="module">The network; left in the mode it was in.</param>
    /// <param name="loader">A loader that does not shuffle.</param>
    /// <param name="classes">Class names, as many as the network has outputs.</param>
    /// <param name="device">Where the module is.</param>
    /// <param name="progress">Receives the number of images done.</param>
    /// <param name="cancellationToken">Stops between two batches.</param>
    public static EvaluationResult Evaluate(
        GraphModule module, BatchLoader loader, IReadOnlyList<string> classes, Device device, IProgress<int>? progress = null, CancellationToken cancellationToken = default)
    {
        return Evaluate(module, loader, classes, device, progress, new Alone(), loader?.Source.Count ?? 0, cancellationToken);
    }

    /// <summary>The same for several processes, of which each has the images of <see cref="ValidationShare"/>; all get what one process alone would, to the bit.</summary>
    /// <param name="module">The network; left in the mode it was in.</param>
    /// <param name="loader">A loader of this process's images that does not shuffle.</param>
    /// <param name="classes">Class names, as many as the network has outputs.</param>
    /// <param name="device">Where the module is.</param>
    /// <param name="progress">Receives the number of images done by all, as far as this process can tell.</param>
    /// <param name="collective">The processes.</param>
    /// <param name="total">Images of all processes.</param>
    /// <param name="cancellationToken">Stops between two batches.</param>
    internal static EvaluationResult Evaluate(
        GraphModule module, BatchLoader loader, IReadOnlyList<string> classes, Device device, IProgress<int>? progress, ICollective collective, int total, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(module);
        ArgumentNullException.ThrowIfNull(loader);
        ArgumentNullException.ThrowIfNull(classes);
        bool wasTraining = module.training;
        module.eval();
        try
        {
            return Count(loader, classes, batch => Logits(module, batch, device), progress, collective.Size, cancellationToken).Result(classes, loader.Source, collective, total);
        }
        finally
        {
            module.train(wasTraining);
        }
    }

    /// <summary>Evaluates whatever gives logits on every image of <paramref name="loader"/>, once, in order; the loader decodes ahead meanwhile.</summary>
    /// <param name="loader">
    /// A loader that does not shuffle. Where it gives several crops of an image, their probabilities are averaged, as Krizhevsky,
    /// Sutskever and Hinton did (2012, section 4.1).
    /// </param>
    /// <param name="classes">Class names, as many as there are logits for an input.</param>
    /// <param name="logits">Gives the (N * views, classes) logits of a batch, row-major. It does not dispose the batch.</param>
    /// <param name="progress">Receives the number of images done.</param>
    /// <param name="cancellationToken">Stops between two batches.</param>
    public static EvaluationResult Evaluate(
        BatchLoader loader, IReadOnlyList<string> classes, Func<ImageBatch, float[]> logits, IProgress<int>? progress = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(loader);
        ArgumentNullException.ThrowIfNull(classes);
        ArgumentNullException.ThrowIfNull(logits);
        return Count(loader, classes, logits, progress, processes: 1, cancellationToken).Result(classes, loader.Source, new Alone(), loader.Source.Count);
    }

    static Counts Count(BatchLoader loader, IReadOnlyList<string> classes, Func<ImageBatch, float[]> logits, IProgress<int>? progress, int processes, CancellationToken cancellationToken)
    {
        var counts = new Counts(classes.Count);
        foreach (ImageBatch batch in loader.Epoch(0, 0, cancellationToken))
        {
            using (batch)
                counts.Add(batch.Views == 1 ? logits(batch) : MeanProbabilities(logits(batch), batch.Views, classes.Count), batch.Labels);
            progress?.Report(counts.Images * processes);
        }
        return counts;
    }

    /// <summary>(N, classes) logits of a batch, row-major, without gradients.</summary>
    internal static float[] Logits(GraphModule module, ImageBatch batch, Device device)
    {
        using DisposeScope scope = NewDisposeScope();
        using IDisposable noGrad = no_grad();
        using Tensor logits = module.call(Batches.ToTensor(batch, device)).to(float32).cpu();
        return logits.data<float>().ToArray();
    }

    // Logarithms of the mean probabilities: logits that have these probabilities.
    static float[] MeanProbabilities(ReadOnlySpan<float> logits, int views, int classes)
    {
        var result = new float[logits.Length / views];
        var mean = new double[classes];
        for (int image = 0; image < result.Length; image += classes)
        {
            Array.Clear(mean);
            for (int view = 0; view < views; view++)
            {
                ReadOnlySpan<float> row = logits.Slice(image * views + view * classes, classes);
                float best = float.NegativeInfinity;
                foreach (float value in row)
                    best = Math.Max(best, value);
                double sum = 0;
                foreach (float value in row)
                    sum += Math.Exp(value - best);
                for (int c = 0; c < classes; c++)
                    mean[c] += Math.Exp(row[c] - best) / sum;
            }
            // A probability of 0 would make the loss infinite where a single crop's would be large.
            for (int c = 0; c < classes; c++)
                result[image + c] = (float)Math.Log(Math.Max(mean[c] / views, double.Epsilon));
        }
        return result;
    }

    sealed class Counts(int classes)
    {
        readonly int[][] _confusion = [.. Enumerable.Range(0, classes).Select(_ => new int[classes])];
        readonly List<double> _losses = [];
        int _top5;

        public int Images => _losses.Count;

        public void Add(ReadOnlySpan<float> logits, long[] labels)
        {
            for (int i = 0; i < labels.Length; i++)
            {
                ReadOnlySpan<float> row = logits.Slice(i * classes, classes);
                int label = (int)labels[i];
                int best = 0;
                int higher = 0;
                for (int c = 0; c < classes; c++)
                {
                    if (row[c] > row[best])
                        best = c;
                    if (row[c] > row[label])
                        higher++;
                }
                _confusion[label][best]++;
                if (higher < 5)
                    _top5++;
                double sum = 0;
                foreach (float value in row)
                    sum += Math.Exp(value - row[best]);
                _losses.Add(Math.Log(sum) + row[best] - row[label]);
            }
        }

        public EvaluationResult Result(IReadOnlyList<string> names, IImageSource source, ICollective collective, int total)
        {
            // One image is added after the other, as a process alone would: whole numbers may be summed in any order, losses may not.
            double[] losses = new double[total];
            for (int i = 0; i < _losses.Count; i++)
                losses[source is SubsetSource subset && collective.Size > 1 ? subset.SourceIndex(i) : i] = _losses[i];
            double[] counts = [.. _confusion.SelectMany(row => row).Select(count => (double)count), _top5];
            collective.Sum(losses);
            collective.Sum(counts);
            int[][] confusion = [.. counts[..^1].Chunk(classes).Select(row => row.Select(count => (int)count).ToArray())];
            double loss = 0;
            foreach (double value in losses)
                loss += value;
            return new()
            {
                Classes = names,
                Count = total,
                Top1 = total == 0 ? 0 : (double)confusion.Select((row, index) => row[index]).Sum() / total,
                Top5 = total == 0 ? 0 : counts[^1] / total,
                Loss = total == 0 ? 0 : loss / total,
                Confusion = confusion,
            };
        }
    }
}
