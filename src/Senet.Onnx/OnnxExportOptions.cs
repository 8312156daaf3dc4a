using Senet.Graph;

namespace Senet.Onnx;

/// <summary>What an ONNX file is to look like. The defaults give float images (batch, C, height, width) of any size in, logits out.</summary>
public sealed record OnnxExportOptions
{
    /// <summary>Oldest operator set that has all that is needed.</summary>
    public const int OldestOpset = 13;

    /// <summary>Newest operator set that the files were tried with.</summary>
    public const int NewestOpset = 22;

    /// <summary>Version of the operator set, <see cref="OldestOpset"/> to <see cref="NewestOpset"/>; 17 runs nearly everywhere.</summary>
    public int Opset { get; init; } = 17;

    /// <summary>Height and width of the images in pixels; null leaves both open, as dimensions <c>height</c> and <c>width</c>.</summary>
    public Size2d? InputSize { get; init; }

    /// <summary>Images per run; null leaves the number open, as dimension <c>batch</c>.</summary>
    public int? BatchSize { get; init; }

    /// <summary>
    /// Whether a batch normalisation behind a convolution becomes part of the convolution's weights, computed in double and
    /// rounded once. The file then holds no trainable normalisation.
    /// </summary>
    public bool FoldBatchNorm { get; init; } = true;

    /// <summary>Whether the output is <c>probabilities</c>, the softmax of the <c>logits</c>.</summary>
    public bool Softmax { get; init; }

    /// <summary>
    /// Whether the file's input is <c>image</c>, bytes (batch, height, width, C) as decoders give them, which the network itself
    /// normalises by <see cref="Preprocessing"/>, to the bit as Senet does. Resize and crop stay with the caller.
    /// </summary>
    public bool EmbedPreprocessing { get; init; }

    /// <summary>How an image becomes the input; written into the file's metadata as JSON under <c>preprocessing</c>.</summary>
    public Preprocessing? Preprocessing { get; init; }

    /// <summary>Class names in the order of the outputs; written into the file's metadata as a JSON array under <c>classes</c>.</summary>
    public IReadOnlyList<string> Classes { get; init; } = [];
}
