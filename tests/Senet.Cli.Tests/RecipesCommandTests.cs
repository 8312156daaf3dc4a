using System.Reflection;
using System.Text.Json.Nodes;
using Senet.Cli;
using Senet.Data;
using Senet.Training;

namespace Senet.Tests;

public sealed class RecipesCommandTests
{
    [Fact]
    public void Recipes_Table_ListsAll()
    {
        string output = CommandLine.Succeed("recipes");

        Assert.All(Recipes.All, recipe => Assert.Contains($"\n {recipe.Name} ", output.Replace("  ", " ", StringComparison.Ordinal), StringComparison.Ordinal));
        Assert.Contains("x 0.1 every 30", output, StringComparison.Ordinal);
        Assert.Contains("LAMB", output, StringComparison.Ordinal);
    }

    [Fact]
    public void Recipes_Name_ShowsEveryValueAndItsSource()
    {
        string output = CommandLine.Succeed("recipes", "paper");

        Assert.Contains("paper, version 1: ImageNet as in the paper", output, StringComparison.Ordinal);
        Assert.Matches(@"--batch-size +1024 +arXiv:1709.01507, 5.1", output);
        Assert.Matches(@"--weight-decay +0.0001 +ours", output);
        Assert.Equal(1, CommandLine.Run("recipes", "papers").ExitCode);
        Assert.Equal(2, CommandLine.Run("recipes", "--json", "--markdown").ExitCode);
    }

    [Fact]
    public void Values_CoverEveryMemberAndEveryOption()
    {
        string[] members = [.. RecipeValues.Of(Recipes.Paper).Select(value => value.Member)];
        string[] expected =
        [
            .. typeof(Recipe).GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(property => property.Name).Except([nameof(Recipe.Name), nameof(Recipe.Version), nameof(Recipe.Augmentation)]),
            .. typeof(Augmentation).GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(property => property.Name),
        ];
        Assert.Equal(expected.Order(), members.Order());

        string[] options = [.. RecipeValues.Of(Recipes.Paper).Select(value => value.Option)];
        Assert.Equal(options.Length, options.Distinct().Count());
        // Dropout is the network's option; the recipe's name and the scaling of its rate are no values.
        Assert.Equal(new RecipeOptions().All.Select(option => option.Name).Except(["--recipe", "--scale-lr"]).Append("--dropout").Order(), options.Order());
    }

    [Fact]
    public void Recipes_Values_ChangeOnlyWithTheVersion()
    {
        JsonNode stored = JsonNode.Parse(File.ReadAllText(SharedFiles.Fixture("recipes.json")))!;
        JsonNode current = JsonNode.Parse(CommandLine.Succeed("recipes", "--json"))!;
        foreach (JsonNode? recipe in current.AsArray())
        {
            string name = (string)recipe!["name"]!;
            JsonNode? before = stored.AsArray().FirstOrDefault(other => (string)other!["name"]! == name && (int)other["version"]! == (int)recipe["version"]!);
            Assert.True(
                JsonNode.DeepEquals(before, recipe),
                $"recipe {name}: its values are not those of tests/fixtures/recipes.json; raise its version, then store the output of './senet recipes --json' there");
        }
    }

    [Fact]
    public void Train_OptionsOfARecipe_AreSavedAndResumed()
    {
        using var folder = new TempFolder();
        string data = TinyPhotos.Create(folder);
        string run = folder["run"];
        string[] options =
        [
            "--recipe", "modern", "--epochs", "1", "--batch-size", "8", "--scale-lr", "--optimizer", "adamw", "--beta1", "0.8", "--beta2", "0.99", "--epsilon", "1e-7", "--clip-norm", "2",
            "--schedule", "multi-step", "--milestones", "1,2", "--end-lr", "0", "--accumulate", "2", "--loss", "bce", "--class-weights", "balanced", "--stochastic-depth", "0.1",
            "--ema-decay", "0.9", "--freeze-norm-last", "1", "--normalise", "mean", "--ratio-min", "0.9", "--ratio-max", "1.1", "--scale-max", "0.9", "--interpolation", "bilinear",
            "--plateau-patience", "3", "--poly-power", "2",
        ];
        string output = CommandLine.Succeed(["train", data, "--output", run, "--arch", "se-resnet-8", "--size", "16", .. options]);

        Assert.Contains("batch 8 in 2 parts, AdamW, rate 6.25E-05, x 0.1 at 1,2, warm-up 5, weight decay 0.02", output, StringComparison.Ordinal);
        Assert.Contains("with binary cross-entropy, label smoothing 0.1, balanced class weights, gradients clipped at 2, stochastic depth 0.1, moving average 0.9, ", output, StringComparison.Ordinal);
        Recipe recipe = new RunFolder(run).ReadDescription().Recipe;
        Assert.Equal(("modern", 1, OptimizerKind.AdamW, 0.8, 0.99, 1e-7, 2.0), (recipe.Name, recipe.Version, recipe.Optimizer, recipe.Beta1, recipe.Beta2, recipe.Epsilon, recipe.ClipNorm));
        Assert.Equal(Recipes.Modern.LearningRate * 8 / Recipes.Modern.BatchSize, recipe.LearningRate, 12);
        Assert.Equal((ScheduleKind.MultiStep, 0.0, 2, LossKind.BinaryCrossEntropy), (recipe.Schedule, recipe.EndLearningRate, recipe.AccumulationSteps, recipe.Loss));
        Assert.Equal([1, 2], recipe.Milestones);
        Assert.Equal((ClassWeighting.Balanced, 0.1, 0.9, 1, Normalisation.Mean), (recipe.ClassWeights, recipe.StochasticDepth, recipe.EmaDecay, recipe.FreezeNormLastEpochs, recipe.Normalisation));
        Assert.Equal((3, 2.0), (recipe.PlateauPatience, recipe.PolyPower));
        Assert.Equal((0.9, 1.1, 0.9), (recipe.Augmentation.RatioMin, recipe.Augmentation.RatioMax, recipe.Augmentation.ScaleMax));
        // The same options again are no other run; one that differs is.
        CommandLine.Succeed(["train", "--resume", run, .. options]);
        CommandLine other = CommandLine.Run("train", "--resume", run, "--optimizer", "lamb");
        Assert.Equal(1, other.ExitCode);
        Assert.Matches("recipe.optimizer is adam-?[wW], not lamb", other.Error);
    }

    [Fact]
    public void Train_Help_ListsOptionsUnderHeadings()
    {
        string help = CommandLine.Succeed("train", "--help");
        string[] headings = ["Options:", "Recipe:", "Optimiser:", "Schedule:", "Loss and regularisation:", "Training images:", "Network:", "Examples:"];
        int[] places = [.. headings.Select(heading => help.IndexOf($"\n{heading}", StringComparison.Ordinal))];
        Assert.DoesNotContain(-1, places);
        Assert.Equal(places.Order(), places);
        // Each option once: under its own heading only.
        Assert.All(new RecipeOptions().All.Concat(new NetworkFlags().All), option => Assert.Single(help.Split('\n'), line => line.StartsWith($"  {option.Name} ", StringComparison.Ordinal)));
        Assert.All(help.Split('\n'), line => Assert.InRange(line.TrimEnd('\r').Length, 0, 120));
    }
}
