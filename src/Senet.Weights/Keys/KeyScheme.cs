using System.Globalization;
using System.Text.RegularExpressions;
using Senet.Graph;

namespace Senet.Weights;

/// <summary>How one family of implementations names its weights, and what its names do not tell.</summary>
/// <param name="Name">What people call it, such as <c>timm</c>.</param>
/// <param name="Rules">
/// Regular expressions and replacements from its names to the graph's, in their order. Replacements count in braces:
/// <c>{n-1}</c>, and <c>{mobilenet n}</c> or <c>{shufflenet n}</c> for blocks that are numbered through the stages.
/// </param>
sealed partial record KeyScheme(string Name, params (string Pattern, string Replacement)[] Rules)
{
    // Blocks per stage.
    static readonly int[] MobileNetBlocks = [1, 2, 2, 6, 2];
    static readonly int[] ShuffleNetUnits = [4, 8, 4];

    /// <summary>Pattern of a name that every file of the scheme has and hardly any other; null for the graph's own names.</summary>
    public string? Marker { get; init; }

    /// <summary>Sets the options that weights do not show, such as where a stride is.</summary>
    public Func<Architecture, NetworkOptions, NetworkOptions> Form { get; init; } = (_, options) => options;

    /// <summary>How its networks want their images.</summary>
    public Func<Architecture, Preprocessing> Preprocessing { get; init; } = Inputs.Usual;

    /// <summary>Whether its ImageNet classes are in the order of the ILSVRC devkit instead of that of WordNet ids.</summary>
    public bool DevkitClassOrder { get; init; }

    /// <summary>Whether these names look like the scheme's.</summary>
    public bool Fits(IEnumerable<string> names) => Marker is null || names.Any(name => Regex.IsMatch(name, Marker, RegexOptions.CultureInvariant));

    /// <summary>The graph's name of the tensor that this scheme calls <paramref name="name"/>.</summary>
    public string ToGraph(string name)
    {
        foreach ((string pattern, string replacement) in Rules)
        {
            name = Regex.Replace(name, pattern, replacement, RegexOptions.CultureInvariant);
            if (name.Contains('{', StringComparison.Ordinal))
                name = Counted(name);
        }
        return name;
    }

    static string Counted(string name)
    {
        name = Previous().Replace(name, match => (Number(match) - 1).ToString(CultureInfo.InvariantCulture));
        name = MobileNet().Replace(name, match => Layer(MobileNetBlocks, Number(match) - 1));
        return ShuffleNet().Replace(name, match => Layer(ShuffleNetUnits, Number(match)));
    }

    // Names from a file may hold any number.
    static int Number(Match match) => int.TryParse(match.Groups[1].ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : int.MaxValue;

    static string Layer(int[] perStage, int index)
    {
        int stage = 0;
        while (stage < perStage.Length && index >= perStage[stage])
            index -= perStage[stage++];
        return string.Create(CultureInfo.InvariantCulture, $"layer{stage + 1}.{index}");
    }

    [GeneratedRegex(@"\{(\d+)-1\}", RegexOptions.CultureInvariant)]
    private static partial Regex Previous();

    [GeneratedRegex(@"\{mobilenet (\d+)\}", RegexOptions.CultureInvariant)]
    private static partial Regex MobileNet();

    [GeneratedRegex(@"\{shufflenet (\d+)\}", RegexOptions.CultureInvariant)]
    private static partial Regex ShuffleNet();
}
