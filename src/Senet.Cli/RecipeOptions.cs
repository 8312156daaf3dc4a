using System.CommandLine;
using System.Globalization;
using Senet.Data;
using Senet.Graph;
using Senet.Training;

namespace Senet.Cli;

/// <summary>The options that change a recipe.</summary>
sealed class RecipeOptions
{
    readonly Option<string?> _recipe = Opt.Text("--recipe", $"Recipe to start from: {string.Join(", ", Recipes.All.Select(recipe => recipe.Name))} (default: chosen from the images; see 'senet recipes').", "NAME");
    readonly Option<int?> _epochs = Opt.Whole("--epochs", "Passes over the training images.");
    readonly Option<int?> _batchSize = Opt.Whole("--batch-size", "Images per step, at least 2.");
    readonly Option<int?> _accumulate = Opt.Whole("--accumulate", "Handle each batch in this many parts and add up their gradients: less memory; batch normalisation sees the parts.");
    readonly Option<int?> _seed = Opt.Whole("--seed", "Seed of weights, order, augmentation and split.");

    readonly Option<OptimizerKind?> _optimizer = Opt.Choice(
        "--optimizer", "How gradients change the weights.", ("sgd", OptimizerKind.Sgd), ("adamw", OptimizerKind.AdamW), ("lamb", OptimizerKind.Lamb));
    readonly Option<double?> _learningRate = Opt.Number("--lr", "Learning rate at its highest.");
    readonly Option<bool> _scaleRate = Opt.Flag("--scale-lr", "Multiply the learning rate by --batch-size over the recipe's own batch size.");
    readonly Option<double?> _momentum = Opt.Number("--momentum", "Momentum of SGD.");
    readonly Option<bool?> _nesterov = Opt.Switch("--nesterov", "Nesterov's form of the momentum ('--nesterov false' turns it off).");
    readonly Option<double?> _beta1 = Opt.Number("--beta1", "AdamW, LAMB: decay rate of the gradients' mean.");
    readonly Option<double?> _beta2 = Opt.Number("--beta2", "AdamW, LAMB: decay rate of the squared gradients' mean.");
    readonly Option<double?> _epsilon = Opt.Number("--epsilon", "AdamW, LAMB: added to the denominator.");
    readonly Option<double?> _weightDecay = Opt.Number("--weight-decay", "Weight decay; in the gradient for SGD, apart from it for AdamW and LAMB.");
    readonly Option<bool?> _decayAll = Opt.Switch("--decay-norm-and-bias", "Decay biases and batch normalisation too.");
    readonly Option<double?> _clipNorm = Opt.Number("--clip-norm", "Largest norm of all gradients together; 0 for no limit.");

    readonly Option<ScheduleKind?> _schedule = Opt.Choice(
        "--schedule", "Shape of the learning rate.",
        ("step", ScheduleKind.Step), ("multi-step", ScheduleKind.MultiStep), ("cosine", ScheduleKind.Cosine), ("one-cycle", ScheduleKind.OneCycle), ("plateau", ScheduleKind.Plateau), ("poly", ScheduleKind.Poly));
    readonly Option<double?> _warmup = Opt.Number("--warmup", "Epochs of linear warm-up, at most half of the run.", "EPOCHS");
    readonly Option<double?> _endRate = Opt.Number("--end-lr", "Cosine, poly, plateau: lowest learning rate.");
    readonly Option<int?> _stepEpochs = Opt.Whole("--step-epochs", "Step: epochs between two drops.");
    readonly Option<string?> _milestones = Opt.Text("--milestones", "Multi-step: epochs after which the rate drops, such as 125,200,250.", "LIST");
    readonly Option<double?> _stepFactor = Opt.Number("--step-factor", "Step, multi-step, plateau: factor of each drop.");
    readonly Option<int?> _patience = Opt.Whole("--plateau-patience", "Plateau: epochs without a lower validation loss before the rate drops.");
    readonly Option<double?> _power = Opt.Number("--poly-power", "Poly: exponent.");
    readonly Option<double?> _peak = Opt.Number("--one-cycle-peak", "One-cycle: fraction of the run at which the rate is highest.");

