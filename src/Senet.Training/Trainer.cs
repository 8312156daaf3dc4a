using System.Globalization;
using Senet.Graph;
using Senet.Torch;
using Senet.Training.Distributed;
using Senet.Weights;
using TorchSharp;
using static TorchSharp.torch;

namespace Senet.Training;

/// <summary>Trains a network on labelled images and leaves a run folder: start to finish, or from where a run was stopped or killed.</summary>
public static class Trainer
{
    /// <summary>Trains from random weights, or from those of <see cref="TrainingSettings.Pretrained"/>.</summary>
    /// <param name="settings">What, on which images, how and where to.</param>
    /// <param name="report">Receives what happens, in order, on the calling thread except while scanning; may be null.</param>
    /// <param name="cancellationToken">Asks the run to stop: it finishes the step, saves its state and returns.</param>
    /// <exception cref="SenetException">Something the user can mend: the data, a setting, a file, a diverged loss.</exception>
    public static TrainingResult Train(TrainingSettings settings, Action<TrainingEvent>? report = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ICollective collective = settings.Collective ?? new Alone();
        report = Join(ref settings, report, collective, saved: null);
        using RunReplica replica = RunReplica.Open(settings.RunFolder, collective);
        settings = settings with { RunFolder = replica.Path };
        PretrainedWeights? pretrained = settings.Pretrained is { } file ? PretrainedWeights.Read(file) : null;
        Architecture architecture = settings.Architecture is { } id ? ArchitectureRegistry.Get(id) : pretrained?.Architecture ?? ArchitectureRegistry.Get(TrainingSettings.DefaultArchitecture);
        NetworkOptions options = settings.Options ?? pretrained?.OptionsFor(architecture) ?? architecture.Defaults;
        // Until the images say which recipe they call for, any stands for it: all of them have one seed and can be validated.
        Recipe provisional = Adjusted(settings.Recipe ?? Recipes.Photos);
        if (settings.Options is null && pretrained is null && provisional.Dropout is { } dropout)
            options = options with { Dropout = dropout };
        options = settings.AdjustOptions?.Invoke(architecture, options) ?? options;
        LogOptions log = settings.Log ?? new();
        log.Validate();
        // What does not fit fails before minutes of scanning.
        _ = architecture.Build(options);
        Device device = TorchDevice.Parse(settings.Device, collective.LocalRank);
        collective = NcclCollective.Over(collective, device, report);
        using IDisposable? sums = collective as NcclCollective;
        settings = settings with { Collective = collective };
        var folder = new RunFolder(settings.RunFolder);
        if (folder.HoldsRun)
            throw new SenetException($"{folder.Path}: already holds a run; resume it with --resume {folder.Path}, or choose another --output");

        settings = settings with
        {
            Channels = settings.Channels ?? pretrained?.Description.Options.InputChannels,
            ApplyOrientation = settings.ApplyOrientation && pretrained is not { Description.Preprocessing.ApplyOrientation: false },
        };
        PreparedData data = collective.FirstOfMachineFirst(() => PreparedData.Open(settings, (ulong)provisional.Seed, report, cancellationToken));
        int size = settings.ImageSize ?? pretrained?.Description.Preprocessing.Height ?? data.NativeSize ?? architecture.Input.Height;
        Recipe recipe = Adjusted(settings.Recipe ?? (PreparedData.IsSmall(size) ? Recipes.SmallImages : Recipes.Photos));
        // Measured once: other processes might find otherwise.
        var precision = (Precision)collective.Share(collective.Rank == 0 ? [(byte)PrecisionSelection.Choose(settings, device, report)] : null)![0];
        var run = new RunDescription
        {
            Producer = ModelDescription.CurrentProducer,
            Architecture = architecture.Id,
            Options = options with { Classes = data.Images.Classes.Count, InputChannels = data.Channels },
            Preprocessing = pretrained is null ? data.ChoosePreprocessing(size, recipe.Normalisation) : pretrained.PreprocessingFor(size) with { ApplyOrientation = settings.ApplyOrientation },
            Recipe = recipe,
            Precision = precision,
            Pretrained = settings.Pretrained is null ? null : Path.GetFullPath(settings.Pretrained),
            Data = Path.GetFullPath(settings.Data),
            CacheFolder = settings.CacheFolder is null ? null : Path.GetFullPath(settings.CacheFolder),
            ValidationFraction = settings.ValidationFraction,
            OnBadImage = settings.OnBadImage,
            Log = log,
            KeepStates = settings.KeepStates ?? 0,
            Threads = settings.Threads!.Value,
            Processes = collective.Size,
            TrainImages = data.Images.Train.Count,
            ValidationImages = data.Images.Validation.Count,
            SkippedImages = data.Skipped.Count,
        };
        // Builds the graph and walks its shapes before anything is written.
        NetworkGraph graph = architecture.Build(run.Options);
        graph.InferShapes(new(data.Channels, size, size));
        recipe.Validate(graph);
        CheckMemory(run, graph, device, settings, report);
        using PackedImages packed = collective.FirstOfMachineFirst(() => PackedImages.Open(run, data.Images, settings.Data, settings, report, cancellationToken));
        folder.Create(run, data.Images.Classes, data.Skipped);
        using var session = new TrainingSession(run, packed.Images, folder, device, settings, report, pretrained);
        return session.Run(cancellationToken);

        Recipe Adjusted(Recipe chosen)
        {
            Recipe adjusted = settings.AdjustRecipe?.Invoke(chosen) ?? chosen;
            adjusted.Validate();
            return adjusted;
        }
    }

