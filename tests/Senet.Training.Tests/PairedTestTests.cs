namespace Senet.Training.Tests;

/// <summary>Expected values: SciPy (stats.t.sf, stats.ttest_rel; special.betaincinv for the critical values, where stats.t.ppf has ten digits).</summary>
public sealed class PairedTestTests
{
    [Theory]
    [InlineData(0.3, 1, 0.8144528418445154)]
    [InlineData(2.5, 2, 0.1296117202215108)]
    [InlineData(2.5, 3, 0.08770664700806555)]
    [InlineData(-2.5, 3, 0.08770664700806555)]
    [InlineData(1.234, 4, 0.28474920168366114)]
    [InlineData(4.2, 7, 0.004035559925219957)]
    [InlineData(2.2, 10, 0.0524410684493531)]
    [InlineData(3.3, 29, 0.0025669142292085835)]
    [InlineData(0.01, 100, 0.9920412102344285)]
    [InlineData(12, 5, 7.089492517161528e-05)]
    [InlineData(0, 6, 1)]
    [InlineData(double.PositiveInfinity, 6, 0)]
    public void TwoSided_IsTheDistributions(double t, int degrees, double expected) => Assert.Equal(expected, StudentT.TwoSided(t, degrees), 1e-14);

    [Theory]
    [InlineData(1, 12.706204736174707)]
    [InlineData(2, 4.302652729749464)]
    [InlineData(3, 3.1824463052837095)]
    [InlineData(4, 2.7764451051977943)]
    [InlineData(9, 2.2621571627982053)]
    [InlineData(30, 2.0422724563012395)]
    public void Critical_IsTheDistributions(int degrees, double expected) => Assert.Equal(expected, StudentT.Critical(0.05, degrees), 1e-11);

    [Fact]
    public void Of_FivePairs_IsTheTextbookTest()
    {
        PairedTest test = PairedTest.Of([0.9012, 0.8955, 0.9101, 0.8987, 0.9040], [0.9105, 0.9032, 0.9098, 0.9127, 0.9101]);
        Assert.Equal(5, test.Count);
        Assert.Equal(0.00736, test.Effect, 1e-15);
        Assert.Equal(0.005201730481291734, test.Deviation!.Value, 1e-15);
        Assert.Equal(3.1638433351340387, test.T!.Value, 1e-11);
        Assert.Equal(0.03405823036868511, test.P!.Value, 1e-12);
        Assert.Equal(0.0009011985330208919, test.Low!.Value, 1e-12);
        Assert.Equal(0.013818801466979086, test.High!.Value, 1e-12);
    }

    [Fact]
    public void Of_OnePair_ClaimsNothing()
    {
        PairedTest test = PairedTest.Of([0.90], [0.95]);
        Assert.Equal(0.05, test.Effect, 1e-15);
        Assert.True(test is { Deviation: null, T: null, P: null, Low: null, High: null });
    }

    [Fact]
    public void Of_EqualDifferences_ClaimsNothing() => Assert.Null(PairedTest.Of([0.1, 0.2, 0.3], [0.2, 0.3, 0.4]).P);

    [Fact]
    public void Of_UnequalLengths_IsRefused() => Assert.Throws<ArgumentException>(() => PairedTest.Of([0.1, 0.2], [0.2]));

    [Fact]
    public void Holm_RaisesInOrder() =>
        Assert.Equal([0.03, 0.06, 0.06, 0.7], PairedTest.Holm([0.0075, 0.03, 0.02, 0.7]).Select(p => Math.Round(p, 12)));
}
