using Senet.Data;
using Senet.Graph;

namespace Senet.Training;

/// <summary>The named recipes. Where a source states no value the value is ours; <see cref="Source"/> says which is which.</summary>
public static class Recipes
{
    const string Section5 = "arXiv:1709.01507, 5.1";
    const string Section6 = "arXiv:1709.01507, 6";
    const string WholePaper = "arXiv:1709.01507";
    const string Appendix = "arXiv:1709.01507, appendix";
    const string Repository = "hujie-frank/SENet";
    const string Issues = "hujie-frank/SENet, issues 38, 48";

    /// <summary>
    /// Small pictures (about 28 to 64 pixels) in minutes: one cycle with a high rate (Smith and Topin, arXiv:1708.07120),
    /// zero-padding, crop and flip as for CIFAR in the paper (section 5.1). A run this short underfits, so it pads by 2 pixels
    /// where the paper pads by 4.
    /// </summary>
    public static Recipe SmallImages { get; } = new()
    {
        Name = "small-images",
        Epochs = 15,
        BatchSize = 128,
        LearningRate = 0.4,
        Nesterov = true,
        WeightDecay = 5e-4,
        Schedule = ScheduleKind.OneCycle,
        OneCyclePeak = 0.2,
        Augmentation = new() { Crop = CropMode.PadAndCrop, Padding = 2 },
    };

    /// <summary>A folder of photos, from scratch: cosine with warm-up, scale and aspect augmentation, label smoothing.</summary>
    public static Recipe Photos { get; } = new()
    {
        Name = "photos",
        Epochs = 30,
        BatchSize = 32,
        LearningRate = 0.05,
        Nesterov = true,
        Schedule = ScheduleKind.Cosine,
        WarmupEpochs = 2,
        LabelSmoothing = 0.1,
        Augmentation = new() { Crop = CropMode.RandomResized, ScaleMin = 0.25 },
    };

    /// <summary>
    /// ImageNet as in the paper (section 5.1): batch 1024, rate 0.6 divided by 10 every 30 epochs, 100 epochs. The paper
    /// states no weight decay; 1e-4 is what the public re-implementations use.
    /// </summary>
    public static Recipe Paper { get; } = new()
    {
        Name = "paper",
        Epochs = 100,
        BatchSize = 1024,
        LearningRate = 0.6,
        Schedule = ScheduleKind.Step,
        StepEpochs = 30,
        StepFactor = 0.1,
        WeightDecay = 1e-4,
        WeightDecayOnNormAndBias = true,
        Normalisation = Normalisation.Mean,
        Augmentation = new() { Crop = CropMode.RandomResized },
    };

    /// <summary>
    /// The paper's ablations (section 6): rate 0.1, divided by 10 three times where the loss is on a plateau, about 300 epochs, label smoothing. Batch
    /// size, epsilon and patience are ours. The fixed schedule of its second footnote is <c>--schedule multi-step --milestones 125,200,250 --epochs 270</c>.
    /// </summary>
    public static Recipe PaperAblation { get; } = Paper with
    {
        Name = "paper-ablation",
        Epochs = 300,
        BatchSize = 256,
        LearningRate = 0.1,
        Schedule = ScheduleKind.Plateau,
        PlateauPatience = 10,
        EndLearningRate = 1e-4,
        LabelSmoothing = 0.1,
    };

    /// <summary>
    /// The released models, as far as the authors published it: batch 256, rate 0.1, more epochs than the paper, lowered by hand on plateaus (here by
    /// patience), rotation and pixel jitter. Epochs and patience are ours.
    /// </summary>
    public static Recipe Released { get; } = Paper with
    {
        Name = "released",
        Epochs = 150,
        BatchSize = 256,
        LearningRate = 0.1,
        Schedule = ScheduleKind.Plateau,
        PlateauPatience = 5,
        EndLearningRate = 1e-4,
        Augmentation = Augmentations.Released,
    };

