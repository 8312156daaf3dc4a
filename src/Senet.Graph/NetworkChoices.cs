namespace Senet.Graph;

/// <summary>Members of <see cref="NetworkOptions"/> that only some architectures have a use for.</summary>
[Flags]
public enum NetworkChoices
{
    /// <summary>None of them.</summary>
    None = 0,

    /// <summary><see cref="NetworkOptions.BottleneckStride"/>.</summary>
    BottleneckStride = 1,

    /// <summary><see cref="NetworkOptions.StemPool"/>.</summary>
    StemPool = 2,

    /// <summary><see cref="NetworkOptions.StemStride"/>.</summary>
    StemStride = 4,

    /// <summary><see cref="NetworkOptions.Stem"/>.</summary>
    Stem = 8,

    /// <summary><see cref="NetworkOptions.Shortcut"/>.</summary>
    Shortcut = 16,

    /// <summary><see cref="NetworkOptions.AntiAlias"/>.</summary>
    AntiAlias = 32,

    /// <summary><see cref="NetworkOptions.BlockReduceFirst"/>.</summary>
    BlockReduceFirst = 64,

    /// <summary><see cref="NetworkOptions.WidthMultiplier"/>.</summary>
    WidthMultiplier = 128,

    /// <summary><see cref="NetworkOptions.ConvBias"/>.</summary>
    ConvBias = 256,

    /// <summary><see cref="NetworkOptions.Variant"/>.</summary>
    Variant = 512,

    /// <summary><see cref="SeOptions.Placement"/> other than the standard one, and <see cref="SeOptions.ReluBefore"/>.</summary>
    SePlacement = 1024,
}
