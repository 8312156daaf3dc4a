using System.CommandLine;
using System.Globalization;
using Senet.Graph;
using Senet.Torch;
using Senet.Training;
using Senet.Training.Distributed;
using Senet.Weights;

namespace Senet.Cli.Commands;

/// <summary><c>senet train</c>: a new run, or the rest of one.</summary>
sealed class TrainCommand
{
    readonly Terminal _terminal;
    readonly Argument<string?> _data = new("DATA")
    {
        Description = "Folder of class folders (or train/ and val/ of such), IDX or CIFAR-binary files, or a .csv/.tsv list of path,label.",
        Arity = ArgumentArity.ZeroOrOne,
    };
    readonly Option<string?> _arch = Opt.Text("--arch", $"Architecture (default {TrainingSettings.DefaultArchitecture}; se-resnet-20 suits pictures of about 32 pixels; see 'senet models').", "NAME");
    readonly Option<string?> _output = Opt.Text("--output", "Run folder (default runs/ARCH-DATA, with -2, -3 ... if taken).", "DIR");
    readonly Option<string?> _resume = Opt.Text("--resume", "Go on with the run in this folder; DATA then says where the images are now.", "RUN");
    readonly Option<string?> _pretrained = Opt.Text(
        "--pretrained", "Start from these weights: a model file, a run folder, a checkpoint that 'senet convert' reads, or one that 'senet pull' fetched; the classifier is replaced where the classes differ.", "MODEL|NAME");
    readonly Option<string?> _force = Opt.Text(
        "--force", "With --resume: accept these differences from the saved run and go on with what is asked for, such as recipe.epochs,classes; the refusal names them.", "NAMES");
    readonly RecipeOptions _recipe = new();
    readonly Option<int?> _size = Opt.Whole("--size", "Height and width of the input (default: the images' own if small and alike, else the architecture's).");
    readonly Option<int?> _channels = Opt.Choice("--channels", "1 (grey) or 3 (colour); default: as the images.", ("1", 1), ("3", 3));
    readonly NetworkFlags _network = new();
    readonly Option<double?> _validationFraction = Opt.Number("--validation-fraction", "Share set aside for validation if the data has no validation part (default 0.2).");
    readonly Option<BadImagePolicy?> _onBadImage = Opt.Choice(
        "--on-bad-image", "Unreadable images: stop before training (default), or skip them.", ("stop", BadImagePolicy.Stop), ("skip", BadImagePolicy.Skip));
    readonly Option<bool> _stored = Opt.IgnoreOrientation();
    readonly Option<string?> _device = Opt.Device();
    readonly Option<PrecisionChoice?> _precision = Opt.Choice(
        "--precision", "bfloat16 computes convolutions in half the bits over float32 weights; auto (default) measures whether this CPU gains by it.",
        ("auto", PrecisionChoice.Auto), ("float32", PrecisionChoice.Float32), ("bfloat16", PrecisionChoice.BFloat16));
    readonly Option<bool> _checkpoint = Opt.Flag(
        "--checkpoint-activations", "Keep only the feature maps between blocks and compute the others twice: much less memory, a third more time, the same results.");
    readonly Option<bool> _ignoreMemory = Opt.Flag("--ignore-memory", "Start even where the run is estimated to need more memory than there is.");
    readonly Option<int?> _threads = Opt.Threads();
    readonly Option<int?> _workers = Opt.Whole("--workers", "Threads that decode and augment images (default: all processors).");
    readonly Option<double?> _saveMinutes = Opt.Number("--save-minutes", "Longest time between two saved states (default 2).");
    readonly Option<int?> _keep = Opt.Whole("--keep", "Saved states kept beside the last one, as state-EPOCHS-STEP.safetensors (default 0).");
    readonly LogFlags _log = new();
    readonly Option<string?> _cacheFolder = Opt.Text(
        "--cache", "Keep the images decoded and resized to the input's short side in this folder, built once; random crops are then cut out of the resized images.", "DIR");
    readonly Option<int?> _cache = Opt.Whole("--cache-mb", "Memory for decoded images in MB (default 1024).");

    TrainCommand(Terminal terminal) => _terminal = terminal;

