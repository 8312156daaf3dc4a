using System.Globalization;
using Senet.Training.Distributed;

namespace Senet.Cli;

/// <summary>A command that several processes run together: one of them speaks, and the failure of one ends all.</summary>
sealed class DistributedRun
{
    // A cause that all processes meet, such as a missing folder, is told by the first process, however late it comes to it. What it
    // does between two moments at which it waits for the others, such as a step, takes no longer as a rule.
    static readonly TimeSpan s_longestStep = TimeSpan.FromSeconds(20);

    // Process 0 of another machine, of which this one sees nothing, ends this process within this time.
    static readonly TimeSpan s_precedence = TimeSpan.FromMilliseconds(500);

    readonly Terminal _terminal;
    readonly ICollective _collective;
    volatile bool _isTerminated;

    DistributedRun(Terminal terminal, ICollective collective)
    {
        _terminal = terminal;
        _collective = collective;
    }

    /// <summary>Runs <paramref name="work"/> with the processes that a launcher started, or alone.</summary>
    /// <param name="terminal">Where the command writes.</param>
    /// <param name="work">The command; its second argument is called when the process is asked to stop, and is true where that is worth a word.</param>
    /// <returns>The exit code of <paramref name="work"/>.</returns>
    public static int Run(Terminal terminal, Func<ICollective, Func<bool>, int> work)
    {
        if (LaunchedProcess.Current is not { Size: > 1 })
            return work(new Alone(), () => true);
        ICollective collective = LaunchedProcess.Connect();
        var run = new DistributedRun(terminal, collective);
        try
        {
            int code = work(collective, run.AskedToStop);
            terminal.Out.Flush();
            collective.Dispose();
            return code;
        }
        catch (Exception error)
        {
            run.Fail(error);
            throw;
        }
    }

    // The launcher asks all to stop when one has failed: then there is something else to say.
    bool AskedToStop()
    {
        _isTerminated = true;
        if (_collective.FindFailed() is { } failed)
            Fail(new PeerFailedException(failed));
        return _collective.Rank == 0;
    }

    void Fail(Exception error)
    {
        if (_collective.Rank > 0 && error is not PeerFailedException)
        {
            _collective.LetFirstSpeak(s_longestStep);
            if (_collective.Machines > 1)
                Thread.Sleep(s_precedence);
        }
        int code = ExitCode.Failed;
        if ((error is PeerFailedException || !_isTerminated) && _collective.ClaimLastWords())
        {
            var line = new StringWriter(CultureInfo.InvariantCulture);
            code = SenetCli.Report(new Terminal(TextWriter.Null, line), error);
            TextWriter target = _collective.Rank == 0 ? _terminal.Error : Console.Error;
            _terminal.Out.Flush();
            target.Write(_collective.Rank == 0 || error is PeerFailedException
                ? line.ToString()
                : line.ToString().Replace("senet: error: ", string.Create(CultureInfo.InvariantCulture, $"senet: error: process {_collective.Rank} of {_collective.Size} on {Environment.MachineName}: "), StringComparison.Ordinal));
            target.Flush();
        }
        _collective.Abort(code);
    }
}
