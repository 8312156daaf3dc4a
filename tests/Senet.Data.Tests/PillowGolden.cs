using System.Security.Cryptography;
using System.Text.Json;
using Senet.Tests;

namespace Senet.Data.Tests;

/// <summary>shared/reference/pillow-golden.json: SHA-256 of what Pillow 9.4 makes of 200 ImageNet files. Skips the test without it.</summary>
sealed class PillowGolden
{
    static readonly JsonSerializerOptions Snake = new() { PropertyNamingPolicy = JsonNamingPolicy.SnakeCaseLower };

    PillowGolden(GoldenImage[] images, string folder)
    {
        Images = images;
        Folder = folder;
    }

    public GoldenImage[] Images { get; }

    public string Folder { get; }

    public static PillowGolden Load()
    {
        string folder = SharedFiles.Shared("data/imagenet-samples");
        using JsonDocument document = JsonDocument.Parse(File.ReadAllBytes(SharedFiles.Shared("reference/pillow-golden.json")));
        return new PillowGolden(document.RootElement.GetProperty("images").Deserialize<GoldenImage[]>(Snake)!, folder);
    }

    public ImagePixels Decode(GoldenImage image) => ImageDecoder.DecodeFile(Path.Combine(Folder, image.File), 3, 255);

    public static string Hash(ImagePixels pixels) => Convert.ToHexStringLower(SHA256.HashData(pixels.Data));

    public sealed record GoldenImage(string File, string Mode, int Width, int Height, string RgbSha256,
        [property: System.Text.Json.Serialization.JsonPropertyName("eval_256_224_bilinear_sha256")] string Bilinear,
        [property: System.Text.Json.Serialization.JsonPropertyName("eval_256_224_bicubic_sha256")] string Bicubic,
        GoldenResize[]? Resize);

    public sealed record GoldenResize(string Filter, int Width, int Height, string Sha256, int[]? CropBox);
}