    public static Command Create(Terminal terminal)
    {
        var train = new TrainCommand(terminal);
        var command = new SenetCommand(
            "train",
            "Trains a network on labelled images and leaves a run folder with the best model.",
            ("senet train photos/", "one folder per class; a fifth of the images is set aside for validation"),
            ("senet train photos/ --arch se-resnet-34 --epochs 60 --on-bad-image skip", "another network, longer, without unreadable images"),
            ("senet train cifar-10-batches-bin --arch se-resnet-20 --recipe small-images --seed 1", "CIFAR-10 in its binary form"),
            ("senet train imagenet/ --arch se-resnet-50 --recipe paper --batch-size 256 --scale-lr", "the paper's recipe at a quarter of its batch size and rate"),
            ("senet train photos/ --pretrained se_resnet50-ce0d4300.pth --freeze 3", "fine-tunes the last stage and a new classifier"),
            ("senet train photos/ --log tensorboard,csv --gates-every 100 --gradients-every 100", "writes down loss, gates and gradients for TensorBoard and spreadsheets"),
            ("senet train --resume runs/se-resnet-18-photos", "goes on after Ctrl-C, a crash or a kill"),
            ("senet train --resume runs/se-resnet-18-photos --epochs 60 --force recipe.epochs", "goes on with a longer schedule than the run was started with"),
            ("mpirun -n 4 senet train photos/ --batch-size 256 --sync-bn", "four processes share every batch of 256 (Open MPI)"))
        {
            train._data, train._arch, train._output, train._resume, train._force, train._pretrained,
        };
        Option[] rest =
        [
            .. train._recipe.All, train._size, train._channels, .. train._network.All, train._validationFraction, train._onBadImage, train._stored,
            train._device, train._precision, train._checkpoint, train._ignoreMemory, train._threads, train._workers, train._saveMinutes, train._keep,
            .. train._log.All, train._cacheFolder, train._cache,
        ];
        foreach (Option option in rest)
            command.Add(option);
        command.Groups = [.. train._recipe.Groups, new("Network", [.. train._network.All]), new("States and logs", [train._saveMinutes, train._keep, .. train._log.All])];
        command.SetAction(train.Run);
        return command;
    }

    int Run(ParseResult parsed)
    {
        string? data = parsed.GetValue(_data);
        string? resume = parsed.GetValue(_resume);
        if (data is null && resume is null)
            throw new UsageException("train: DATA is missing; give a folder of images, or --resume RUN to go on with a run");
        if (resume is not null && parsed.GetValue(_output) is not null)
            throw new UsageException("--resume and --output: give one of them; a resumed run stays in its folder");
        return DistributedRun.Run(_terminal, (collective, askedToStop) => Run(parsed, data, resume, collective, askedToStop));
    }

    int Run(ParseResult parsed, string? data, string? resume, ICollective collective, Func<bool> askedToStop)
    {
        // Only the first process is sure to have the folder.
        bool resuming = resume is not null && collective.Share([new RunFolder(resume).HoldsRun ? (byte)1 : (byte)0])![0] != 0;
        if (resume is not null && !resuming)
        {
            if (data is null)
                throw new SenetException($"{resume}: holds no run to resume; give DATA as well to start one there");
            _terminal.Out.WriteLine($"{resume}: holds no run yet; starting a new one there");
        }
        if (!resuming && parsed.IsGiven(_force))
            throw new UsageException($"{_force.Name}: there is no saved run to differ from; it goes with --resume RUN");
        TrainingSettings settings = Settings(parsed, data ?? "", resume, resuming) with { Collective = collective };

        using var interruption = new Interruption(() =>
        {
            if (askedToStop())
                _terminal.Error.WriteLine("senet: stopping after this step; once more stops at once and loses the work since the last save");
        });
        TrainingResult result = TrainingDisplay.Run(
            _terminal, report => resuming ? Trainer.Resume(settings, report, interruption.Token) : Trainer.Train(settings, report, interruption.Token));
        return Report(result);
    }

