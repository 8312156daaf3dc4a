using System.Globalization;
using Senet.Graph;

namespace Senet.Data;

/// <summary>How large images are made for evaluation and how much of them is cut out; both in pixels.</summary>
/// <param name="Resize">Length of the short side after the resize.</param>
/// <param name="Crop">Height and width of the crop.</param>
public readonly record struct EvaluationPreset(int Resize, int Crop)
{
    /// <summary>The forms that <see cref="TryParse"/> reads.</summary>
    public const string Forms = "RESIZE/CROP such as 256/224 or 352/299, CROP@FRACTION such as 224@0.875, or one number such as 320 for both";

    /// <summary>The preset that keeps <paramref name="fraction"/> of the short side: it is made floor(crop / fraction) long, as timm has it.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The crop is less than 1, or the fraction not above 0 and at most 1.</exception>
    public static EvaluationPreset OfFraction(int crop, double fraction)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(crop, 1);
        if (!(fraction > 0 && fraction <= 1 && crop / fraction <= int.MaxValue))
            throw new ArgumentOutOfRangeException(nameof(fraction), fraction, "expected a number above 0 and at most 1");
        return new((int)Math.Floor(crop / fraction), crop);
    }

    /// <summary>Reads a preset; see <see cref="Forms"/>.</summary>
    public static bool TryParse(string text, out EvaluationPreset preset)
    {
        ArgumentNullException.ThrowIfNull(text);
        preset = default;
        int at = text.IndexOf('@', StringComparison.Ordinal), slash = text.IndexOf('/', StringComparison.Ordinal);
        if (at >= 0)
        {
            if (!TryParseSize(text[..at], out int size)
                || !double.TryParse(text[(at + 1)..], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double fraction)
                || !(fraction > 0 && fraction <= 1 && size / fraction <= int.MaxValue))
            {
                return false;
            }
            preset = OfFraction(size, fraction);
            return true;
        }
        if (!TryParseSize(slash < 0 ? text : text[..slash], out int resize) || !TryParseSize(text[(slash + 1)..], out int crop))
            return false;
        preset = new(resize, crop);
        return true;
    }

    /// <summary>The preprocessing with these sizes.</summary>
    public Preprocessing Apply(Preprocessing preprocessing)
    {
        ArgumentNullException.ThrowIfNull(preprocessing);
        return preprocessing with { ResizeShortSide = Resize, Height = Crop, Width = Crop };
    }

    /// <summary>Such as 256/224.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Resize}/{Crop}");

    static bool TryParseSize(string text, out int size) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out size) && size > 0;
}
