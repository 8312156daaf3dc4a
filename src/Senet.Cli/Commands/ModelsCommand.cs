using System.CommandLine;
using System.Globalization;
using Senet.Graph;
using Spectre.Console;

namespace Senet.Cli.Commands;

/// <summary><c>senet models</c>: the architectures and what they cost.</summary>
static class ModelsCommand
{
    public static Command Create(Terminal terminal)
    {
        var filter = new Argument<string?>("FILTER") { Description = "Show only ids or families that contain this text.", Arity = ArgumentArity.ZeroOrOne };
        Option<bool> json = Opt.Flag("--json", "Print JSON.");
        var command = new SenetCommand(
            "models",
            "Lists the architectures with parameters and multiply-accumulates at their native input.",
            ("senet models", "all architectures"),
            ("senet models se-resnet", "those with se-resnet in their name"),
            ("senet models --json", "the same for a program"))
        {
            filter, json,
        };
        command.SetAction(parsed => Run(terminal, parsed.GetValue(filter), parsed.GetValue(json)));
        return command;
    }

    static int Run(Terminal terminal, string? filter, bool json)
    {
        Row[] rows = [.. ArchitectureRegistry.All.Where(architecture => Matches(architecture, filter)).Select(Describe)];
        if (rows.Length == 0)
            throw new SenetException($"no architecture has '{filter}' in its name; 'senet models' lists all");
        if (json)
        {
            JsonOutput.Write(terminal.Out, rows);
            return ExitCode.Success;
        }
        Table table = Tables.Create("model", "family", ">parameters", ">GMACs", ">input");
        foreach (Row row in rows)
            table.Row(row.Id, row.Family, Numbers.Grouped(row.Parameters), Numbers.Giga(row.Macs), string.Create(CultureInfo.InvariantCulture, $"{row.Channels} x {row.Height} x {row.Width}"));
        terminal.Write(table);
        terminal.Out.WriteLine("Any number of classes, input channels and input size works; 'senet summary MODEL' shows the layers.");
        return ExitCode.Success;
    }

    static bool Matches(Architecture architecture, string? filter) =>
        filter is null || architecture.Id.Contains(filter, StringComparison.OrdinalIgnoreCase) || architecture.Family.Contains(filter, StringComparison.OrdinalIgnoreCase);

    static Row Describe(Architecture architecture)
    {
        NetworkCost cost = architecture.Build().Cost(architecture.Input);
        return new(architecture.Id, architecture.Family, cost.Parameters, cost.Macs, architecture.Input.Channels, architecture.Input.Height, architecture.Input.Width, architecture.Defaults.Classes);
    }

    sealed record Row(string Id, string Family, long Parameters, long Macs, int Channels, int Height, int Width, int Classes);
}
