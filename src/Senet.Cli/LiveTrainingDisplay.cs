using System.Diagnostics;
using Senet.Training;
using Spectre.Console;

namespace Senet.Cli;

/// <summary>A bar and a line of figures drawn in place at the bottom of a terminal; messages and finished epochs scroll above it.</summary>
sealed class LiveTrainingDisplay(Terminal terminal) : TrainingDisplay(terminal)
{
    static readonly TimeSpan s_interval = TimeSpan.FromMilliseconds(100);

    readonly Lock _lock = new();
    readonly Stopwatch _sinceDrawn = Stopwatch.StartNew();
    LiveDisplayContext? _context;

    private protected override TrainingResult Show(Func<Action<TrainingEvent>, TrainingResult> train) =>
        Terminal.Console.Live(new Text("opening the data")).AutoClear(true).Start(context =>
        {
            _context = context;
            return train(state =>
            {
                // Scanning reports from several threads.
                lock (_lock)
                    Handle(state);
            });
        });

    private protected override void Line(string text, bool isWarning = false) =>
        Terminal.Console.Write(new Text((isWarning ? $"warning: {text}" : text) + "\n", isWarning ? new Style(Color.Yellow) : Style.Plain));

    private protected override void Progress(TrainingEvent state, int epochs)
    {
        if (_sinceDrawn.Elapsed < s_interval)
            return;
        _sinceDrawn.Restart();
        double done = state switch
        {
            TrainingEvent.Caching caching => (double)caching.Done / Math.Max(1, caching.Total),
            TrainingEvent.Scanning scanning => (double)scanning.Done / Math.Max(1, scanning.Total),
            TrainingEvent.Evaluating evaluating => (double)evaluating.Done / Math.Max(1, evaluating.Total),
            TrainingEvent.StepDone step => (double)step.Number / step.Steps,
            _ => 0,
        };
        _context!.UpdateTarget(new Rows(Bar(done), new Text(Describe(state, epochs), new Style(Color.Aqua)) { Overflow = Overflow.Fold }));
    }

    Markup Bar(double done)
    {
        int width = Math.Clamp(Terminal.Console.Profile.Width - 8, 8, 60);
        int full = (int)Math.Round(Math.Clamp(done, 0, 1) * width);
        (char line, char rest) = Terminal.Console.Profile.Capabilities.Unicode ? ('━', '─') : ('=', '-');
        return new Markup($"[green]{new string(line, full)}[/][grey]{new string(rest, width - full)}[/] {Numbers.Percent(done, 0)}");
    }
}
