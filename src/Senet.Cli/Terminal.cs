using System.Globalization;
using Senet.Training.Distributed;
using Spectre.Console;

namespace Senet.Cli;

/// <summary>Where a command writes: results to the output, what is said about them to the error stream.</summary>
sealed class Terminal
{
    // Wide enough that no table of a redirected output is ever wrapped or cut.
    const int RedirectedWidth = 4096;

    /// <summary>Plain text to two writers.</summary>
    public Terminal(TextWriter output, TextWriter error)
    {
        Out = output;
        Error = error;
        Console = Plain(output);
    }

    Terminal(TextWriter output, TextWriter error, IAnsiConsole console)
    {
        Out = output;
        Error = error;
        Console = console;
        IsInteractive = true;
    }

    public TextWriter Out { get; }

    public TextWriter Error { get; }

    /// <summary>The output for tables and live displays.</summary>
    public IAnsiConsole Console { get; }

    /// <summary>Whether a person watches the output: progress is then drawn in place.</summary>
    public bool IsInteractive { get; }

    /// <summary>Writes a table; without the padding behind the last column where no terminal wants it.</summary>
    public void Write(Table table)
    {
        if (IsInteractive)
        {
            Console.Write(table);
            return;
        }
        var text = new StringWriter(CultureInfo.InvariantCulture);
        Plain(text).Write(table);
        foreach (string line in text.ToString().TrimEnd().Split('\n'))
            Out.WriteLine(line.TrimEnd());
    }

    /// <summary>The process's own output and error stream; of several processes that a launcher started, the first one's.</summary>
    public static Terminal ForProcess()
    {
        if (LaunchedProcess.Current is { Rank: > 0 })
            return new(TextWriter.Null, TextWriter.Null);
        TextWriter output = System.Console.Out;
        TextWriter error = System.Console.Error;
        // A launcher makes every process believe that it writes to a terminal.
        if (LaunchedProcess.Current is not null || System.Console.IsOutputRedirected || Environment.GetEnvironmentVariable("TERM") == "dumb")
            return new(output, error);
        return new(output, error, AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output) }));
    }

    static IAnsiConsole Plain(TextWriter writer)
    {
        IAnsiConsole console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(writer),
        });
        console.Profile.Width = RedirectedWidth;
        console.Profile.Capabilities.Unicode = true;
        return console;
    }
}
