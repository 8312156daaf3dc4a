namespace Senet.Data;

/// <summary>What a scan learnt of an image.</summary>
public readonly record struct ScannedImage
{
    /// <summary>Width in pixels as it is used, upright; 0 when the image cannot be decoded.</summary>
    public int Width { get; init; }

    /// <summary>Height in pixels as it is used, upright; 0 when the image cannot be decoded.</summary>
    public int Height { get; init; }

    /// <summary>Channels as stored: 1 grey, 2 grey and alpha, 3 colour, 4 colour and alpha, or CMYK; 0 when unknown.</summary>
    public int Channels { get; init; }

    /// <summary>Format of the image's own file, told by its first bytes; null when unknown or when the image is no file of its own.</summary>
    public string? Format { get; init; }

    /// <summary>Bytes of the image's own file; 0 when there is none.</summary>
    public long Bytes { get; init; }

    /// <summary>Hash of the file's bytes, or of the pixels of an image that is no file of its own: equal for equal content; 0 when it was not read.</summary>
    public UInt128 Content { get; init; }
}