    /// <summary>Goes on with the run in <see cref="TrainingSettings.RunFolder"/>, with its own data, architecture and recipe.</summary>
    /// <param name="settings">
    /// The run folder, and where to compute (device, threads, workers, cache); what to train is the saved run's, and anything else
    /// is refused unless <see cref="TrainingSettings.Force"/> names it. Its data may have moved: <see cref="TrainingSettings.Data"/>
    /// says where it is now.
    /// </param>
    /// <param name="report">As for <see cref="Train"/>.</param>
    /// <param name="cancellationToken">As for <see cref="Train"/>.</param>
    /// <exception cref="SenetException">There is no run, its data changed, or something else is asked for; and as for <see cref="Train"/>.</exception>
    public static TrainingResult Resume(TrainingSettings settings, Action<TrainingEvent>? report = null, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(settings);
        ICollective collective = settings.Collective ?? new Alone();
        using RunReplica replica = RunReplica.Open(settings.RunFolder, collective);
        settings = settings with { RunFolder = replica.Path };
        var folder = new RunFolder(settings.RunFolder);
        RunDescription saved = folder.ReadDescription();
        report = Join(ref settings, report, collective, saved);
        var check = new ResumeCheck(folder, saved, settings.Force);
        RunDescription run = check.Accept(Wanted(saved, settings));
        run = run with { Log = settings.Log ?? saved.Log, KeepStates = settings.KeepStates ?? saved.KeepStates, Threads = settings.Threads!.Value, Processes = collective.Size };
        run.Log.Validate();
        Device device = TorchDevice.Parse(settings.Device, collective.LocalRank);
        collective = NcclCollective.Over(collective, device, report);
        using IDisposable? sums = collective as NcclCollective;
        settings = settings with { Collective = collective };
        AtomicFile.CleanLeftovers(folder.Path);
        settings = settings with
        {
            Data = settings.Data.Length > 0 ? settings.Data : run.Data,
            Architecture = run.Architecture,
            Options = run.Options,
            Recipe = run.Recipe,
            Channels = run.Options.InputChannels,
            ValidationFraction = run.ValidationFraction,
            OnBadImage = run.OnBadImage,
            ApplyOrientation = run.Preprocessing.ApplyOrientation,
            CacheFolder = settings.CacheFolder ?? run.CacheFolder,
        };
        run = run with { CacheFolder = settings.CacheFolder };
        PreparedData data = collective.FirstOfMachineFirst(() => PreparedData.Open(settings, (ulong)run.Recipe.Seed, report, cancellationToken));
        run = check.Accept(run, data.Images, settings.Data);
        // A run that was killed before it saved anything starts from its weight file again.
        PretrainedWeights? pretrained = run.Pretrained is not null && !File.Exists(folder.LastPath) ? PretrainedWeights.Read(run.Pretrained) : null;
        CheckMemory(run, ArchitectureRegistry.Get(run.Architecture).Build(run.Options), device, settings, report);
        using PackedImages packed = collective.FirstOfMachineFirst(() => PackedImages.Open(run, data.Images, settings.Data, settings, report, cancellationToken));
        run = check.Record(run);
        using var session = new TrainingSession(run, packed.Images, folder, device, settings, report, pretrained);
        // The saved weights fit what is asked for, so that it may become the run's own.
        if (run.Forced.Count != saved.Forced.Count)
            folder.WriteClasses(data.Images.Classes);
        if (run != saved with { CacheFolder = run.CacheFolder })
            folder.WriteDescription(run with { CacheFolder = saved.CacheFolder ?? run.CacheFolder });
        return session.Run(cancellationToken);
    }

