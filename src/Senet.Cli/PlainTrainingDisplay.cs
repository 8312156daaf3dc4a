using System.Diagnostics;
using Senet.Training;

namespace Senet.Cli;

/// <summary>Lines for a file or a pipe: one per epoch, and one every half minute in between.</summary>
sealed class PlainTrainingDisplay(Terminal terminal) : TrainingDisplay(terminal)
{
    static readonly TimeSpan s_interval = TimeSpan.FromSeconds(30);

    readonly Lock _lock = new();
    readonly Stopwatch _sinceLine = Stopwatch.StartNew();

    private protected override TrainingResult Show(Func<Action<TrainingEvent>, TrainingResult> train) => train(state =>
    {
        // Scanning reports from several threads.
        lock (_lock)
            Handle(state);
    });

    private protected override void Line(string text, bool isWarning = false)
    {
        Terminal.Out.WriteLine(isWarning ? $"warning: {text}" : text);
        Terminal.Out.Flush();
        _sinceLine.Restart();
    }

    private protected override void Progress(TrainingEvent state, int epochs)
    {
        if (_sinceLine.Elapsed >= s_interval)
            Line(Describe(state, epochs));
    }
}
