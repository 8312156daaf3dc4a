namespace Senet.Graph;

/// <summary>Shape of one image's feature map, without the batch axis; a vector is C x 1 x 1.</summary>
/// <param name="Channels">C.</param>
/// <param name="Height">H in pixels.</param>
/// <param name="Width">W in pixels.</param>
public readonly record struct TensorShape(int Channels, int Height, int Width)
{
    /// <summary>C * H * W.</summary>
    public long Elements => (long)Channels * Height * Width;

    /// <summary>The shape as <c>C x H x W</c>.</summary>
    public override string ToString() => $"{Channels} x {Height} x {Width}";
}
