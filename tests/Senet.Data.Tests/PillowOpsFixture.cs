using System.Security.Cryptography;
using System.Text.Json;
using Senet.Tests;

namespace Senet.Data.Tests;

/// <summary>tests/fixtures/pillow-ops.json: hashes of what Pillow 9.4 and torchvision 0.14 make of images that are generated here again.</summary>
sealed record PillowOpsFixture(Dictionary<string, string> Images, PillowOpsFixture.Op[] Ops, PillowOpsFixture.Table[] Tables, PillowOpsFixture.Change[] Changes, PillowOpsFixture.Crop[] Crops)
{
    static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    public static PillowOpsFixture Load() => JsonSerializer.Deserialize<PillowOpsFixture>(File.ReadAllText(SharedFiles.Fixture("pillow-ops.json")), Web)!;

    public static string Hash(ReadOnlySpan<byte> pixels) => Convert.ToHexStringLower(SHA256.HashData(pixels))[..16];

    /// <summary>The image of that name; the formulas are those of pillow-ops.py.</summary>
    public static ImagePixels Image(string name)
    {
        if (name == "colours")
        {
            byte[] colours = new byte[52 * 2704 * 3];
            for (int i = 0; i < colours.Length / 3; i++)
                (colours[3 * i], colours[3 * i + 1], colours[3 * i + 2]) = ((byte)(i / 2704 * 5), (byte)(i / 52 % 52 * 5), (byte)(i % 52 * 5));
            return new(2704, 52, 3, colours);
        }
        string[] parts = name.Split('-', 'x');
        int width = int.Parse(parts[1], null), height = int.Parse(parts[2], null), channels = int.Parse(parts[3], null);
        byte[] data = new byte[width * height * channels];
        uint state = 1;
        for (int i = 0; i < data.Length; i++)
        {
            int c = i % channels, x = i / channels % width, y = i / channels / width;
            state = unchecked(state * 1664525 + 1013904223);
            data[i] = parts[0] switch
            {
                "noise" => (byte)(state >> 24),
                "ramp" => (byte)(60 + x * (c + 1) * 90 / width + y * (3 - c) * 25 / height),
                _ => (byte)(30 + 50 * c),
            };
        }
        return new(width, height, channels, data);
    }

    public sealed record Op(string Image, [property: System.Text.Json.Serialization.JsonPropertyName("op")] string Name, double Value, string Sha256);

    public sealed record Table(string Kind, int Width, int Height, string Op, bool Signed, double[] Magnitudes);

    public sealed record Change(string Image, string Op, double Magnitude, string Sha256);

    public sealed record Crop(string Image, int Resize, [property: System.Text.Json.Serialization.JsonPropertyName("crop")] int Size, string Centre, string[]? Ten);
}
