using System.CommandLine;
using System.Globalization;
using Senet.Graph;
using Senet.Torch;
using Senet.Training;

namespace Senet.Cli.Commands;

/// <summary><c>senet compare</c>: several networks or precisions, one recipe, several seeds, and what that shows.</summary>
sealed class CompareCommand
{
    readonly Terminal _terminal;
    readonly Argument<string> _data = new("DATA") { Description = "Labelled images in any form that 'senet train' reads." };
    readonly Option<string?> _arch = Opt.Text("--arch", "Networks to train, the one that the others are tested against first, such as resnet-20,se-resnet-20.", "A,B[,C]");
    readonly Option<string?> _precision = Opt.Text(
        "--precision", "Precision of the convolutions as for 'senet train', float32 (default) or bfloat16; both are compared as networks are, the first with the other.", "float32|bfloat16|float32,bfloat16");
    readonly Option<int?> _seeds = Opt.Whole("--seeds", "Seeds per network, counted up from --seed (default 3); one shows no more than a single run does.");
    readonly Option<string?> _output = Opt.Text("--output", "Folder of the runs and of comparison.csv and .json (default runs/compare-DATA); what is finished there is not trained again.", "DIR");
    readonly Option<bool?> _best = Opt.Choice(
        "--epoch", "The epoch whose validation accuracy is compared: the last (default), or each run's best, which flatters every network.", ("last", false), ("best", true));
    readonly RecipeOptions _recipe = new();
    readonly Option<int?> _size = Opt.Whole("--size", "Height and width of the input (default: the images' own if small and alike, else each network's own).");
    readonly Option<double?> _validationFraction = Opt.Number("--validation-fraction", "Share set aside for validation if the data has no validation part (default 0.2); drawn anew for every seed, alike for all networks.");
    readonly Option<string?> _device = Opt.Device();
    readonly Option<int?> _threads = Opt.Threads();
    readonly Option<int?> _workers = Opt.Whole("--workers", "Threads that decode and augment images (default: all processors).");
    readonly Option<string?> _cacheFolder = Opt.Text("--cache", "As for 'senet train'.", "DIR");
    readonly Option<bool> _json = Opt.Flag("--json", "Print comparison.json at the end instead of the tables.");

    // What is compared, and how the tables call it.
    sealed record Variant(string Name, string Network, Precision Precision);

    CompareCommand(Terminal terminal) => _terminal = terminal;

    public static Command Create(Terminal terminal)
    {
        var compare = new CompareCommand(terminal);
        var command = new SenetCommand(
            "compare",
            "Trains networks, or one network in both precisions, with one recipe over several seeds and says what the difference is worth: mean, standard deviation, paired t-test. " +
            "The networks of one seed see the same images in the same order. Stopped or killed, the same command goes on.",
            ("senet compare cifar10/ --arch resnet-20,se-resnet-20 --seeds 5 --recipe small-images", "does SE help here?"),
            ("senet compare photos/ --arch resnet-18,se-resnet-18,se-resnet-34 --epochs 30 --output runs/depth", "two against the first"),
            ("senet compare cifar10/ --arch se-resnet-20 --precision float32,bfloat16", "does half the bits cost accuracy?"))
        {
            compare._data, compare._arch, compare._precision, compare._seeds, compare._output, compare._best,
        };
        compare._arch.Required = true;
        Option[] rest =
        [
            .. compare._recipe.All, compare._size, compare._validationFraction, compare._device, compare._threads, compare._workers, compare._cacheFolder, compare._json,
        ];
        foreach (Option option in rest)
            command.Add(option);
        command.Groups = compare._recipe.Groups;
        command.SetAction(compare.Run);
        return command;
    }

    int Run(ParseResult parsed)
    {
        IReadOnlyList<Variant> variants = Variants(parsed);
        int count = parsed.GetValue(_seeds).AtLeast(1, _seeds.Name) ?? 3;
        string data = parsed.GetValue(_data)!;
        string output = parsed.GetValue(_output) ?? Path.Combine("runs", $"compare-{RunNames.OfData(data)}");
        int first = (_recipe.Changes(parsed)?.Invoke(Recipes.Photos) ?? Recipes.Photos).Seed;

        // Seed by seed, so that a comparison that is stopped early still has pairs.
        using var interruption = new Interruption(() => _terminal.Error.WriteLine("senet: stopping after this step; the same command goes on from there"));
        for (int seed = first; seed < first + count; seed++)
        {
            foreach (Variant variant in variants)
            {
                if (!Train(parsed, data, variant, seed, FolderOf(output, variant, seed), interruption.Token))
                {
                    _terminal.Out.WriteLine("stopped and saved; the same command goes on");
                    return ExitCode.Interrupted;
                }
            }
        }
        bool best = parsed.GetValue(_best) ?? false;
        var comparison = new NetworkComparison(
            best ? "best" : "last",
            [.. Enumerable.Range(first, count)],
            [.. variants.Select(variant => (variant.Name, (IReadOnlyList<double>)[.. Enumerable.Range(first, count).Select(seed => Top1(RunSummary.Read(FolderOf(output, variant, seed)), best))]))]);
        comparison.Save(output);
        if (parsed.GetValue(_json))
            _terminal.Out.WriteLine(comparison.Json());
        else
            comparison.Write(_terminal, output);
        return ExitCode.Success;
    }

