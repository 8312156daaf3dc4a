using Senet.Graph;
using Senet.Torch;

namespace Senet.Training;

/// <summary>Everything a run depends on, saved as <c>recipe.json</c> when it starts and read again to resume it.</summary>
public sealed record RunDescription
{
    /// <summary>Program and version that started the run.</summary>
    public required string Producer { get; init; }

    /// <summary>Architecture id.</summary>
    public required string Architecture { get; init; }

    /// <summary>The options the network is built with.</summary>
    public required NetworkOptions Options { get; init; }

    /// <summary>How validation images become the input; training shares its size and normalisation.</summary>
    public required Preprocessing Preprocessing { get; init; }

    /// <summary>The effective recipe.</summary>
    public required Recipe Recipe { get; init; }

    /// <summary>What the network computes in while it trains; float32 in runs of before there was a choice.</summary>
    public Precision Precision { get; init; }

    /// <summary>Full path of the weight file that the run started from; null for random weights.</summary>
    public string? Pretrained { get; init; }

    /// <summary>Full path of the data.</summary>
    public required string Data { get; init; }

    /// <summary>Full path of the folder of packed images; null where the run reads the images themselves. Random crops differ between the two.</summary>
    public string? CacheFolder { get; init; }

    /// <summary>Fraction set aside for validation if the data has no validation part.</summary>
    public required double ValidationFraction { get; init; }

    /// <summary>What happens to images that cannot be used.</summary>
    public required BadImagePolicy OnBadImage { get; init; }

    /// <summary>What the run writes down.</summary>
    public LogOptions Log { get; init; } = new();

    /// <summary>Saved states that are kept beside the last one.</summary>
    public int KeepStates { get; init; }

    /// <summary>libtorch's threads in each process, on which the rounding of sums depends; 0 in runs from before they were written down.</summary>
    public int Threads { get; init; }

    /// <summary>Processes that share the batches.</summary>
    public int Processes { get; init; } = 1;

    /// <summary>Changes that a resume was forced to accept, in order: where, and what became what.</summary>
    public IReadOnlyList<string> Forced { get; init; } = [];

    /// <summary>Training images in use.</summary>
    public required int TrainImages { get; init; }

    /// <summary>Validation images in use.</summary>
    public required int ValidationImages { get; init; }

    /// <summary>Images left out because they cannot be used.</summary>
    public required int SkippedImages { get; init; }
}
