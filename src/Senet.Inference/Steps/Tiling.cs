namespace Senet.Inference.Steps;

/// <summary>Pixels as tiles of nearly one size: some of <paramref name="Rows"/> rows and behind them some of one less.</summary>
/// <param name="Rows">Rows of a long tile.</param>
/// <param name="Long">Long tiles.</param>
/// <param name="Short">Short ones.</param>
readonly record struct Tiling(int Rows, int Long, int Short)
{
    public int Count => Long + Short;

    /// <summary>Where so many tiles are left: the rows of the next one, and how many alike follow each other from it on.</summary>
    public (int Rows, int Alike) Next(int left) => left > Short ? (Rows, left - Short) : (Rows - 1, left);

    /// <summary>As few tiles of at most <paramref name="most"/> rows as can be.</summary>
    public static Tiling Of(int pixels, int most)
    {
        int count = (pixels + most - 1) / most;
        int rows = (pixels + count - 1) / count;
        int full = pixels - count * (rows - 1);
        return new(rows, full, count - full);
    }
}
