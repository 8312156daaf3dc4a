using System.CommandLine;
using System.Globalization;
using Senet.Data;
using Senet.Graph;
using Senet.Training;

namespace Senet.Cli;

/// <summary>The options that change a recipe.</summary>
sealed class RecipeOptions
{
    readonly Option<string?> _recipe = Opt.Text("--recipe", $"Recipe to start from: {string.Join(", ", Recipes.All.Select(recipe => recipe.Name))} (default: chosen from the images).", "NAME");
    readonly Option<int?> _epochs = Opt.Whole("--epochs", "Passes over the training images.");
    readonly Option<int?> _batchSize = Opt.Whole("--batch-size", "Images per step, at least 2.");
    readonly Option<double?> _learningRate = Opt.Number("--lr", "Learning rate at its highest.");
    readonly Option<double?> _momentum = Opt.Number("--momentum", "Momentum of SGD.");
    readonly Option<bool?> _nesterov = Opt.Switch("--nesterov", "Nesterov's form of the momentum ('--nesterov false' turns it off).");
    readonly Option<double?> _weightDecay = Opt.Number("--weight-decay", "Weight decay (L2).");
    readonly Option<bool?> _decayAll = Opt.Switch("--decay-norm-and-bias", "Decay biases and batch normalisation too.");
    readonly Option<ScheduleKind?> _schedule = Opt.Choice(
        "--schedule", "Shape of the learning rate.", ("step", ScheduleKind.Step), ("cosine", ScheduleKind.Cosine), ("one-cycle", ScheduleKind.OneCycle));
    readonly Option<int?> _stepEpochs = Opt.Whole("--step-epochs", "Step schedule: epochs between two drops.");
    readonly Option<double?> _stepFactor = Opt.Number("--step-factor", "Step schedule: factor of each drop.");
    readonly Option<double?> _warmup = Opt.Number("--warmup", "Epochs of linear warm-up, at most half of the run.", "EPOCHS");
    readonly Option<double?> _peak = Opt.Number("--one-cycle-peak", "One-cycle schedule: fraction of the run at which the rate is highest.");
    readonly Option<double?> _smoothing = Opt.Number("--label-smoothing", "Probability mass spread over all classes.");
    readonly Option<bool?> _syncBatchNorm = Opt.Switch("--sync-bn", "Several processes: batch normalisation over the whole batch instead of each process's share.");
    readonly Option<int?> _seed = Opt.Whole("--seed", "Seed of weights, order, augmentation and split.");
    readonly Option<CropMode?> _crop = Opt.Choice(
        "--crop", "How training cuts the input out of an image.", ("none", CropMode.None), ("random-resized", CropMode.RandomResized), ("pad-and-crop", CropMode.PadAndCrop), ("random-crop", CropMode.RandomCrop));
    readonly Option<double?> _scaleMin = Opt.Number("--scale-min", "Random-resized crop: smallest share of the image's area.");
    readonly Option<int?> _padding = Opt.Whole("--padding", "Pad-and-crop, random-crop: zero-padding in pixels.");
    readonly Option<bool> _noFlip = Opt.Flag("--no-flip", "Do not mirror images at random.");
    readonly Option<string?> _augment = Opt.Text(
        "--augment", $"Further random changes in this order, numbers optional: {string.Join(", ", AugmentationOps.Syntax)}. '{Augmentations.ReleasedName}' stands for all that the paper's authors did, 'none' for nothing.", "LIST");

    readonly Option<bool?> _fastDecode = Opt.Switch(
        "--fast-decode", "Decode large JPEGs at a half, a quarter or an eighth where the crop stays as large as the input: faster, not the exact pixels.");

    readonly Option<int?> _freeze = Opt.Choice(
        "--freeze", "Freeze the network up to here, batch normalisation's statistics included; the classifier is always trained.",
        ("none", -1), ("stem", 0), ("1", 1), ("2", 2), ("3", 3), ("4", 4), ("5", 5));
    readonly Option<string?> _stageRates = Opt.Text("--stage-lr", "Factors of the learning rate for the stem, every stage and the classifier, such as 0.1,0.1,0.2,0.5,1,1.", "LIST");

