using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using System.CommandLine.Parsing;
using System.Runtime.InteropServices;
using Senet.Cli.Commands;
using Senet.Graph;
using Senet.Weights;

namespace Senet.Cli;

/// <summary>The command line: parses, runs one command, turns every error into a line and an exit code.</summary>
static class SenetCli
{
    const string DebugVariable = "SENET_DEBUG";

    /// <summary>Runs a command line.</summary>
    /// <returns>0, 1 (failed), 2 (usage) or 130 (interrupted).</returns>
    public static int Run(IReadOnlyList<string> args, Terminal terminal)
    {
        try
        {
            // A file called @photo.jpg is a photo: no response files.
            ParseResult parsed = BuildRoot(terminal).Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });
            if (parsed.Errors.Count > 0 && parsed.Action is ParseErrorAction)
                return ReportUsage(terminal, parsed);
            return parsed.Invoke(new InvocationConfiguration
            {
                Output = terminal.Out,
                Error = terminal.Error,
                EnableDefaultExceptionHandler = false,
                // Interruption handles signals.
                ProcessTerminationTimeout = null,
            });
        }
        catch (Exception error)
        {
            return Report(terminal, error);
        }
        finally
        {
            terminal.Out.Flush();
        }
    }

    /// <summary>The command with all its subcommands.</summary>
    internal static Command BuildRoot(Terminal terminal)
    {
        var version = new Option<bool>("--version") { Description = "Show the version.", Action = new VersionAction() };
        var help = new HelpOption { Action = new ExamplesHelpAction(HelpWidth(terminal)), Recursive = true };
        var root = new SenetCommand(
            "senet",
            "Trains, evaluates and uses Squeeze-and-Excitation networks.",
            ("senet quickstart", "the whole job on Fashion-MNIST in a few minutes"),
            ("senet train photos/", "trains on a folder with one folder of images per class"),
            ("senet evaluate runs/se-resnet-18-photos photos/", "measures the trained network"),
            ("senet predict runs/se-resnet-18-photos holiday.jpg", "says what is on a picture"))
        {
            help,
            version,
            QuickstartCommand.Create(terminal),
            ScanCommand.Create(terminal),
            TrainCommand.Create(terminal),
            RecipesCommand.Create(terminal),
            RunsCommand.Create(terminal),
            CompareCommand.Create(terminal),
            EvaluateCommand.Create(terminal),
            PredictCommand.Create(terminal),
            PreviewCommand.Create(terminal),
            BenchCommand.Create(terminal),
            ExportCommand.Create(terminal),
            CompileCommand.Create(terminal),
            ModelsCommand.Create(terminal),
            SummaryCommand.Create(terminal),
            PullCommand.Create(terminal),
            InspectCommand.Create(terminal),
            ConvertCommand.Create(terminal),
            DoctorCommand.Create(terminal),
        };
        root.SetAction(parsed =>
        {
            new ExamplesHelpAction(HelpWidth(terminal)).Invoke(parsed);
            return ExitCode.Usage;
        });
        return root;
    }

    static int HelpWidth(Terminal terminal) => terminal.IsInteractive ? Math.Clamp(terminal.Console.Profile.Width - 1, 40, 120) : 120;

    static int ReportUsage(Terminal terminal, ParseResult parsed)
    {
        foreach (string message in parsed.Errors.Select(error => error.Message).Distinct())
            terminal.Error.WriteLine($"senet: error: {message.TrimEnd('.')}");
        Command command = parsed.CommandResult.Command;
        IEnumerable<string> known = command.Subcommands.Select(child => child.Name).Concat(command.Options.Select(option => option.Name));
        foreach (string token in parsed.UnmatchedTokens.Take(1))
        {
            string? nearest = known.OrderBy(name => Spelling.Distance(token, name)).FirstOrDefault();
            if (nearest is not null && Spelling.Distance(token, nearest) <= Math.Max(2, token.Length / 3))
                terminal.Error.WriteLine($"did you mean {nearest}?");
        }
        terminal.Error.WriteLine($"see '{CommandPath(parsed.CommandResult)} --help'");
        return ExitCode.Usage;
    }

    static string CommandPath(CommandResult result) =>
        result.Parent is CommandResult parent ? $"{CommandPath(parent)} {result.Command.Name}" : result.Command.Name;

    /// <summary>Writes the line of an error.</summary>
    /// <returns>The exit code for it.</returns>
    internal static int Report(Terminal terminal, Exception error)
    {
        if (Environment.GetEnvironmentVariable(DebugVariable) == "1")
            terminal.Error.WriteLine(error);
        switch (error)
        {
            case OperationCanceledException:
                terminal.Error.WriteLine("senet: interrupted");
                return ExitCode.Interrupted;
            case SenetException:
                terminal.Error.WriteLine($"senet: error: {OneLine(error.Message)}");
                return error is UsageException ? ExitCode.Usage : ExitCode.Failed;
            case IOException or UnauthorizedAccessException:
                terminal.Error.WriteLine($"senet: error: {OneLine(error.Message)}");
                return ExitCode.Failed;
            case OutOfMemoryException:
            case ExternalException when error.Message.Contains("out of memory", StringComparison.OrdinalIgnoreCase):
                terminal.Error.WriteLine("senet: error: out of memory; lower --batch-size, --size or --cache-mb");
                return ExitCode.Failed;
            default:
                terminal.Error.WriteLine($"senet: error: {error.GetType().Name}: {OneLine(error.Message)}; this is a bug ({DebugVariable}=1 shows where)");
                return ExitCode.Failed;
        }
    }

    // Native errors carry a stack trace of their own below the first line.
    static string OneLine(string message) => message.ReplaceLineEndings("\n").Split('\n', 2)[0].Trim();

    sealed class VersionAction : SynchronousCommandLineAction
    {
        public override bool ClearsParseErrors => true;

        public override int Invoke(ParseResult parseResult)
        {
            parseResult.InvocationConfiguration.Output.WriteLine(ModelDescription.CurrentProducer);
            return ExitCode.Success;
        }
    }
}
