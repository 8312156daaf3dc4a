using System.Globalization;
using System.Text;
using Senet.Training;
using Senet.Weights;
using Spectre.Console;

namespace Senet.Cli;

/// <summary>Accuracies of several networks over the same seeds, and what they say about the first network and each other one.</summary>
/// <param name="epoch">The epoch that was taken of each run, <c>last</c> or <c>best</c>.</param>
/// <param name="seeds">The seeds.</param>
/// <param name="networks">Validation accuracies, 0..1, one per seed and in their order, of each network.</param>
sealed class NetworkComparison(string epoch, IReadOnlyList<int> seeds, IReadOnlyList<(string Name, IReadOnlyList<double> Top1)> networks)
{
    readonly PairedTest[] _tests = [.. networks.Skip(1).Select(network => PairedTest.Of(networks[0].Top1, network.Top1))];

    /// <summary>Writes <c>comparison.csv</c>, a row per network and seed, and <c>comparison.json</c>.</summary>
    public void Save(string folder)
    {
        var csv = new StringBuilder("network,seed,top1\n");
        foreach ((string name, IReadOnlyList<double> top1) in networks)
        {
            for (int i = 0; i < seeds.Count; i++)
                csv.Append(CultureInfo.InvariantCulture, $"{name},{seeds[i]},{top1[i]:G9}\n");
        }
        AtomicFile.WriteText(Path.Combine(folder, "comparison.csv"), csv.ToString());
        AtomicFile.WriteText(Path.Combine(folder, "comparison.json"), Json() + "\n");
    }

    public string Json()
    {
        double?[] adjusted = Adjusted();
        return JsonOutput.Text(new
        {
            Epoch = epoch,
            Seeds = seeds,
            Networks = networks.Select(network => new { network.Name, network.Top1, Mean = network.Top1.Average(), Deviation = PairedTest.DeviationOf(network.Top1), N = network.Top1.Count }),
            Tests = _tests.Select((test, i) => new
            {
                First = networks[0].Name,
                Second = networks[i + 1].Name,
                N = test.Count,
                test.Effect,
                test.Deviation,
                test.Low,
                test.High,
                test.T,
                Degrees = test.Count - 1,
                test.P,
                HolmP = adjusted[i],
            }),
        });
    }

    public void Write(Terminal terminal, string folder)
    {
        Table table = Tables.Create("network", ">mean top-1", ">standard deviation", ">n");
        foreach ((string name, IReadOnlyList<double> top1) in networks)
            table.Row(name, Numbers.Percent(top1.Average()), Numbers.Percent(PairedTest.DeviationOf(top1)), top1.Count.ToString(CultureInfo.InvariantCulture));
        terminal.Write(table);
        terminal.Out.WriteLine($"validation accuracy of each run's {epoch} epoch, recipe and seeds alike");
        double?[] adjusted = Adjusted();
        for (int i = 0; i < _tests.Length; i++)
            terminal.Out.WriteLine(Sentence(networks[i + 1].Name, networks[0].Name, _tests[i], adjusted[i]));
        terminal.Out.WriteLine($"written to {Path.Combine(folder, "comparison.csv")} and .json");
    }

    /// <summary>What a test says, and no more than that.</summary>
    internal static string Sentence(string second, string first, PairedTest test, double? adjusted)
    {
        string effect = string.Create(CultureInfo.InvariantCulture, $"{second} against {first}: {Points(test.Effect)} points");
        if (test.Count < 2)
            return $"{effect} with one seed, which shows nothing: the next seed may say the opposite; take --seeds 3 or more";
        if (test.P is not { } p)
            return string.Create(CultureInfo.InvariantCulture, $"{effect} for every one of {test.Count} seeds: differences without spread cannot be tested; take more seeds or more validation images");
        string text = string.Create(
            CultureInfo.InvariantCulture,
            $"{effect}, 95 % interval {Points(test.Low!.Value)} to {Points(test.High!.Value)}, paired t({test.Count - 1}) = {test.T:F2}, p {Probability(p)}");
        if (adjusted is { } holm)
            text += $" (Holm over all tests: p {Probability(holm)})";
        return (adjusted ?? p) < 0.05
            ? $"{text}: {(test.Effect > 0 ? "better" : "worse")} beyond chance at the 5 % level"
            : $"{text}: no difference beyond chance at the 5 % level";
    }

    // With one test there is nothing to adjust for.
    double?[] Adjusted()
    {
        var adjusted = new double?[_tests.Length];
        int[] tested = [.. Enumerable.Range(0, _tests.Length).Where(i => _tests[i].P is not null)];
        if (tested.Length < 2)
            return adjusted;
        IReadOnlyList<double> holm = PairedTest.Holm([.. tested.Select(i => _tests[i].P!.Value)]);
        for (int i = 0; i < tested.Length; i++)
            adjusted[tested[i]] = holm[i];
        return adjusted;
    }

    static string Points(double fraction) => (fraction * 100).ToString("+0.00;-0.00;0.00", CultureInfo.InvariantCulture);

    static string Probability(double p) => p < 1e-9 ? "< 1e-9" : string.Create(CultureInfo.InvariantCulture, $"= {p:G3}");
}
