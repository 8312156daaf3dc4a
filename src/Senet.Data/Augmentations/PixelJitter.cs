using System.Diagnostics;

namespace Senet.Data;

/// <summary>
/// An integer, uniform on -Range..Range, added to every value of every channel, each on its own; clipped to 0..255. The authors of
/// the paper trained the released models with 20 (their repository's issues 38 and 48 say that the values are independent).
/// </summary>
/// <param name="Range">Largest change, 0..255.</param>
public sealed record PixelJitter(int Range = 20) : PixelOp
{
    /// <inheritdoc/>
    public override string Name => "pixel-jitter";

    internal override double[] Arguments => [Range];

    /// <inheritdoc/>
    public override void Apply(PixelSpan image, ref SampleRandom random)
    {
        // Three values of 21 bits out of each draw: their multiples are uniform to one part in 4000 of one level's probability.
        const int Bits = 21;
        const ulong Mask = (1 << Bits) - 1;
        Debug.Assert(Range is >= 0 and <= 255);
        ulong levels = (ulong)(2 * Range + 1);
        Span<byte> data = image.Data;
        for (int i = 0; i < data.Length; i += 3)
        {
            ulong draw = random.NextUInt64();
            for (int c = i; c < Math.Min(i + 3, data.Length); c++, draw >>= Bits)
                data[c] = (byte)Math.Clamp(data[c] + (int)((draw & Mask) * levels >> Bits) - Range, 0, 255);
        }
    }
}
