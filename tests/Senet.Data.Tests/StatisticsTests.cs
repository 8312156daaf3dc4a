namespace Senet.Data.Tests;

/// <summary>The tests of distributions can fail.</summary>
public sealed class StatisticsTests
{
    static readonly double[] Even = [.. Enumerable.Range(0, 10_000).Select(i => (i + 0.5) / 10_000)];

    [Fact]
    public void Follows_AnotherDistribution_Fails()
    {
        Statistics.IsUniform(Even, 0, 1);
        Statistics.Follows(Even, x => x);
        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => Statistics.Follows(Even, x => x * x));
        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => Statistics.IsUniform([.. Even.Select(x => 0.97 * x)], 0, 1));
        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => Statistics.IsUniform(Even, 0, 0.99));
    }

    [Fact]
    public void AreAlike_ShiftedSample_Fails()
    {
        Statistics.AreAlike(Even, [.. Even.Where((_, i) => i % 3 == 0)]);
        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => Statistics.AreAlike(Even, [.. Even.Select(x => x + 0.05)]));
    }

    [Fact]
    public void HasShares_OneBinTooFull_Fails()
    {
        Statistics.HasShares([1000, 1010, 990, 1003]);
        Statistics.HasShares([500, 1500], [0.25, 0.75]);
        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => Statistics.HasShares([1000, 1000, 1000, 1200]));
        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => Statistics.HasShares([1000, 1000], [0.25, 0.75]));
    }

    [Theory]
    [InlineData(0, 0.5)]
    [InlineData(1, 0.841344746)]
    [InlineData(-1.959964, 0.025)]
    [InlineData(4, 0.999968329)]
    public void Normal_KnownValues(double x, double expected) => Assert.Equal(expected, Statistics.Normal(x), 1e-8);
}
