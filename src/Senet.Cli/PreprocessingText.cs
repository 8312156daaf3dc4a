using System.Globalization;
using Senet.Graph;

namespace Senet.Cli;

/// <summary>How images go into a model, in words.</summary>
static class PreprocessingText
{
    public static string Line(Preprocessing preprocessing, int crops = 1)
    {
        string place = crops == 1 ? "centre" : string.Create(CultureInfo.InvariantCulture, $"{crops} crops of");
        string channels = preprocessing.Channels == 1 ? "grey" : preprocessing.Bgr ? "BGR" : "RGB";
        string values = string.Create(CultureInfo.InvariantCulture, $"{channels} on 0..{preprocessing.PixelMaximum}, minus {Join(preprocessing.Mean)}, divided by {Join(preprocessing.Std)}");
        return crops == 1 && preprocessing.ResizeShortSide == preprocessing.Height && preprocessing.Height == preprocessing.Width
            ? string.Create(CultureInfo.InvariantCulture, $"{preprocessing.Height} x {preprocessing.Width} pixels, {values}")
            : string.Create(CultureInfo.InvariantCulture, $"short side to {preprocessing.ResizeShortSide} ({preprocessing.Interpolation.ToString().ToLowerInvariant()}), {place} {preprocessing.Height} x {preprocessing.Width}, {values}");
    }

    static string Join(float[] values) => string.Join(" ", values.Select(value => value.ToString(CultureInfo.InvariantCulture)));
}
