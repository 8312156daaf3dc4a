using System.CommandLine;
using Senet.Graph;
using Spectre.Console;

namespace Senet.Cli.Commands;

/// <summary><c>senet models</c>: the architectures, what they cost and what the paper publishes about them.</summary>
sealed class ModelsCommand
{
    readonly Terminal _terminal;
    readonly Argument<string?> _filter = new("FILTER") { Description = "Show only ids or families that contain this text.", Arity = ArgumentArity.ZeroOrOne };
    readonly Option<bool> _se = Opt.Flag("--se", "Show only networks with squeeze-and-excitation.");
    readonly Option<bool> _plain = Opt.Flag("--plain", "Show only networks without it.");
    readonly Option<bool> _json = Opt.Flag("--json", "Print JSON, with every published result, the variants and the options that a network has a use for.");
    readonly Option<bool> _markdown = Opt.Flag("--markdown", "Print the tables of docs/models.md.");

    ModelsCommand(Terminal terminal) => _terminal = terminal;

    public static Command Create(Terminal terminal)
    {
        var models = new ModelsCommand(terminal);
        var command = new SenetCommand(
            "models",
            "Lists the architectures with parameters and multiply-accumulates at their native input, and the errors that the SE paper publishes.",
            ("senet models", "all architectures"),
            ("senet models resnet --se", "the SE networks with resnet in their name"),
            ("senet models --json", "more about each, for a program"))
        {
            models._filter, models._se, models._plain, models._json, models._markdown,
        };
        command.SetAction(models.Run);
        return command;
    }

    int Run(ParseResult parsed)
    {
        if (parsed.GetValue(_json) && parsed.GetValue(_markdown))
            throw new UsageException($"{_json.Name} and {_markdown.Name}: give one of them");
        ListedModel[] models = Find(parsed);
        if (parsed.GetValue(_json))
            JsonOutput.Write(_terminal.Out, models.Select(model => model.ToJson()));
        else if (parsed.GetValue(_markdown))
            ModelsMarkdown.Write(_terminal.Out, models);
        else
            WriteTable(models);
        return ExitCode.Success;
    }

    ListedModel[] Find(ParseResult parsed)
    {
        bool se = parsed.GetValue(_se);
        bool plain = parsed.GetValue(_plain);
        if (se && plain)
            throw new UsageException($"{_se.Name} and {_plain.Name}: give one of them");
        string? filter = parsed.GetValue(_filter);
        IEnumerable<Architecture> found =
            from architecture in ArchitectureRegistry.All
            where filter is null || Contains(architecture.Id, filter) || Contains(architecture.Family, filter)
            where architecture.Defaults.Se is null ? !se : !plain
            select architecture;
        ListedModel[] models = [.. found.Select(ListedModel.Of)];
        if (models.Length > 0)
            return models;
        string kind = se ? " with SE" : plain ? " without SE" : "";
        throw new SenetException($"no architecture{kind} has '{filter}' in its name; 'senet models' lists all");
    }

    static bool Contains(string text, string part) => text.Contains(part, StringComparison.OrdinalIgnoreCase);

    void WriteTable(ListedModel[] models)
    {
        Table table = Tables.Create("model", "family", ">parameters", ">GMACs", ">input", "paper's error, %");
        foreach (ListedModel model in models)
        {
            table.Row(
                model.Id, model.Architecture.Family, Numbers.Grouped(model.Cost.Parameters), Numbers.Giga(model.Cost.Macs),
                model.Cost.Input.ToString(), PaperText.Errors(model.Architecture.Published));
        }
        _terminal.Write(table);
        _terminal.Out.WriteLine($"Errors: {PaperText.Citation}, one crop; top-1 and top-5 on ImageNet, C10 and C100 on CIFAR-10 and -100.");
        _terminal.Out.WriteLine("Any number of classes, input channels and input size works; 'senet summary MODEL' shows the layers.");
    }
}
