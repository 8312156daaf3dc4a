namespace Senet.Data;

static partial class PillowOps
{
    /// <summary>
    /// Turns the hue as torchvision's adjust_hue: to Pillow's 8 bit HSV, <paramref name="turn"/> * 255 added to H modulo 256, and back.
    /// A grey image stays as it is.
    /// </summary>
    /// <param name="image">Overwritten.</param>
    /// <param name="turn">Part of a full turn, -0.5..0.5.</param>
    public static void Hue(PixelSpan image, double turn)
    {
        if (image.Channels == 1)
            return;
        byte shift = unchecked((byte)(int)(turn * 255));
        Span<byte> data = image.Data;
        for (int i = 0; i + 2 < data.Length; i += 3)
        {
            Span<byte> pixel = data.Slice(i, 3);
            (byte h, byte s, byte v) = ToHsv(pixel[0], pixel[1], pixel[2]);
            FromHsv(unchecked((byte)(h + shift)), s, v, pixel);
        }
    }

    // Which parts are float32 and which float64 is Pillow's choice, and shows in the results.
    static (byte Hue, byte Saturation, byte Value) ToHsv(byte r, byte g, byte b)
    {
        byte max = Math.Max(r, Math.Max(g, b)), min = Math.Min(r, Math.Min(g, b));
        if (min == max)
            return (0, 0, max);
        float range = max - min;
        float red = (max - r) / range, green = (max - g) / range, blue = (max - b) / range;
        float sector = r == max ? blue - green : g == max ? (float)(2.0 + red - blue) : (float)(4.0 + green - red);
        double turn = sector / 6.0 + 1.0;
        float hue = (float)(turn >= 1 ? turn - 1 : turn);
        return ((byte)Math.Clamp((int)(hue * 255.0), 0, 255), (byte)Math.Clamp((int)(range / max * 255.0), 0, 255), max);
    }

    static void FromHsv(byte h, byte s, byte v, Span<byte> rgb)
    {
        if (s == 0)
        {
            rgb.Fill(v);
            return;
        }
        double position = h * 6.0 / 255.0;
        int sector = (int)position;
        float f = (float)(position - sector), saturation = (float)(s / 255.0);
        byte p = Round(v * (1.0 - saturation)), q = Round(v * (1.0 - saturation * f)), t = Round(v * (1.0 - saturation * (1.0 - f)));
        (rgb[0], rgb[1], rgb[2]) = (sector % 6) switch
        {
            0 => (v, t, p),
            1 => (q, v, p),
            2 => (p, v, t),
            3 => (p, q, v),
            4 => (t, p, v),
            _ => (v, p, q),
        };
    }

    // C's round for values that are not negative.
    static byte Round(double value)
    {
        int whole = (int)value;
        return (byte)Math.Min(value - whole >= 0.5 ? whole + 1 : whole, 255);
    }
}
