using Senet.Training;

namespace Senet.Cli.Quickstart;

/// <summary>What <c>senet quickstart</c> trains and how: the one place to tune it.</summary>
static class QuickstartPlan
{
    /// <summary>The network.</summary>
    public const string Architecture = "se-resnet-8";

    /// <summary>Test images that are classified and shown at the end.</summary>
    public const int Predictions = 8;

    /// <summary>Images of the generated set, if there is no Fashion-MNIST.</summary>
    public const int GeneratedTrainImages = 12_000;

    /// <summary>Test images of the generated set.</summary>
    public const int GeneratedTestImages = 2_000;

    /// <summary>The recipe.</summary>
    public static Recipe Recipe { get; } = Recipes.SmallImages with
    {
        Name = "quickstart",
        Epochs = 8,
    };
}
