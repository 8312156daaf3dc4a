using System.Globalization;
using Senet.Graph;

namespace Senet.Data;

/// <summary>What a <see cref="PackedSource"/> holds of every image.</summary>
public sealed record PackedOptions
{
    /// <summary>Pixels that a longer short side is resized to.</summary>
    public int ShortSide { get; init; } = 256;

    /// <summary>Filter of that resize.</summary>
    public Interpolation Interpolation { get; init; } = Interpolation.Bilinear;

    /// <summary>1 (grey) or 3 (RGB).</summary>
    public int Channels { get; init; } = 3;

    /// <summary>Grey level that transparent pixels are composited over.</summary>
    public byte Background { get; init; } = 255;

    internal void Validate()
    {
        if (ShortSide < 1 || Channels is not (1 or 3) || !Enum.IsDefined(Interpolation))
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture, $"a short side of {ShortSide} pixels, {Channels} channels, filter {Interpolation}: at least 1, and 1 or 3, and a known filter are needed"));
    }
}
