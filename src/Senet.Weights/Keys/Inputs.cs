using Senet.Graph;

namespace Senet.Weights;

/// <summary>Preprocessing that published checkpoints were trained with.</summary>
static class Inputs
{
    /// <summary>RGB on 0..1 with ImageNet's mean and deviation; the short side resized to 8/7 of the crop (256 for 224), bilinear; small images as they are.</summary>
    public static Preprocessing Usual(Architecture architecture) => Sized(architecture, new());

    /// <summary>As usual, resized bicubic: timm's default.</summary>
    public static Preprocessing Bicubic(Architecture architecture) => Usual(architecture) with { Interpolation = Interpolation.Bicubic };

    /// <summary>BGR on 0..255 minus 104, 117, 123: the authors' Caffe networks.</summary>
    public static Preprocessing Caffe(Architecture architecture) =>
        Sized(architecture, new() { Bgr = true, PixelMaximum = 255, Mean = [104, 117, 123], Std = [1, 1, 1] });

    /// <summary>RGB on -1..1: TensorFlow's networks and their conversions.</summary>
    public static Preprocessing Symmetric(Architecture architecture) => Sized(architecture, new() { Mean = [0.5f, 0.5f, 0.5f], Std = [0.5f, 0.5f, 0.5f] });

    /// <summary>BGR on 0..255 minus 104, 117, 128: the PyTorch conversion of BN-Inception.</summary>
    public static Preprocessing ConvertedInception(Architecture architecture) => Caffe(architecture) with { Mean = [104, 117, 128] };

    static Preprocessing Sized(Architecture architecture, Preprocessing preprocessing)
    {
        int size = architecture.Input.Height;
        return preprocessing with
        {
            Height = size,
            Width = size,
            // The paper crops 299 from 352 for Inception-ResNet-v2 and 224 from 256 (section 5.1); CIFAR's images are the input.
            ResizeShortSide = size switch { 299 => 352, < 64 => size, _ => size * 8 / 7 },
        };
    }
}
