using Senet.Inference.Memory;

namespace Senet.Inference.Steps;

/// <summary>A step that writes a map row by row: an item is some rows of one block of 16 slots of one image, and sums are kept per item.</summary>
abstract unsafe class RowStep : PlanStep
{
    readonly double _nsPerPixel;
    readonly int _rowsPerItem;

    /// <param name="name">Name of the step.</param>
    /// <param name="epilogue">Where the rows go, and what follows.</param>
    /// <param name="itemPixels">Pixels of an item, about.</param>
    /// <param name="nsPerPixel">What 16 slots of a pixel take one core, about.</param>
    protected RowStep(string name, Epilogue epilogue, int itemPixels, double nsPerPixel)
        : base(name)
    {
        Epilogue = epilogue;
        _nsPerPixel = nsPerPixel;
        _rowsPerItem = Math.Clamp(itemPixels / Place.Width, 1, Place.Height);
        if (epilogue.Sums is not null)
            epilogue.Sums.Parts = Parts;
    }

    protected Epilogue Epilogue { get; }

    /// <summary>The map that is written.</summary>
    protected MapPlace Place => Epilogue.Output.Place;

    int Parts => (Place.Height + _rowsPerItem - 1) / _rowsPerItem;

    public override void Run(RunState state) =>
        state.Parallel(this, 0, state.ImageCount * Epilogue.Output.Blocks * Parts, state.ImageCount * Epilogue.Output.Blocks * (double)Place.Pixels * _nsPerPixel);

    protected override void RunItem(RunState state, int phase, int item, int worker)
    {
        int part = item % Parts;
        int block = item / Parts % Epilogue.Output.Blocks;
        int image = item / Parts / Epilogue.Output.Blocks;
        int first = part * _rowsPerItem;
        RunRows(state, image, block, part, first, Math.Min(first + _rowsPerItem, Place.Height));
    }

    /// <summary>Writes the rows of one item.</summary>
    /// <param name="state">The pass.</param>
    /// <param name="image">Number among the state's images.</param>
    /// <param name="block">Block of the output.</param>
    /// <param name="part">Number of the item's sums.</param>
    /// <param name="first">First row.</param>
    /// <param name="end">The row behind the last.</param>
    protected abstract void RunRows(RunState state, int image, int block, int part, int first, int end);
}
