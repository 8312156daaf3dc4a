using System.Text.Json;
using Senet.Tests;

namespace Senet.Data.Tests;

/// <summary>The images of tests/fixtures/odd-images.json, which odd_images.py makes with Pillow.</summary>
sealed record OddImages(string Name, int Width, int Height, string Sha256, byte[] File)
{
    static readonly Lazy<OddImages[]> s_all = new(() => JsonSerializer.Deserialize<OddImages[]>(
        System.IO.File.ReadAllBytes(SharedFiles.Fixture("odd-images.json")), JsonSerializerOptions.Web)!);

    public static OddImages[] All => s_all.Value;

    public static OddImages Get(string name) => Array.Find(All, image => image.Name == name) ?? throw new ArgumentException(name);
}
