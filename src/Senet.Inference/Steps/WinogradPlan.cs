using Senet.Inference.Memory;

namespace Senet.Inference.Steps;

/// <summary>How a Winograd step cuts its map into tiles and where it keeps what lies between its parts.</summary>
sealed class WinogradPlan
{
    public required int TilesDown { get; init; }

    public required int TilesAcross { get; init; }

    /// <summary>Whether an item takes its tiles through all three parts.</summary>
    public required bool IsFused { get; init; }

    /// <summary>Items of one image where fused.</summary>
    public required int BlocksPerImage { get; init; }

    /// <summary>Tiles that V and M have room for: those of an item where fused, else of all images at once.</summary>
    public required int Tiles { get; init; }

    /// <summary>Floats from one product's V to the next one's.</summary>
    public required long InputStride { get; init; }

    /// <summary>Floats from one product's M to the next one's.</summary>
    public required long OutputStride { get; init; }

    /// <summary>V and M of one worker, or of all.</summary>
    public required long FloatsAtOnce { get; init; }

    /// <summary>V and M.</summary>
    public required Reservation Memory { get; init; }

    /// <summary>A tile of inputs for each worker.</summary>
    public required Reservation Scratch { get; init; }

    /// <summary>32 zeros, the bias of a product.</summary>
    public required PackedBlob Zeros { get; init; }
}
