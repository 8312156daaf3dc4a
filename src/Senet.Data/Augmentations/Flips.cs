namespace Senet.Data;

/// <summary>Mirrors images in place.</summary>
static class Flips
{
    /// <summary>Left becomes right.</summary>
    public static void Horizontal(PixelSpan image)
    {
        for (int y = 0; y < image.Height; y++)
        {
            Span<byte> row = image.Row(y);
            if (image.Channels == 1)
            {
                row.Reverse();
                continue;
            }
            for (int a = 0, b = row.Length - 3; a < b; a += 3, b -= 3)
            {
                (row[a], row[b]) = (row[b], row[a]);
                (row[a + 1], row[b + 1]) = (row[b + 1], row[a + 1]);
                (row[a + 2], row[b + 2]) = (row[b + 2], row[a + 2]);
            }
        }
    }

    /// <summary>Top becomes bottom.</summary>
    public static void Vertical(PixelSpan image)
    {
        for (int y = 0; y < image.Height / 2; y++)
        {
            Span<byte> upper = image.Row(y), lower = image.Row(image.Height - 1 - y);
            for (int i = 0; i < upper.Length; i++)
                (upper[i], lower[i]) = (lower[i], upper[i]);
        }
    }
}
