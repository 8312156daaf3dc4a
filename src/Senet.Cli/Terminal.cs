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
        if (LaunchedProcess.Current is { } place)
            return place.Rank > 0 ? new(TextWriter.Null, TextWriter.Null) : new(Unadorned(System.Console.OpenStandardOutput()), Unadorned(System.Console.OpenStandardError()));
        TextWriter output = System.Console.Out;
        TextWriter error = System.Console.Error;
        if (System.Console.IsOutputRedirected || Environment.GetEnvironmentVariable("TERM") == "dumb")
            return new(output, error);
        return new(output, error, AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(output) }));
    }

    /// <summary>
    /// A writer to a standard stream. A launcher makes every process believe that it writes to a terminal, to which .NET's own writers would send
    /// control characters first.
    /// </summary>
    public static TextWriter Unadorned(Stream stream) => new StreamWriter(stream) { AutoFlush = true };

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