    int Report(TrainingResult result)
    {
        string run = Quoting.Argument(result.RunFolder);
        if (result.BestEpoch > 0)
            _terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"best: epoch {result.BestEpoch}, validation top-1 {Numbers.Percent(result.BestTop1)}, {result.ModelPath}"));
        if (result.Interrupted)
        {
            _terminal.Out.WriteLine($"stopped and saved; go on with: senet train --resume {run}");
            return ExitCode.Interrupted;
        }
        _terminal.Out.WriteLine($"use it with: senet predict {run} IMAGES");
        return ExitCode.Success;
    }

    TrainingSettings Settings(ParseResult parsed, string data, string? resume, bool resuming)
    {
        Recipe? recipe = _recipe.Named(parsed);
        Func<Recipe, Recipe>? changes = _recipe.Changes(parsed);
        CheckRange(recipe ?? Recipes.Photos, changes);
        double saveMinutes = parsed.GetValue(_saveMinutes) ?? 2;
        if (!(saveMinutes >= 0 && saveMinutes <= TimeSpan.FromDays(1).TotalMinutes))
            throw new UsageException(FormattableString.Invariant($"--save-minutes {saveMinutes}: expected 0 to 1440"));
        var defaults = new TrainingSettings { Data = data, RunFolder = "" };
        string? pretrained = parsed.GetValue(_pretrained) is { } weights && !resuming ? Weights(weights) : null;
        string? name = parsed.GetValue(_arch);
        return defaults with
        {
            RunFolder = resume ?? parsed.GetValue(_output) ?? RunNames.Free(Path.Combine("runs", $"{name ?? (pretrained is null ? TrainingSettings.DefaultArchitecture : "fine-tuned")}-{RunNames.OfData(data)}")),
            Architecture = name,
            Pretrained = pretrained,
            AdjustOptions = _network.Any(parsed) ? (architecture, options) => _network.Apply(parsed, architecture, options) : null,
            Recipe = recipe,
            AdjustRecipe = changes,
            ImageSize = parsed.GetValue(_size).AtLeast(1, "--size"),
            Channels = parsed.GetValue(_channels),
            ValidationFraction = parsed.GetValue(_validationFraction) ?? defaults.ValidationFraction,
            OnBadImage = parsed.GetValue(_onBadImage) ?? defaults.OnBadImage,
            ApplyOrientation = !parsed.GetValue(_stored),
            Device = parsed.GetValue(_device) ?? defaults.Device,
            Precision = parsed.GetValue(_precision) ?? PrecisionChoice.Auto,
            CheckpointActivations = parsed.GetValue(_checkpoint),
            IgnoreMemory = parsed.GetValue(_ignoreMemory),
            Threads = parsed.GetValue(_threads).AtLeast(1, "--threads"),
            Workers = parsed.GetValue(_workers).AtLeast(1, "--workers"),
            SaveInterval = TimeSpan.FromMinutes(saveMinutes),
            KeepStates = parsed.GetValue(_keep).AtLeast(0, _keep.Name),
            Log = _log.Read(parsed, resuming ? new RunFolder(resume!).ReadDescription().Log : new()),
            AdjustRun = resuming ? Wanted(parsed) : null,
            Force = parsed.GetValue(_force)?.Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries) ?? [],
            CacheFolder = parsed.GetValue(_cacheFolder),
            CacheBytes = parsed.GetValue(_cache).AtLeast(0, "--cache-mb") is { } megabytes ? (long)megabytes << 20 : defaults.CacheBytes,
        };
    }

    // A file or run folder of that name, else a checkpoint that 'senet pull' fetched.
    static string Weights(string name) => Path.Exists(name) ? ModelLocation.Resolve(name) : PublishedCheckpoints.Resolve(name);

    // The trainer checks again, once it knows which recipe the images call for; by then minutes may have passed.
    static void CheckRange(Recipe recipe, Func<Recipe, Recipe>? changes)
    {
        try
        {
            changes?.Invoke(recipe).Validate();
        }
        catch (SenetException error)
        {
            throw new UsageException(error.Message);
        }
    }

    // The saved run as those options would have it that are neither of the network nor of the recipe.
    Func<RunDescription, RunDescription> Wanted(ParseResult parsed) => saved => saved with
    {
        Preprocessing = saved.Preprocessing with { ApplyOrientation = saved.Preprocessing.ApplyOrientation && !parsed.GetValue(_stored) },
        Pretrained = parsed.GetValue(_pretrained) is { } weights ? Path.GetFullPath(Weights(weights)) : saved.Pretrained,
        ValidationFraction = parsed.GetValue(_validationFraction) ?? saved.ValidationFraction,
        OnBadImage = parsed.GetValue(_onBadImage) ?? saved.OnBadImage,
        Precision = parsed.GetValue(_precision) switch
        {
            PrecisionChoice.Float32 => Precision.Float32,
            PrecisionChoice.BFloat16 => Precision.BFloat16,
            _ => saved.Precision,
        },
        // The folder may move; whether there is one decides what is cropped.
        CacheFolder = saved.CacheFolder is null && parsed.GetValue(_cacheFolder) is { } folder ? folder : saved.CacheFolder,
    };
}
