namespace Senet.Graph;

/// <summary>What a residual shortcut does where the number of channels or the resolution changes (He et al., arXiv:1512.03385, section 3.3).</summary>
public enum ShortcutKind
{
    /// <summary>A strided 1x1 convolution and batch normalisation (option B).</summary>
    Projection,

    /// <summary>Every second pixel, missing channels filled with zeros on both sides; no parameters (option A). Basic blocks only.</summary>
    ZeroPad,
}
