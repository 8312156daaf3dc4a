using Senet.Inference.Steps;

namespace Senet.Inference.Memory;

/// <summary>
/// Where a feature map lies in the arena: (image, block, row, column, slot), 16 slots to a block, with a frame of
/// <see cref="Halo"/> zero pixels round every plane where a reader's padding needs one. Planar maps have channels in place of
/// blocks and no slots; vectors are (block, image, slot).
/// </summary>
sealed unsafe class MapPlace
{
    public required int Height { get; init; }

    public required int Width { get; init; }

    /// <summary>Blocks of 16 slots; channels of a planar map.</summary>
    public required int Blocks { get; init; }

    /// <summary>Slots of one pixel within a block: 16, or 1 in a planar map.</summary>
    public int Slots { get; init; } = 16;

    public bool IsVector { get; init; }

    /// <summary>Images that a vector holds.</summary>
    public int Images { get; init; } = 1;

    /// <summary>Up to this many pixels, a plane's weights outweigh it, and images share a pass over them.</summary>
    public const int SmallPlane = 64;

    /// <summary>Zero pixels on every side.</summary>
    public int Halo { get; set; }

    /// <summary>Whether all images of the batch have memory of their own, or only those that are worked on at once.</summary>
    public bool IsBatchWide { get; set; }

    public Reservation Memory { get; } = new();

    /// <summary>Floats from one row to the next.</summary>
    public int Pitch => (Width + 2 * Halo) * Slots;

    /// <summary>Floats from one block to the next.</summary>
    public int Plane => IsVector ? Images * Slots : Slots == 1 ? (Height + 2 * Halo) * Pitch : (int)OddLines((Height + 2 * Halo) * Pitch);

    public long ImageFloats => IsVector ? Slots : (long)Blocks * Plane;

    public int Pixels => Height * Width;

    /// <summary>
    /// A stride of so many lines of 64 bytes that what lies at multiples of it falls into different sets of a cache, whose choice is
    /// the address modulo 4096: an odd number of lines.
    /// </summary>
    public static long OddLines(long floats) => (floats / 16 | 1) * 16;

    /// <summary>First pixel inside the frame of a block.</summary>
    /// <param name="state">The pass.</param>
    /// <param name="image">Number among the state's images.</param>
    /// <param name="block">Block of the map that memory was taken for.</param>
    public float* First(RunState state, int image, int block) =>
        (IsBatchWide ? state.BatchArena + (state.FirstImage + image) * ImageFloats : state.Arena + image * ImageFloats) + Memory.Offset + (long)block * Plane + (IsVector ? 0 : Halo * (Pitch + Slots));
}

/// <summary>A map, or a part of one that a concatenation has the memory of.</summary>
/// <param name="Place">Where the whole lies.</param>
/// <param name="FirstBlock">The part's first block.</param>
/// <param name="Blocks">Blocks of the part.</param>
readonly unsafe record struct MapView(MapPlace Place, int FirstBlock, int Blocks)
{
    /// <summary>First pixel of a block of the part.</summary>
    public float* First(RunState state, int image, int block = 0) => Place.First(state, image, FirstBlock + block);
}
