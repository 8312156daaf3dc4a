using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;

namespace Senet.Cli;

/// <summary>The usual help, followed by the command's examples.</summary>
sealed class ExamplesHelpAction(int width) : SynchronousCommandLineAction
{
    readonly HelpAction _help = new() { MaxWidth = width };

    public override bool ClearsParseErrors => true;

    public override int Invoke(ParseResult parseResult)
    {
        _help.Invoke(parseResult);
        if (parseResult.CommandResult.Command is not SenetCommand { Examples.Count: > 0 } command)
            return ExitCode.Success;
        TextWriter output = parseResult.InvocationConfiguration.Output;
        output.WriteLine("Examples:");
        foreach ((string line, string meaning) in command.Examples)
        {
            output.WriteLine($"  {line}");
            output.WriteLine($"      {meaning}");
        }
        output.WriteLine();
        return ExitCode.Success;
    }
}
