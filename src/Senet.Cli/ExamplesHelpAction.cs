using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Senet.Cli;

/// <summary>The usual help, followed by the command's groups of options and its examples.</summary>
sealed class ExamplesHelpAction(int width) : SynchronousCommandLineAction
{
    const string Indent = "  ";
    const int WidestHead = 36;

    readonly HelpAction _help = new() { MaxWidth = width };

    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        var command = parseResult.CommandResult.Command as SenetCommand;
        Option[] grouped = [.. command?.Groups.SelectMany(group => group.Options) ?? []];
        try
        {
            foreach (Option option in grouped)
                option.Hidden = true;
            _help.Invoke(parseResult);
        }
        finally
        {
            foreach (Option option in grouped)
                option.Hidden = false;
        }
        TextWriter output = parseResult.InvocationConfiguration.Output;
        foreach (OptionGroup group in command?.Groups ?? [])
            Write(output, group);
        if (command is not { Examples.Count: > 0 })
            return ExitCode.Success;
        output.WriteLine("Examples:");
        foreach ((string line, string meaning) in command.Examples)
        {
            output.WriteLine($"  {line}");
            output.WriteLine($"      {meaning}");
        }
        output.WriteLine();
        return ExitCode.Success;
    }

    // Two columns, as the usual help has them; a long name has a line of its own.
    void Write(TextWriter output, OptionGroup group)
    {
        (string Head, string Description)[] rows = [.. group.Options.Select(option => (Head(option), option.Description ?? ""))];
        int column = rows.Select(row => row.Head.Length).Where(length => length <= WidestHead).DefaultIfEmpty(WidestHead).Max();
        output.WriteLine($"{group.Title}:");
        foreach ((string head, string description) in rows)
        {
            string left = head;
            if (head.Length > column)
            {
                output.WriteLine($"{Indent}{head}");
                left = "";
            }
            foreach (string line in Wrap(description, Math.Max(20, width - column - 2 * Indent.Length)))
            {
                output.WriteLine($"{Indent}{left.PadRight(column)}{Indent}{line}");
                left = "";
            }
        }
        output.WriteLine();
    }

    static string Head(Option option) => option.HelpName is { } value ? $"{option.Name} <{value}>" : option.Name;

    // Words in lines of at most so many characters; a longer word has its own.
    static IEnumerable<string> Wrap(string text, int length)
    {
        string line = "";
        foreach (string word in text.Split(' '))
        {
            if (line.Length > 0 && line.Length + 1 + word.Length > length)
            {
                yield return line;
                line = "";
            }
            line = line.Length == 0 ? word : $"{line} {word}";
        }
        yield return line;
    }
}