    public IEnumerable<Option> All =>
        [_recipe, _epochs, _batchSize, _learningRate, _momentum, _nesterov, _weightDecay, _decayAll, _schedule, _stepEpochs, _stepFactor, _warmup, _peak, _smoothing, _syncBatchNorm, _seed, _crop, _scaleMin, _padding, _noFlip, _augment, _fastDecode, _freeze, _stageRates];

    /// <summary>Those that decide what the training images look like.</summary>
    public IEnumerable<Option> OfImages => [_recipe, _batchSize, _seed, _crop, _scaleMin, _padding, _noFlip, _augment, _fastDecode];

    /// <summary>The recipe named, or null.</summary>
    public Recipe? Named(ParseResult parsed) => parsed.GetValue(_recipe) is { } name ? Recipes.Get(name) : null;

    /// <summary>The changes asked for, or null when there are none.</summary>
    public Func<Recipe, Recipe>? Changes(ParseResult parsed) =>
        All.Skip(1).Any(parsed.IsGiven) ? recipe => Apply(parsed, recipe) : null;

    Recipe Apply(ParseResult parsed, Recipe recipe)
    {
        string? augment = parsed.GetValue(_augment);
        // The authors' crop and flip first: an option that changes them is heeded.
        Augmentation augmentation = augment == Augmentations.ReleasedName ? Augmentations.Released : recipe.Augmentation;
        return recipe with
        {
            Epochs = parsed.GetValue(_epochs) ?? recipe.Epochs,
            BatchSize = parsed.GetValue(_batchSize) ?? recipe.BatchSize,
            LearningRate = parsed.GetValue(_learningRate) ?? recipe.LearningRate,
            Momentum = parsed.GetValue(_momentum) ?? recipe.Momentum,
            Nesterov = parsed.GetValue(_nesterov) ?? recipe.Nesterov,
            WeightDecay = parsed.GetValue(_weightDecay) ?? recipe.WeightDecay,
            WeightDecayOnNormAndBias = parsed.GetValue(_decayAll) ?? recipe.WeightDecayOnNormAndBias,
            Schedule = parsed.GetValue(_schedule) ?? recipe.Schedule,
            StepEpochs = parsed.GetValue(_stepEpochs) ?? recipe.StepEpochs,
            StepFactor = parsed.GetValue(_stepFactor) ?? recipe.StepFactor,
            WarmupEpochs = parsed.GetValue(_warmup) ?? recipe.WarmupEpochs,
            OneCyclePeak = parsed.GetValue(_peak) ?? recipe.OneCyclePeak,
            LabelSmoothing = parsed.GetValue(_smoothing) ?? recipe.LabelSmoothing,
            SyncBatchNorm = parsed.GetValue(_syncBatchNorm) ?? recipe.SyncBatchNorm,
            Seed = parsed.GetValue(_seed) ?? recipe.Seed,
            FastDecode = parsed.GetValue(_fastDecode) ?? recipe.FastDecode,
            FreezeThrough = parsed.GetValue(_freeze) ?? recipe.FreezeThrough,
            StageRates = parsed.GetValue(_stageRates) is { } rates ? Factors(rates) : recipe.StageRates,
            Augmentation = augmentation with
            {
                Crop = parsed.GetValue(_crop) ?? augmentation.Crop,
                ScaleMin = parsed.GetValue(_scaleMin) ?? augmentation.ScaleMin,
                Padding = parsed.GetValue(_padding).AtLeast(0, _padding.Name) ?? augmentation.Padding,
                Flip = !parsed.GetValue(_noFlip) && augmentation.Flip,
                Ops = augment is null or Augmentations.ReleasedName ? augmentation.Ops : Ops(augment),
            },
        };
    }

    AugmentationOps Ops(string list)
    {
        try
        {
            return list == "none" ? AugmentationOps.None : AugmentationOps.Parse(list);
        }
        catch (SenetException error)
        {
            throw new UsageException($"{_augment.Name}: {error.Message}");
        }
    }

    double[] Factors(string list) => Array.ConvertAll(list.Split(','), text => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out double factor)
        ? factor
        : throw new UsageException($"{_stageRates.Name} {list}: expected numbers with commas between them, such as 0.1,0.1,0.2,0.5,1,1"));
}
