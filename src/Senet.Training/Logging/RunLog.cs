using Senet.Graph;
using Senet.Torch;
using Senet.Weights;
using TorchSharp;
using static TorchSharp.torch;

namespace Senet.Training.Logging;

/// <summary>
/// What a run writes down: figures of steps and epochs, norms of gradients, statistics of gates. After a kill and a resume the
/// files hold every step once, as if nothing had happened: they are flushed before the state is saved, and cut back to the
/// saved state when the run goes on.
/// </summary>
sealed class RunLog : IDisposable
{
    readonly LogOptions _options;
    readonly IReadOnlyList<LogSink> _sinks;
    readonly List<LogRecord> _gates = [];

    /// <summary>A log of these forms; it owns them.</summary>
    internal RunLog(LogOptions options, IReadOnlyList<LogSink> sinks)
    {
        _options = options;
        _sinks = sinks;
    }

    /// <summary>Opens the files of a run that stands at <paramref name="position"/>.</summary>
    /// <exception cref="SenetException">A file cannot be opened.</exception>
    public static RunLog Open(RunFolder folder, LogOptions options, LogPosition position)
    {
        if (options.Formats.Count == 0)
            return new(options, []);
        try
        {
            Directory.CreateDirectory(folder.LogPath);
        }
        catch (Exception error) when (FileErrors.IsFileError(error))
        {
            throw FileErrors.Writing(folder.LogPath, error);
        }
        var sinks = new List<LogSink>();
        foreach (LogFormat format in options.Formats.Distinct())
        {
            sinks.Add(format switch
            {
                LogFormat.TensorBoard => EventLog.Open(Path.Combine(folder.LogPath, "events.out.tfevents.senet"), position),
                LogFormat.JsonLines => JsonLinesLog.Open(Path.Combine(folder.LogPath, "log.jsonl"), position),
                _ => new CsvLog(folder.LogPath, position),
            });
        }
        return new(options, sinks);
    }

    /// <summary>To be called before the forward pass of a step; <see cref="Step"/> ends it.</summary>
    /// <param name="module">The network, whose gates are watched in this pass if it is time for them.</param>
    /// <param name="step">Steps since the start of the run, this one included.</param>
    /// <param name="epoch">Epoch, counted from 1.</param>
    public void Watch(GraphModule module, long step, int epoch)
    {
        bool due = IsDue(_options.GatesEvery, step);
        module.GateObserver = due ? (node, gate) => _gates.Add(Describe(node, gate, step, epoch)) : null;
    }

    /// <summary>Records the norms of the gradients if it is time for them: to be called between the backward pass and the optimiser.</summary>
    /// <param name="module">The network.</param>
    /// <param name="step">As for <see cref="Watch"/>.</param>
    /// <param name="epoch">As for <see cref="Watch"/>.</param>
    public void Gradients(GraphModule module, long step, int epoch)
    {
        if (!IsDue(_options.GradientsEvery, step))
            return;
        foreach ((string part, double norm) in GradientNorms.Measure(module))
            Write(new(LogRecord.GradientKind, part, step, epoch, [("norm", norm)]));
    }

    /// <summary>Records a step that was taken if it is time for it, and what was watched in it.</summary>
    /// <param name="step">As for <see cref="Watch"/>.</param>
    /// <param name="loss">Mean loss of the step's images.</param>
    /// <param name="done">What is reported about the step.</param>
    public void Step(long step, double loss, TrainingEvent.StepDone done)
    {
        if (IsDue(_options.Every, step))
        {
            Write(new(
                LogRecord.StepKind, null, step, done.Epoch,
                [("loss", loss), ("epoch_loss", done.Loss), ("epoch_top1", done.Accuracy), ("learning_rate", done.LearningRate), ("images_per_second", done.ImagesPerSecond)]));
        }
        foreach (LogRecord gate in _gates)
            Write(gate);
        _gates.Clear();
    }

    /// <summary>Records a completed epoch.</summary>
    /// <param name="step">Steps since the start of the run.</param>
    /// <param name="row">Its figures.</param>
    public void Epoch(long step, EpochMetrics row) => Write(new(
        LogRecord.EpochKind, null, step, row.Epoch,
        [
            ("train_loss", row.TrainLoss), ("train_top1", row.TrainTop1), ("validation_loss", row.ValidationLoss), ("validation_top1", row.ValidationTop1), ("validation_top5", row.ValidationTop5),
            ("learning_rate", row.LearningRate), ("train_seconds", row.TrainSeconds), ("validation_seconds", row.ValidationSeconds), ("images_per_second", row.ImagesPerSecond),
        ]));

    /// <summary>Hands all records to the system; before the state is saved, so that no saved step lacks its record.</summary>
    public void Flush()
    {
        foreach (LogSink sink in _sinks)
            sink.Flush();
    }

    public void Dispose()
    {
        foreach (LogSink sink in _sinks)
            sink.Dispose();
    }

    bool IsDue(int every, long step) => _sinks.Count > 0 && every > 0 && step % every == 0;

    void Write(LogRecord record)
    {
        foreach (LogSink sink in _sinks)
            sink.Write(record);
    }

    // Shares below 0.1 and above 0.9: channels that a block nearly switches off or lets through.
    static LogRecord Describe(SqueezeExciteNode node, Tensor gate, long step, int epoch)
    {
        using IDisposable noGrad = no_grad();
        using DisposeScope scope = NewDisposeScope();
        Tensor values = gate.detach().to_type(ScalarType.Float32);
        return new(
            LogRecord.GateKind, node.Name, step, epoch,
            [
                ("mean", values.mean().item<float>()),
                ("std", values.std(unbiased: false).item<float>()),
                ("below_0.1", values.lt(0.1f).to_type(ScalarType.Float32).mean().item<float>()),
                ("above_0.9", values.gt(0.9f).to_type(ScalarType.Float32).mean().item<float>()),
            ]);
    }
}
