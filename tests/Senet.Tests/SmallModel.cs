using Senet.Data;
using Senet.Graph;
using Senet.Weights;
using SkiaSharp;

namespace Senet.Tests;

/// <summary>A model file with weights of a seed, images of 24 x 28 pixels, and pictures to classify.</summary>
sealed class SmallModel : IDisposable
{
    public const int Height = 24;
    public const int Width = 28;

    readonly TempFolder _folder = new();

    public SmallModel(string architecture = "se-resnet-8", int channels = 3, bool named = true)
    {
        NetworkOptions options = ArchitectureRegistry.Get(architecture).Defaults with { Classes = 7, InputChannels = channels };
        NetworkGraph graph = ArchitectureRegistry.Get(architecture).Build(options);
        Weights = graph.Parameters.Select((spec, i) => Fill(spec, i)).ToDictionary(tensor => tensor.Name);
        Description = new()
        {
            Architecture = architecture,
            Options = options,
            Classes = named ? ["a", "b", "c", "d", "e", "f", "ß"] : [],
            Preprocessing = new()
            {
                Channels = channels,
                Height = Height,
                Width = Width,
                ResizeShortSide = 30,
                Mean = [.. Enumerable.Repeat(0.5f, channels)],
                Std = [.. Enumerable.Repeat(0.25f, channels)],
            },
        };
        Path = _folder["model.safetensors"];
        ModelFile.Save(Path, Description, Weights.Values);
    }

    public string Path { get; }

    public ModelDescription Description { get; }

    public Dictionary<string, WeightTensor> Weights { get; }

    /// <summary>A path in the model's folder.</summary>
    public string this[string name] => _folder[name];

    /// <summary>Writes a PNG of 50 x 40 random pixels.</summary>
    public string Photo(int seed)
    {
        ImagePixels pixels = Pixels(seed);
        using var bitmap = new SKBitmap(pixels.Width, pixels.Height, SKColorType.Rgba8888, SKAlphaType.Opaque);
        for (int i = 0; i < pixels.Width * pixels.Height; i++)
            bitmap.SetPixel(i % pixels.Width, i / pixels.Width, new(pixels.Data[3 * i], pixels.Data[3 * i + 1], pixels.Data[3 * i + 2]));
        string path = this[FormattableString.Invariant($"photo-{seed}.png")];
        using SKData data = bitmap.Encode(SKEncodedImageFormat.Png, 100);
        File.WriteAllBytes(path, data.ToArray());
        return path;
    }

    /// <summary>The pixels of <see cref="Photo"/>.</summary>
    public static ImagePixels Pixels(int seed, int channels = 3)
    {
        byte[] data = new byte[50 * 40 * channels];
        new Random(seed).NextBytes(data);
        return new(50, 40, channels, data);
    }

    public void Dispose() => _folder.Dispose();

    static WeightTensor Fill(ParameterSpec spec, int seed)
    {
        var random = new Random(seed);
        double fanIn = spec.Shape.Skip(1).Aggregate(1.0, (product, size) => product * size);
        float[] values = [.. Enumerable.Range(0, (int)spec.ElementCount).Select(_ => (float)(spec.Role switch
        {
            ParameterRole.Weight => (2 * random.NextDouble() - 1) * Math.Sqrt(6 / fanIn),
            ParameterRole.NormWeight or ParameterRole.RunningVariance => 0.5 + random.NextDouble(),
            _ => 0.2 * random.NextDouble() - 0.1,
        }))];
        return WeightTensor.FromFloat32(spec.Name, [.. spec.Shape], values);
    }
}
