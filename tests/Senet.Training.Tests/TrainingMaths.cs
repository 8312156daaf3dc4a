using System.Text.Json;
using Senet.Tests;

namespace Senet.Training.Tests;

/// <summary>The numbers of tests/fixtures/training-maths.json, which training-maths.py computed with PyTorch.</summary>
static class TrainingMaths
{
    static readonly JsonDocument s_document = JsonDocument.Parse(File.ReadAllText(SharedFiles.Fixture("training-maths.json")));

    public static JsonElement Get(params string[] path)
    {
        JsonElement element = s_document.RootElement;
        foreach (string name in path)
            element = element.GetProperty(name);
        return element;
    }

    public static double[] Numbers(params string[] path) => Numbers(Get(path));

    public static double[] Numbers(JsonElement element) => element.Deserialize<double[]>()!;

    /// <summary>Asserts that two rows are alike to a relative and absolute tolerance.</summary>
    public static void AssertClose(IReadOnlyList<double> expected, IReadOnlyList<double> actual, double tolerance, string what)
    {
        Assert.Equal(expected.Count, actual.Count);
        for (int i = 0; i < expected.Count; i++)
            Assert.True(Math.Abs(expected[i] - actual[i]) <= tolerance * Math.Max(1, Math.Abs(expected[i])), FormattableString.Invariant($"{what}, value {i}: {actual[i]:R} instead of {expected[i]:R}"));
    }
}
