using Senet.Data;
using Senet.Graph;
using Senet.Torch;
using Senet.Training.Distributed;

namespace Senet.Training;

/// <summary>One training run: what to train, on which images, how, and where the results go.</summary>
public sealed record TrainingSettings
{
    /// <summary>The architecture that is trained where nothing names one.</summary>
    public const string DefaultArchitecture = "se-resnet-18";

    /// <summary>Folder or list file with the images; see <see cref="Data.ImageDataSet.Open"/> for what it may be.</summary>
    public required string Data { get; init; }

    /// <summary>Folder that receives the run; created if needed. It must not hold another run.</summary>
    public required string RunFolder { get; init; }

    /// <summary>Architecture id; null stands for <see cref="DefaultArchitecture"/>; with <see cref="Pretrained"/> null stands for that file's.</summary>
    public string? Architecture { get; init; }

    /// <summary>
    /// Weight file to start from: a model file or any checkpoint that <see cref="Weights.CheckpointFile"/> reads; null starts from
    /// random weights. A classifier for other classes is replaced, keeping the rows of classes that both know by name; images go in
    /// as that file's network wants them. With the SE twin of its network as <see cref="Architecture"/>, new blocks are put in.
    /// </summary>
    public string? Pretrained { get; init; }

    /// <summary>
    /// Options of the architecture; null takes the pretrained file's, else its defaults. The number of classes and of input channels always comes from
    /// the data.
    /// </summary>
    public NetworkOptions? Options { get; init; }

    /// <summary>Changes the network's options, given, the pretrained file's or the architecture's own. Null leaves them as they are.</summary>
    public Func<Architecture, NetworkOptions, NetworkOptions>? AdjustOptions { get; init; }

    /// <summary>The recipe; null chooses <see cref="Recipes.SmallImages"/> for pictures of up to 64 pixels and <see cref="Recipes.Photos"/> otherwise.</summary>
    public Recipe? Recipe { get; init; }

    /// <summary>Changes the recipe, given or chosen, before it is validated and saved; called more than once. Null leaves it as it is.</summary>
    public Func<Recipe, Recipe>? AdjustRecipe { get; init; }

    /// <summary>Height and width of the network's input in pixels; null takes the images' own size if they are small and alike, else the architecture's.</summary>
    public int? ImageSize { get; init; }

    /// <summary>1 (grey) or 3 (RGB); null follows the data.</summary>
    public int? Channels { get; init; }

    /// <summary>Fraction of the images set aside for validation when the data has no validation part of its own.</summary>
    public double ValidationFraction { get; init; } = 0.2;

    /// <summary>What happens to images that cannot be used.</summary>
    public BadImagePolicy OnBadImage { get; init; } = BadImagePolicy.Stop;

    /// <summary>Whether images are turned upright as their EXIF data says; saved with the model, so that it predicts the same way.</summary>
    public bool ApplyOrientation { get; init; } = true;

    /// <summary>Where to compute: <c>auto</c>, <c>cpu</c>, <c>cuda</c>, <c>cuda:N</c> or <c>mps</c>.</summary>
    public string Device { get; init; } = "auto";

    /// <summary>What the network computes in; a resumed run keeps what it was started with.</summary>
    public PrecisionChoice Precision { get; init; }

    /// <summary>Whether less memory matters more than time; see <see cref="GraphModule.CheckpointActivations"/>. The results are the same.</summary>
    public bool CheckpointActivations { get; init; }

    /// <summary>Whether a run that is estimated to need more memory than there is begins all the same.</summary>
    public bool IgnoreMemory { get; init; }

    /// <summary>Threads of libtorch; null takes all processors.</summary>
    public int? Threads { get; init; }

    /// <summary>Threads that decode and augment images; null takes all processors.</summary>
    public int? Workers { get; init; }

    /// <summary>
    /// The processes that train together, each of which calls with the same settings; null trains alone. Every batch is split between them,
    /// and only process 0 reports and writes to <see cref="RunFolder"/>. The caller disposes it, and ends all processes when one fails.
    /// </summary>
    public ICollective? Collective { get; init; }

    /// <summary>Longest time between two saved states; a killed run loses at most this much work.</summary>
    public TimeSpan SaveInterval { get; init; } = TimeSpan.FromMinutes(2);

    /// <summary>
    /// Saved states that are kept beside the last one, as <see cref="RunFolder.KeptStates"/>; 0 for none. Null takes the run's own on
    /// resuming and none otherwise.
    /// </summary>
    public int? KeepStates { get; init; }

    /// <summary>What the run writes down. Null takes the run's own on resuming and nothing otherwise.</summary>
    public LogOptions? Log { get; init; }

    /// <summary>
    /// On resuming, the saved run as it is asked for; null asks for what was saved. Together with <see cref="Architecture"/>,
    /// <see cref="Options"/> and <see cref="Recipe"/> it must not differ from the saved run beyond <see cref="Force"/>.
    /// </summary>
    public Func<RunDescription, RunDescription>? AdjustRun { get; init; }

    /// <summary>
    /// On resuming, names of differences that are accepted: the run goes on with what is asked for. A name is that of a value of
    /// <c>recipe.json</c> (<c>recipe.epochs</c>), of a group of them (<c>recipe</c>), <c>classes</c> or <c>images</c>.
    /// </summary>
    public IReadOnlyList<string> Force { get; init; } = [];

    /// <summary>
    /// Folder for the images decoded and resized to the input's short side, as a <see cref="PackedSource"/>; null reads the images themselves. Random crops
    /// are then cut out of the resized images. On resuming, null takes the run's folder.
    /// </summary>
    public string? CacheFolder { get; init; }

    /// <summary>Memory for decoded images in bytes; what does not fit is decoded again every epoch.</summary>
    public long CacheBytes { get; init; } = 1L << 30;
}