    // Networks times precisions; of one precision the networks have their plain names.
    IReadOnlyList<Variant> Variants(ParseResult parsed)
    {
        string[] networks = Different(_arch, Named(parsed, _arch), "networks, such as resnet-20,se-resnet-20");
        string[] names = parsed.IsGiven(_precision) ? Different(_precision, Named(parsed, _precision), "precisions: float32, bfloat16 or float32,bfloat16") : ["float32"];
        Precision[] precisions = [.. names.Select(name => name switch
        {
            "float32" => Precision.Float32,
            "bfloat16" => Precision.BFloat16,
            _ => throw new UsageException($"{_precision.Name} {name}: expected float32, bfloat16 or float32,bfloat16"),
        })];
        if (networks.Length * precisions.Length < 2)
            throw new UsageException($"{_arch.Name} {string.Join(',', networks)}: expected at least two different networks, such as resnet-20,se-resnet-20, or --precision float32,bfloat16");
        foreach (string network in networks)
            ArchitectureRegistry.Get(network);
        return
        [
            .. networks.SelectMany(network => precisions.Select((precision, i) => new Variant(precisions.Length > 1 ? $"{network}-{names[i]}" : network, network, precision))),
        ];

        static string[] Named(ParseResult parsed, Option<string?> option) => parsed.GetValue(option)!.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);

        static string[] Different(Option option, string[] names, string expected) => names.Length > 0 && names.Distinct(StringComparer.Ordinal).Count() == names.Length
            ? names
            : throw new UsageException($"{option.Name} {string.Join(',', names)}: expected different {expected}");
    }

    static string FolderOf(string output, Variant variant, int seed) => Path.Combine(output, string.Create(CultureInfo.InvariantCulture, $"{variant.Name}-seed-{seed}"));

    static double Top1(RunSummary run, bool best) => (best ? run.Best : run.Last)!.ValidationTop1;

    // False where the user stopped it.
    bool Train(ParseResult parsed, string data, Variant variant, int seed, string folder, CancellationToken cancellationToken)
    {
        var defaults = new TrainingSettings { Data = data, RunFolder = folder };
        Func<Recipe, Recipe>? changes = _recipe.Changes(parsed);
        TrainingSettings settings = defaults with
        {
            Architecture = variant.Network,
            Precision = variant.Precision == Precision.BFloat16 ? PrecisionChoice.BFloat16 : PrecisionChoice.Float32,
            Recipe = _recipe.Named(parsed),
            AdjustRecipe = recipe => (changes?.Invoke(recipe) ?? recipe) with { Seed = seed },
            ImageSize = parsed.GetValue(_size).AtLeast(1, _size.Name),
            ValidationFraction = parsed.GetValue(_validationFraction) ?? defaults.ValidationFraction,
            Device = parsed.GetValue(_device) ?? defaults.Device,
            Threads = parsed.GetValue(_threads).AtLeast(1, _threads.Name),
            Workers = parsed.GetValue(_workers).AtLeast(1, _workers.Name),
            CacheFolder = parsed.GetValue(_cacheFolder),
            AdjustRun = saved => saved with
            {
                ValidationFraction = parsed.GetValue(_validationFraction) ?? saved.ValidationFraction,
                Data = Path.GetFullPath(data),
                Precision = variant.Precision,
            },
        };
        bool holdsRun = new RunFolder(folder).HoldsRun;
        if (holdsRun)
        {
            // A finished run of another recipe must not stand in for this one.
            RunSummary run = RunSummary.Read(folder);
            Trainer.CheckResume(settings);
            if (run.Status == RunStatus.Finished)
            {
                _terminal.Out.WriteLine($"{folder}: finished before, top-1 {Numbers.Percent(run.Last?.ValidationTop1)}");
                return true;
            }
        }
        _terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{folder}: {variant.Name}, seed {seed}"));
        return !TrainingDisplay.Run(_terminal, report => holdsRun ? Trainer.Resume(settings, report, cancellationToken) : Trainer.Train(settings, report, cancellationToken)).Interrupted;
    }
}
