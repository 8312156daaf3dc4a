namespace Senet.Tests;

public sealed class ClassificationTests
{
    [Fact]
    public void FromLogits_LargeValues_DoNotOverflow()
    {
        Classification result = Classification.FromLogits([1000, 999, -1000], ["a", "b", "c"]);

        Assert.Equal(1 / (1 + Math.Exp(-1)), result.Probabilities[0], 1e-15);
        Assert.Equal([1, 0.3678794411714423, 0], result.Probabilities.Select(probability => probability / result.Probabilities[0]), (a, b) => Math.Abs(a - b) < 1e-15);
        Assert.Equal(1, result.Probabilities.Sum(), 1e-15);
    }

    [Fact]
    public void FromLogits_Top_IsSortedAndOfEqualOnesTheFirstComesFirst()
    {
        Classification result = Classification.FromLogits([1, 3, 3, -500, -400], ["a", "b", "c", "d", "e"], top: 5);

        // The last two are 0 both; their logits still tell them apart.
        Assert.Equal([1, 2, 0, 4, 3], result.Top.Select(found => found.Index));
        Assert.Equal(["b", "c", "a", "e", "d"], result.Top.Select(found => found.Label));
        Assert.All(result.Top, found => Assert.Equal(result.Probabilities[found.Index], found.Probability));
        Assert.Equal("b", result.Best.Label);
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 2)]
    [InlineData(9, 3)]
    [InlineData(int.MaxValue, 3)]
    public void FromLogits_Top_IsClippedToTheClasses(int top, int expected) =>
        Assert.Equal(expected, Classification.FromLogits([1, 2, 3], ["a", "b", "c"], top).Top.Count);

    [Fact]
    public void FromLogits_OneClass_IsCertain() => Assert.Equal(1, Classification.FromLogits([-3], ["a"]).Best.Probability);

    [Fact]
    public void FromLogits_WrongArguments_AreNamed()
    {
        Assert.Contains("2 logits for 1 labels", Assert.Throws<ArgumentException>(() => Classification.FromLogits([1, 2], ["a"])).Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>(() => Classification.FromLogits([], []));
        Assert.Throws<ArgumentOutOfRangeException>("top", () => Classification.FromLogits([1], ["a"], top: 0));
    }
}
