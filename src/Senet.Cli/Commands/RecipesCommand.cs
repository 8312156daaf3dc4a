using System.CommandLine;
using Senet.Training;
using Spectre.Console;

namespace Senet.Cli.Commands;

/// <summary><c>senet recipes</c>: the named recipes, and every value of one with where it comes from.</summary>
sealed class RecipesCommand
{
    readonly Terminal _terminal;
    readonly Argument<string?> _name = new("NAME") { Description = "Show every value of this recipe.", Arity = ArgumentArity.ZeroOrOne };
    readonly Option<bool> _json = Opt.Flag("--json", "Print JSON, with every value and its source.");
    readonly Option<bool> _markdown = Opt.Flag("--markdown", "Print the table of docs/training.md.");

    RecipesCommand(Terminal terminal) => _terminal = terminal;

    public static Command Create(Terminal terminal)
    {
        var recipes = new RecipesCommand(terminal);
        var command = new SenetCommand(
            "recipes",
            "Lists the named recipes of 'senet train --recipe NAME', or every value of one, the option that changes it and where it comes from.",
            ("senet recipes", "all recipes"),
            ("senet recipes paper", "every value of one"),
            ("senet recipes --json", "the same of all, for a program"))
        {
            recipes._name, recipes._json, recipes._markdown,
        };
        command.SetAction(recipes.Run);
        return command;
    }

    int Run(ParseResult parsed)
    {
        if (parsed.GetValue(_json) && parsed.GetValue(_markdown))
            throw new UsageException($"{_json.Name} and {_markdown.Name}: give one of them");
        string? name = parsed.GetValue(_name);
        Recipe[] recipes = name is null ? [.. Recipes.All] : [Recipes.Get(name)];
        if (parsed.GetValue(_json))
            JsonOutput.Write(_terminal.Out, recipes.Select(Json));
        else if (parsed.GetValue(_markdown))
            WriteMarkdown(recipes);
        else if (name is null)
            WriteTable(recipes);
        else
            WriteValues(recipes[0]);
        return ExitCode.Success;
    }

    static string[] Cells(Recipe recipe) =>
    [
        recipe.Name, Numbers.Grouped(recipe.Version), Numbers.Grouped(recipe.Epochs), Numbers.Grouped(recipe.BatchSize), RecipeValues.Optimizer(recipe),
        FormattableString.Invariant($"{recipe.LearningRate}"), RecipeValues.Schedule(recipe), Recipes.Source(recipe.Name).Purpose,
    ];

    static object Json(Recipe recipe) => new
    {
        recipe.Name,
        recipe.Version,
        Recipes.Source(recipe.Name).Purpose,
        Values = RecipeValues.Of(recipe).Select(value => new { Name = char.ToLowerInvariant(value.Member[0]) + value.Member[1..], value.Option, value.Value, Source = Recipes.Source(recipe.Name).Of(value.Member) }),
    };

    void WriteTable(IEnumerable<Recipe> recipes)
    {
        Table table = Tables.Create("recipe", ">version", ">epochs", ">batch", "optimiser", ">rate", "schedule", "for");
        foreach (Recipe recipe in recipes)
            table.Row(Cells(recipe));
        _terminal.Write(table);
        _terminal.Out.WriteLine("'senet recipes NAME' shows every value and where it comes from; an option of 'senet train' changes it for a run.");
    }

    void WriteValues(Recipe recipe)
    {
        RecipeSource source = Recipes.Source(recipe.Name);
        _terminal.Out.WriteLine(FormattableString.Invariant($"{recipe.Name}, version {recipe.Version}: {source.Purpose}"));
        Table table = Tables.Create("option", "value", "source");
        foreach ((string member, string option, string value) in RecipeValues.Of(recipe))
            table.Row(option, value, source.Of(member));
        _terminal.Write(table);
        _terminal.Out.WriteLine($"'{RecipeSource.Ours}': no source states the value, or the recipe is this project's.");
    }

    void WriteMarkdown(IEnumerable<Recipe> recipes)
    {
        _terminal.Out.WriteLine("| recipe | version | epochs | batch | optimiser | rate | schedule | for | values from sources |");
        _terminal.Out.WriteLine("|---|---:|---:|---:|---|---:|---|---|---|");
        foreach (Recipe recipe in recipes)
        {
            RecipeSource source = Recipes.Source(recipe.Name);
            IEnumerable<string> sourced = RecipeValues.Of(recipe)
                .Where(value => source.Values.Contains(value.Member))
                .GroupBy(value => source.Of(value.Member), value => $"`{value.Option}`")
                .Select(group => $"{group.Key}: {string.Join(", ", group)}");
            string[] cells = Cells(recipe);
            cells[0] = $"`{cells[0]}`";
            _terminal.Out.WriteLine($"| {string.Join(" | ", cells)} | {(string.Join("; ", sourced) is { Length: > 0 } text ? text : "none")} |");
        }
    }
}
