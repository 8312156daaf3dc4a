using Senet.Data;
using Senet.Graph;

namespace Senet.Training;

/// <summary>The named recipes.</summary>
public static class Recipes
{
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
        Augmentation = new() { Crop = CropMode.RandomResized },
    };

    /// <summary>All recipes.</summary>
    public static IReadOnlyList<Recipe> All { get; } = [SmallImages, Photos, Paper];

    /// <summary>The recipe with this name.</summary>
    /// <exception cref="SenetException">There is none; the message lists all.</exception>
    public static Recipe Get(string name) =>
        All.FirstOrDefault(recipe => recipe.Name == name)
        ?? throw new SenetException($"there is no recipe '{name}'; the recipes are {string.Join(", ", All.Select(recipe => recipe.Name))}");
}
