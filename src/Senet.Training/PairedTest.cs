namespace Senet.Training;

/// <summary>Student's paired t-test: whether the mean of differences, one per seed, is other than zero.</summary>
/// <remarks>Student, The probable error of a mean, Biometrika 6 (1908). It takes the differences as drawn from a normal distribution.</remarks>
public sealed record PairedTest
{
    PairedTest()
    {
    }

    /// <summary>Pairs.</summary>
    public required int Count { get; init; }

    /// <summary>Mean of the differences, second less first: the effect.</summary>
    public required double Effect { get; init; }

    /// <summary>Standard deviation of the differences (n - 1); null for one pair.</summary>
    public double? Deviation { get; init; }

    /// <summary>The statistic; null where there is no test.</summary>
    public double? T { get; init; }

    /// <summary>Two-sided p-value; null where there is no test: for one pair, or where all differences are equal.</summary>
    public double? P { get; init; }

    /// <summary>Lower end of the effect's 95 % confidence interval; null where there is no test.</summary>
    public double? Low { get; init; }

    /// <summary>Upper end of that interval.</summary>
    public double? High { get; init; }

    /// <summary>Tests <paramref name="second"/> against <paramref name="first"/>, which belong together pair by pair.</summary>
    /// <exception cref="ArgumentException">They are not of one length, or empty.</exception>
    public static PairedTest Of(IReadOnlyList<double> first, IReadOnlyList<double> second)
    {
        ArgumentNullException.ThrowIfNull(first);
        ArgumentNullException.ThrowIfNull(second);
        if (first.Count != second.Count || first.Count == 0)
            throw new ArgumentException($"{first.Count} and {second.Count} values do not make pairs", nameof(second));
        double[] differences = [.. first.Zip(second, (a, b) => b - a)];
        (double effect, double? deviation) = (differences.Average(), DeviationOf(differences));
        var test = new PairedTest { Count = differences.Length, Effect = effect, Deviation = deviation };
        // Differences of accuracies are multiples of one image: equal ones come with a rounding error of the subtraction.
        if (deviation is null || deviation <= 1e-12 * Math.Max(1, Math.Abs(effect)))
            return test;
        double error = deviation.Value / Math.Sqrt(differences.Length);
        double half = StudentT.Critical(0.05, differences.Length - 1) * error;
        return test with { T = effect / error, P = StudentT.TwoSided(effect / error, differences.Length - 1), Low = effect - half, High = effect + half };
    }

    /// <summary>Standard deviation with n - 1; null for fewer than two values.</summary>
    public static double? DeviationOf(IReadOnlyList<double> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (values.Count < 2)
            return null;
        double mean = values.Average();
        return Math.Sqrt(values.Sum(value => (value - mean) * (value - mean)) / (values.Count - 1));
    }

    /// <summary>p-values of several tests, raised so that the chance of any false claim stays below the level asked of each (Holm, 1979).</summary>
    /// <returns>One per value, in the order given.</returns>
    public static IReadOnlyList<double> Holm(IReadOnlyList<double> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        double[] adjusted = new double[values.Count];
        double floor = 0;
        int left = values.Count;
        foreach (int i in Enumerable.Range(0, values.Count).OrderBy(i => values[i]))
        {
            floor = Math.Max(floor, Math.Min(1, values[i] * left--));
            adjusted[i] = floor;
        }
        return adjusted;
    }
}