    readonly Option<LossKind?> _loss = Opt.Choice(
        "--loss", "What is minimised: cross-entropy over all classes, or binary cross-entropy for each.", ("cross-entropy", LossKind.CrossEntropy), ("bce", LossKind.BinaryCrossEntropy));
    readonly Option<double?> _smoothing = Opt.Number("--label-smoothing", "Probability mass spread over all classes.");
    readonly Option<ClassWeighting?> _classWeights = Opt.Choice(
        "--class-weights", "Uneven classes: balanced lets every class count alike in the loss.", ("none", ClassWeighting.None), ("balanced", ClassWeighting.Balanced));
    readonly Option<Sampling?> _sampling = Opt.Choice(
        "--sampling", "Uneven classes: balanced visits every class equally often.", ("shuffled", Sampling.Shuffled), ("balanced", Sampling.Balanced));
    readonly Option<double?> _depth = Opt.Number("--stochastic-depth", "Probability of dropping the last residual branch; earlier ones less, in a line.", "P");
    readonly Option<double?> _ema = Opt.Number("--ema-decay", "Evaluate and save a moving average of the weights with this decay, such as 0.9998; 0 for none.");
    readonly Option<int?> _freezeNorm = Opt.Whole("--freeze-norm-last", "Epochs at the end in which batch normalisation keeps its statistics.", "EPOCHS");
    readonly Option<int?> _freeze = Opt.Choice(
        "--freeze", "Freeze the network up to here, batch normalisation's statistics included; the classifier is always trained.",
        ("none", -1), ("stem", 0), ("1", 1), ("2", 2), ("3", 3), ("4", 4), ("5", 5));
    readonly Option<string?> _stageRates = Opt.Text("--stage-lr", "Factors of the learning rate for the stem, every stage and the classifier, such as 0.1,0.1,0.2,0.5,1,1.", "LIST");

    readonly Option<Normalisation?> _normalisation = Opt.Choice(
        "--normalise", "Pixel values: less the mean and divided by the deviation, or 0..255 less the mean.", ("mean-std", Normalisation.MeanAndDeviation), ("mean", Normalisation.Mean));
    readonly Option<CropMode?> _crop = Opt.Choice(
        "--crop", "How training cuts the input out of an image.", ("none", CropMode.None), ("random-resized", CropMode.RandomResized), ("pad-and-crop", CropMode.PadAndCrop), ("random-crop", CropMode.RandomCrop));
    readonly Option<double?> _scaleMin = Opt.Number("--scale-min", "Random-resized crop: smallest share of the image's area.");
    readonly Option<double?> _scaleMax = Opt.Number("--scale-max", "Random-resized crop: largest share of the image's area.");
    readonly Option<double?> _ratioMin = Opt.Number("--ratio-min", "Random-resized crop: smallest ratio of width to height.");
    readonly Option<double?> _ratioMax = Opt.Number("--ratio-max", "Random-resized crop: largest ratio of width to height.");
    readonly Option<Interpolation?> _interpolation = Opt.Choice(
        "--interpolation", "Random-resized crop: filter of the resize.",
        ("nearest", Interpolation.Nearest), ("box", Interpolation.Box), ("bilinear", Interpolation.Bilinear), ("hamming", Interpolation.Hamming), ("bicubic", Interpolation.Bicubic), ("lanczos", Interpolation.Lanczos));
    readonly Option<int?> _padding = Opt.Whole("--padding", "Pad-and-crop, random-crop: zero-padding in pixels.");
    readonly Option<bool> _noFlip = Opt.Flag("--no-flip", "Do not mirror images at random.");
    readonly Option<string?> _augment = Opt.Text(
        "--augment", $"Further random changes in this order, numbers optional: {string.Join(", ", AugmentationOps.Syntax)}. '{Augmentations.ReleasedName}' stands for all that the paper's authors did, 'none' for nothing.", "LIST");

    readonly Option<bool?> _fastDecode = Opt.Switch(
        "--fast-decode", "Decode large JPEGs at a half, a quarter or an eighth where the crop stays as large as the input: faster, not the exact pixels.");

    public IEnumerable<Option> All => Groups.SelectMany(group => group.Options);

    /// <summary>The same under headings for the help.</summary>
    public IReadOnlyList<OptionGroup> Groups =>
    [
        new("Recipe", [_recipe, _epochs, _batchSize, _accumulate, _seed]),
        new("Optimiser", [_optimizer, _learningRate, _scaleRate, _momentum, _nesterov, _beta1, _beta2, _epsilon, _weightDecay, _decayAll, _clipNorm]),
        new("Schedule", [_schedule, _warmup, _endRate, _stepEpochs, _milestones, _stepFactor, _patience, _power, _peak]),
        new("Loss and regularisation", [_loss, _smoothing, _classWeights, _sampling, _depth, _ema, _freezeNorm, _freeze, _stageRates]),
        new("Training images", [_normalisation, _crop, _scaleMin, _scaleMax, _ratioMin, _ratioMax, _interpolation, _padding, _noFlip, _augment, _fastDecode]),
    ];

    /// <summary>Those that decide what the training images look like.</summary>
    public IEnumerable<Option> OfImages =>
        [_recipe, _batchSize, _seed, _sampling, _crop, _scaleMin, _scaleMax, _ratioMin, _ratioMax, _interpolation, _padding, _noFlip, _augment, _fastDecode];

    /// <summary>The recipe named, or null.</summary>
    public Recipe? Named(ParseResult parsed) => parsed.GetValue(_recipe) is { } name ? Recipes.Get(name) : null;

