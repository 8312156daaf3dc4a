namespace Senet.Data.Tests;

/// <summary>
/// Tests of samples against distributions. Samples are seeded, so a result never changes; a limit of one in 100,000 leaves no room for
/// choosing seeds.
/// </summary>
static class Statistics
{
    const double SmallestP = 1e-5;

    /// <summary>Kolmogorov and Smirnov: the sample against a continuous distribution function.</summary>
    public static void Follows(double[] sample, Func<double, double> cumulative)
    {
        double[] sorted = [.. sample.Order()];
        double distance = 0;
        for (int i = 0; i < sorted.Length; i++)
        {
            double expected = cumulative(sorted[i]);
            distance = Math.Max(distance, Math.Max(expected - (double)i / sorted.Length, (double)(i + 1) / sorted.Length - expected));
        }
        AssertLikely(KolmogorovP(distance * Math.Sqrt(sorted.Length)), FormattableString.Invariant($"distance {distance}"));
    }

    /// <summary>Uniform on min .. max.</summary>
    public static void IsUniform(double[] sample, double min, double max)
    {
        Assert.All(sample, value => Assert.InRange(value, min, max));
        Follows(sample, x => (x - min) / (max - min));
    }

    /// <summary>Kolmogorov and Smirnov: two samples of one distribution.</summary>
    public static void AreAlike(double[] first, double[] second)
    {
        double[] a = [.. first.Order()], b = [.. second.Order()];
        double distance = 0;
        for (int i = 0, j = 0; i < a.Length && j < b.Length;)
        {
            double value = Math.Min(a[i], b[j]);
            while (i < a.Length && a[i] == value)
                i++;
            while (j < b.Length && b[j] == value)
                j++;
            distance = Math.Max(distance, Math.Abs((double)i / a.Length - (double)j / b.Length));
        }
        AssertLikely(KolmogorovP(distance * Math.Sqrt((double)a.Length * b.Length / (a.Length + b.Length))), FormattableString.Invariant($"distance {distance}"));
    }

    /// <summary>Pearson's chi-square: counts against equal shares, or against the shares given.</summary>
    public static void HasShares(int[] counts, double[]? shares = null)
    {
        double total = counts.Sum(), sum = 0;
        for (int i = 0; i < counts.Length; i++)
        {
            double expected = total * (shares?[i] ?? 1.0 / counts.Length);
            sum += (counts[i] - expected) * (counts[i] - expected) / expected;
        }
        // Wilson and Hilferty 1931: the cube root of chi-square / degrees is nearly normal.
        double degrees = counts.Length - 1, variance = 2 / (9 * degrees);
        AssertLikely(1 - Normal((Math.Cbrt(sum / degrees) - (1 - variance)) / Math.Sqrt(variance)), FormattableString.Invariant($"chi-square {sum} for {degrees} degrees"));
    }

    /// <summary>The distribution function of the standard normal distribution.</summary>
    public static double Normal(double x)
    {
        // The series x + x^3 / 3 + x^5 / 15 + ... times the density converges everywhere.
        if (Math.Abs(x) > 8)
            return x > 0 ? 1 : 0;
        double term = x, sum = x;
        for (int i = 3; Math.Abs(term) > 1e-17 * Math.Abs(sum); i += 2)
            sum += term *= x * x / i;
        return 0.5 + sum * Math.Exp(-0.5 * x * x) / Math.Sqrt(2 * Math.PI);
    }

    // The limiting distribution, good for some hundred values and more.
    static double KolmogorovP(double distance)
    {
        if (distance < 0.2)
            return 1;
        double p = 0;
        for (int k = 1; k < 100; k++)
            p += (k % 2 == 1 ? 2 : -2) * Math.Exp(-2 * k * k * distance * distance);
        return p;
    }

    static void AssertLikely(double p, string what) => Assert.True(p > SmallestP, FormattableString.Invariant($"p = {p}: {what}"));
}
