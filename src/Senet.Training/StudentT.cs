namespace Senet.Training;

/// <summary>Student's t distribution with a whole number of degrees of freedom, in closed form.</summary>
/// <remarks>Abramowitz and Stegun, Handbook of Mathematical Functions, 26.7.3 and 26.7.4: finite sums in powers of the cosine of atan(t / sqrt(df)).</remarks>
public static class StudentT
{
    /// <summary>The probability that |T| is at least |<paramref name="t"/>|: the p-value of a two-sided test.</summary>
    /// <param name="t">The statistic; may be infinite.</param>
    /// <param name="degrees">Degrees of freedom, at least 1.</param>
    /// <returns>0 to 1, with an absolute error of about 1e-15.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There are no degrees of freedom.</exception>
    public static double TwoSided(double t, int degrees)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(degrees, 1);
        double angle = Math.Atan2(Math.Abs(t), Math.Sqrt(degrees));
        double sine = Math.Sin(angle), cosine = Math.Cos(angle);
        bool odd = degrees % 2 == 1;
        // Odd: cos + 2/3 cos^3 + (2 4)/(3 5) cos^5 ...; even: 1 + 1/2 cos^2 + (1 3)/(2 4) cos^4 ...; powers up to degrees - 2.
        double term = odd ? cosine : 1, sum = 0;
        for (int power = odd ? 1 : 0; power <= degrees - 2; power += 2)
        {
            sum += term;
            term *= cosine * cosine * (power + 1) / (power + 2);
        }
        double inside = odd ? 2 / Math.PI * (angle + sine * sum) : sine * sum;
        return Math.Clamp(1 - inside, 0, 1);
    }

    /// <summary>The t that |T| exceeds with probability <paramref name="probability"/>: half the width of a confidence interval in standard errors.</summary>
    /// <param name="probability">Above 0 and at most 1; 0.05 for the 95 % interval.</param>
    /// <param name="degrees">Degrees of freedom, at least 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A value is out of range.</exception>
    public static double Critical(double probability, int degrees)
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(probability, 0);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(probability, 1);
        double low = 0, high = 1;
        while (TwoSided(high, degrees) > probability)
            high *= 2;
        // The probability falls with t. 200 halvings reach neighbouring doubles from anywhere.
        for (int i = 0; i < 200 && low < high; i++)
        {
            double middle = low + (high - low) / 2;
            if (TwoSided(middle, degrees) > probability)
                low = middle;
            else
                high = middle;
        }
        return high;
    }
}