    /// <summary>
    /// MobileNet and ShuffleNet in the paper: batch 256, rate 0.1 divided by 10 on plateaus, about 400 epochs, lighter augmentation. How much lighter it
    /// does not say: crops of at least a quarter of the area and less weight decay, none of it on biases and normalisation, are ours.
    /// </summary>
    public static Recipe Mobile { get; } = new()
    {
        Name = "mobile",
        Epochs = 400,
        BatchSize = 256,
        LearningRate = 0.1,
        Schedule = ScheduleKind.Plateau,
        PlateauPatience = 10,
        EndLearningRate = 1e-4,
        WeightDecay = 4e-5,
        Normalisation = Normalisation.Mean,
        Augmentation = new() { Crop = CropMode.RandomResized, ScaleMin = 0.25 },
    };

    /// <summary>
    /// SENet-154 (the paper's appendix): batch 2048 at rate 1.0, label smoothing, dropout 0.2, batch normalisation frozen for the last epochs. Epochs and
    /// schedule are those of <see cref="Paper"/>, for want of others; epsilon and the number of frozen epochs are ours.
    /// </summary>
    public static Recipe SeNet154 { get; } = Paper with
    {
        Name = "senet-154",
        BatchSize = 2048,
        LearningRate = 1.0,
        LabelSmoothing = 0.1,
        Dropout = 0.2,
        FreezeNormLastEpochs = 5,
    };

    /// <summary>
    /// CIFAR (the paper's section 5.1): flip, zero-padding by 4, a crop of 32, mean and deviation. The rest it leaves to the papers of the networks; here
    /// it is ours: 200 epochs, rate 0.1 divided by 10 after half and three quarters of them, an epoch of warm-up for the deepest.
    /// </summary>
    public static Recipe Cifar { get; } = new()
    {
        Name = "cifar",
        Epochs = 200,
        BatchSize = 128,
        LearningRate = 0.1,
        Nesterov = true,
        WeightDecay = 5e-4,
        Schedule = ScheduleKind.MultiStep,
        Milestones = [100, 150],
        WarmupEpochs = 1,
        Augmentation = new() { Crop = CropMode.PadAndCrop, Padding = 4 },
    };

    /// <summary>
    /// What came after the paper: LAMB, cosine with warm-up, RandAugment, mixup or CutMix for each batch, label smoothing, stochastic depth, a moving
    /// average of the weights. The combination and its numbers are ours.
    /// </summary>
    public static Recipe Modern { get; } = new()
    {
        Name = "modern",
        Epochs = 100,
        BatchSize = 256,
        Optimizer = OptimizerKind.Lamb,
        LearningRate = 0.002,
        Epsilon = 1e-6,
        WeightDecay = 0.02,
        ClipNorm = 1,
        Schedule = ScheduleKind.Cosine,
        WarmupEpochs = 5,
        EndLearningRate = 1e-6,
        LabelSmoothing = 0.1,
        StochasticDepth = 0.05,
        EmaDecay = 0.9998,
        Augmentation = new()
        {
            Crop = CropMode.RandomResized,
            Interpolation = Interpolation.Bicubic,
            Ops = new([new RandAugment(2, 7), new Mixup(0.1), new CutMix(1)]),
        },
    };

    /// <summary>A trained network on a folder of photos, with <c>--pretrained</c>: a low rate, cosine with warm-up, mild crops. All of it is ours.</summary>
    public static Recipe FineTune { get; } = new()
    {
        Name = "finetune",
        Epochs = 20,
        BatchSize = 32,
        LearningRate = 0.01,
        Nesterov = true,
        Schedule = ScheduleKind.Cosine,
        WarmupEpochs = 1,
        LabelSmoothing = 0.1,
        Augmentation = new() { Crop = CropMode.RandomResized, ScaleMin = 0.35 },
    };

