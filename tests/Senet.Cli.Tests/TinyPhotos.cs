using Senet.Cli;
using Senet.Data;

namespace Senet.Tests;

/// <summary>A folder of small pictures of two classes, light and dark.</summary>
static class TinyPhotos
{
    public const string Brackets = "[dark], very";

    public static string Create(TempFolder folder, int perClass = 10)
    {
        for (int i = 0; i < perClass; i++)
        {
            Write(folder[$"photos/{Brackets}/{i:D2}.png"], 40, i);
            Write(folder[$"photos/light/{i:D2}.png"], 200, i);
        }
        return folder["photos"];
    }

    static void Write(string path, int level, int seed)
    {
        var random = new SampleRandom((ulong)seed, 0, level);
        var data = new byte[32 * 32 * 3];
        for (int i = 0; i < data.Length; i++)
            data[i] = (byte)(level + random.NextInt(50) - 25);
        PngFile.Write(path, new ImagePixels(32, 32, 3, data));
    }
}