    /// <summary>The changes asked for, or null when there are none.</summary>
    public Func<Recipe, Recipe>? Changes(ParseResult parsed) =>
        All.Any(option => option != _recipe && parsed.IsGiven(option)) ? recipe => Apply(parsed, recipe) : null;

    Recipe Apply(ParseResult parsed, Recipe recipe)
    {
        string? augment = parsed.GetValue(_augment);
        // The authors' crop and flip first: an option that changes them is heeded.
        Augmentation augmentation = augment == Augmentations.ReleasedName ? Augmentations.Released : recipe.Augmentation;
        int batchSize = parsed.GetValue(_batchSize) ?? recipe.BatchSize;
        double scale = parsed.GetValue(_scaleRate) ? (double)batchSize / recipe.BatchSize : 1;
        return recipe with
        {
            Epochs = parsed.GetValue(_epochs) ?? recipe.Epochs,
            BatchSize = batchSize,
            AccumulationSteps = parsed.GetValue(_accumulate) ?? recipe.AccumulationSteps,
            Optimizer = parsed.GetValue(_optimizer) ?? recipe.Optimizer,
            LearningRate = scale * (parsed.GetValue(_learningRate) ?? recipe.LearningRate),
            EndLearningRate = scale * (parsed.GetValue(_endRate) ?? recipe.EndLearningRate),
            Beta1 = parsed.GetValue(_beta1) ?? recipe.Beta1,
            Beta2 = parsed.GetValue(_beta2) ?? recipe.Beta2,
            Epsilon = parsed.GetValue(_epsilon) ?? recipe.Epsilon,
            ClipNorm = parsed.GetValue(_clipNorm) ?? recipe.ClipNorm,
            Momentum = parsed.GetValue(_momentum) ?? recipe.Momentum,
            Nesterov = parsed.GetValue(_nesterov) ?? recipe.Nesterov,
            WeightDecay = parsed.GetValue(_weightDecay) ?? recipe.WeightDecay,
            WeightDecayOnNormAndBias = parsed.GetValue(_decayAll) ?? recipe.WeightDecayOnNormAndBias,
            Schedule = parsed.GetValue(_schedule) ?? recipe.Schedule,
            StepEpochs = parsed.GetValue(_stepEpochs) ?? recipe.StepEpochs,
            StepFactor = parsed.GetValue(_stepFactor) ?? recipe.StepFactor,
            Milestones = parsed.GetValue(_milestones) is { } milestones ? Epochs(milestones) : recipe.Milestones,
            PlateauPatience = parsed.GetValue(_patience) ?? recipe.PlateauPatience,
            PolyPower = parsed.GetValue(_power) ?? recipe.PolyPower,
            WarmupEpochs = parsed.GetValue(_warmup) ?? recipe.WarmupEpochs,
            OneCyclePeak = parsed.GetValue(_peak) ?? recipe.OneCyclePeak,
            Loss = parsed.GetValue(_loss) ?? recipe.Loss,
            ClassWeights = parsed.GetValue(_classWeights) ?? recipe.ClassWeights,
            Sampling = parsed.GetValue(_sampling) ?? recipe.Sampling,
            StochasticDepth = parsed.GetValue(_depth) ?? recipe.StochasticDepth,
            EmaDecay = parsed.GetValue(_ema) ?? recipe.EmaDecay,
            FreezeNormLastEpochs = parsed.GetValue(_freezeNorm) ?? recipe.FreezeNormLastEpochs,
            Normalisation = parsed.GetValue(_normalisation) ?? recipe.Normalisation,
            LabelSmoothing = parsed.GetValue(_smoothing) ?? recipe.LabelSmoothing,
            Seed = parsed.GetValue(_seed) ?? recipe.Seed,
            FastDecode = parsed.GetValue(_fastDecode) ?? recipe.FastDecode,
            FreezeThrough = parsed.GetValue(_freeze) ?? recipe.FreezeThrough,
            StageRates = parsed.GetValue(_stageRates) is { } rates ? Factors(rates) : recipe.StageRates,
            Augmentation = augmentation with
            {
                Crop = parsed.GetValue(_crop) ?? augmentation.Crop,
                ScaleMin = parsed.GetValue(_scaleMin) ?? augmentation.ScaleMin,
                ScaleMax = parsed.GetValue(_scaleMax) ?? augmentation.ScaleMax,
                RatioMin = parsed.GetValue(_ratioMin) ?? augmentation.RatioMin,
                RatioMax = parsed.GetValue(_ratioMax) ?? augmentation.RatioMax,
                Interpolation = parsed.GetValue(_interpolation) ?? augmentation.Interpolation,
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

    int[] Epochs(string list) => Array.ConvertAll(list.Split(','), text => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int epoch)
        ? epoch
        : throw new UsageException($"{_milestones.Name} {list}: expected epochs with commas between them, such as 125,200,250"));
}