    /// <summary>All recipes.</summary>
    public static IReadOnlyList<Recipe> All { get; } = [SmallImages, Photos, Paper, PaperAblation, Released, Mobile, SeNet154, Cifar, Modern, FineTune];

    static readonly Dictionary<string, RecipeSource> s_sources = new(StringComparer.Ordinal)
    {
        ["small-images"] = new(
            "small pictures in minutes",
            ("arXiv:1708.07120", [nameof(Recipe.Schedule)]),
            (Section5, [nameof(Recipe.Normalisation), nameof(Augmentation.Crop), nameof(Augmentation.Flip)])),
        ["photos"] = new("a folder of photos, from scratch"),
        ["paper"] = new(
            "ImageNet as in the paper",
            (Section5, [.. PaperValues, nameof(Recipe.Epochs), nameof(Recipe.BatchSize), nameof(Recipe.LearningRate), nameof(Recipe.Schedule), nameof(Recipe.StepEpochs), nameof(Recipe.StepFactor)])),
        ["paper-ablation"] = new(
            "the paper's ablations",
            (Section5, PaperValues),
            (Section6, [nameof(Recipe.Epochs), nameof(Recipe.LearningRate), nameof(Recipe.Schedule), nameof(Recipe.StepFactor), nameof(Recipe.EndLearningRate)])),
        ["released"] = new(
            "as the authors trained the released models",
            (Section5, [nameof(Recipe.Optimizer), nameof(Recipe.Momentum)]),
            (Repository, [nameof(Recipe.BatchSize), nameof(Recipe.LearningRate), nameof(Recipe.Normalisation), nameof(Augmentation.Crop), nameof(Augmentation.ScaleMin), nameof(Augmentation.ScaleMax), nameof(Augmentation.RatioMin), nameof(Augmentation.RatioMax), nameof(Augmentation.Flip), nameof(Augmentation.Ops)]),
            (Issues, [nameof(Recipe.Schedule)])),
        ["mobile"] = new(
            "MobileNet and ShuffleNet in the paper",
            (Section5, [nameof(Recipe.Optimizer), nameof(Recipe.Momentum), nameof(Recipe.Normalisation), nameof(Augmentation.Crop), nameof(Augmentation.Flip)]),
            (WholePaper, [nameof(Recipe.Epochs), nameof(Recipe.BatchSize), nameof(Recipe.LearningRate), nameof(Recipe.Schedule), nameof(Recipe.StepFactor)])),
        ["senet-154"] = new(
            "SENet-154 in the paper",
            (Section5, PaperValues),
            (Appendix, [nameof(Recipe.BatchSize), nameof(Recipe.LearningRate), nameof(Recipe.Dropout)])),
        ["cifar"] = new(
            "CIFAR-10 and -100",
            (Section5, [nameof(Recipe.Normalisation), nameof(Augmentation.Crop), nameof(Augmentation.Padding), nameof(Augmentation.Flip)])),
        ["modern"] = new("mixing, averaging and a long cosine, for the best accuracy"),
        ["finetune"] = new("a trained network on other images"),
    };

    // What every recipe after section 5.1 shares.
    static string[] PaperValues => [nameof(Recipe.Optimizer), nameof(Recipe.Momentum), nameof(Recipe.Normalisation), nameof(Augmentation.Crop), nameof(Augmentation.Flip)];

    /// <summary>The recipe with this name.</summary>
    /// <exception cref="SenetException">There is none; the message lists all.</exception>
    public static Recipe Get(string name) =>
        All.FirstOrDefault(recipe => recipe.Name == name)
        ?? throw new SenetException($"there is no recipe '{name}'; the recipes are {string.Join(", ", All.Select(recipe => recipe.Name))}");

    /// <summary>What the recipe with this name is for, and where its values come from.</summary>
    /// <exception cref="SenetException">There is none; the message lists all.</exception>
    public static RecipeSource Source(string name) => s_sources[Get(name).Name];
}