    // Splits what the processes of one machine share, and silences all but the first. A saved run keeps its threads, so that it goes on to
    // the bit as if it had never stopped.
    static Action<TrainingEvent> Join(ref TrainingSettings settings, Action<TrainingEvent>? report, ICollective collective, RunDescription? saved)
    {
        report = collective.Rank > 0 ? _ => { } : report ?? (_ => { });
        bool isAsBefore = saved is { Threads: > 0 } && saved.Processes == collective.Size && saved.Threads <= collective.Processors;
        int threads = settings.Threads ?? (isAsBefore ? saved!.Threads : collective.Processors);
        settings = settings with
        {
            Threads = threads,
            Workers = settings.Workers ?? collective.Processors,
            CacheBytes = settings.CacheBytes / collective.LocalSize,
        };
        if (collective.Size > 1)
        {
            string machines = collective.Machines == 1 ? "1 machine" : string.Create(CultureInfo.InvariantCulture, $"{collective.Machines} machines");
            report(new TrainingEvent.Message(string.Create(CultureInfo.InvariantCulture, $"{collective.Size} processes on {machines}, {Threads(threads)} each")));
        }
        if (saved is { Threads: > 0 } && (saved.Processes, saved.Threads) != (collective.Size, threads))
        {
            report(new TrainingEvent.Message(string.Create(
                CultureInfo.InvariantCulture,
                $"{Threads(threads)} in {Processes(collective.Size)}, {Threads(saved.Threads)} in {Processes(saved.Processes)} before: sums are rounded otherwise from here on, so that the weights differ in their last digits from those of a run that never stopped")));
        }
        return report;

        static string Threads(int count) => count == 1 ? "1 thread" : string.Create(CultureInfo.InvariantCulture, $"{count} threads");

        static string Processes(int count) => count == 1 ? "1 process" : string.Create(CultureInfo.InvariantCulture, $"{count} processes");
    }

    // Of the processor's memory: another device has its own, which libtorch asks for as it goes.
    static void CheckMemory(RunDescription run, NetworkGraph graph, Device device, TrainingSettings settings, Action<TrainingEvent> report)
    {
        if (device.type != DeviceType.CPU)
            return;
        Preprocessing input = run.Preprocessing;
        Recipe recipe = run.Recipe;
        int states = (recipe.Optimizer != OptimizerKind.Sgd ? 2 : recipe.Momentum > 0 ? 1 : 0) + (recipe.EmaDecay > 0 ? 1 : 0);
        int parts = recipe.AccumulationSteps * (settings.Collective?.Size ?? 1);
        int batch = (Math.Min(recipe.BatchSize, run.TrainImages) + parts - 1) / parts;
        MemoryEstimate estimate = MemoryEstimate.Of(graph, new(input.Channels, input.Height, input.Width), batch, run.Precision, settings.CheckpointActivations, states);
        MemoryCheck.Run(run.Architecture, estimate, MachineMemory.Limit(), !settings.CheckpointActivations, settings.IgnoreMemory, report);
    }

    /// <summary>Throws where <see cref="Resume"/> would refuse the settings before it reads the data; changes nothing.</summary>
    /// <exception cref="SenetException">There is no run, or something else is asked for.</exception>
    internal static void CheckResume(TrainingSettings settings)
    {
        var folder = new RunFolder(settings.RunFolder);
        RunDescription saved = folder.ReadDescription();
        new ResumeCheck(folder, saved, settings.Force).Accept(Wanted(saved, settings));
    }

    // The saved run as the settings would have it.
    static RunDescription Wanted(RunDescription saved, TrainingSettings settings)
    {
        RunDescription run = settings.AdjustRun?.Invoke(saved) ?? saved;
        Architecture architecture = ArchitectureRegistry.Get(settings.Architecture ?? run.Architecture);
        NetworkOptions options = (settings.Options ?? run.Options) with { Classes = run.Options.Classes, InputChannels = settings.Channels ?? run.Options.InputChannels };
        Recipe recipe = settings.Recipe ?? run.Recipe;
        recipe = settings.AdjustRecipe?.Invoke(recipe) ?? recipe;
        // A change may be relative, as a rate scaled by the batch size is: the changes that made the run are none to it.
        if (settings.Recipe is null && Recipes.All.FirstOrDefault(named => named.Name == run.Recipe.Name) is { } origin
            && settings.AdjustRecipe?.Invoke(origin) is { } remade && RunDifference.Between(run, run with { Recipe = remade }).Count == 0)
            recipe = run.Recipe;
        recipe.Validate();
        return run with
        {
            Architecture = architecture.Id,
            Options = settings.AdjustOptions?.Invoke(architecture, options) ?? options,
            Recipe = recipe,
            Preprocessing = settings.ImageSize is { } size ? run.Preprocessing with { Height = size, Width = size } : run.Preprocessing,
        };
    }
}
