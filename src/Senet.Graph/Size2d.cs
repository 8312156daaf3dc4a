namespace Senet.Graph;

/// <summary>A height and a width in pixels: a kernel, a window or a padding.</summary>
/// <param name="Height">Vertical extent.</param>
/// <param name="Width">Horizontal extent.</param>
public readonly record struct Size2d(int Height, int Width)
{
    /// <summary>A square: <c>3</c> stands for 3x3.</summary>
    public static implicit operator Size2d(int side) => new(side, side);

    /// <summary>Half of it, rounded down: the padding that keeps the size of the input for an odd kernel and stride 1.</summary>
    public Size2d Half => new(Height / 2, Width / 2);

    /// <inheritdoc/>
    public override string ToString() => FormattableString.Invariant($"{Height}x{Width}");
}
