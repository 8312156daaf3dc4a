using System.Globalization;
using System.Text.Json;
using Senet.Tests;

namespace Senet.Graph.Tests;

/// <summary>Counts that public implementations print for forms that the layer tables do not cover: timm's d, t and aa networks, widths, groups.</summary>
public class PublishedCountsTests
{
    static readonly JsonElement[] Rows = ReadRows();

    public static TheoryData<int, string> Indices => [.. Rows.Select((row, index) => (index, $"{row.GetProperty("network")} {row.GetProperty("form")}"))];

    [Theory]
    [MemberData(nameof(Indices))]
    public void Cost_PublishedForm_HasThePublishedCounts(int index, string what)
    {
        Assert.NotEmpty(what);
        JsonElement row = Rows[index];
        Architecture architecture = ArchitectureRegistry.Get(row.GetProperty("network").GetString()!);
        NetworkOptions options = row.GetProperty("form").GetString()!.Split(' ', StringSplitOptions.RemoveEmptyEntries).Aggregate(architecture.Defaults, Apply);
        int size = row.GetProperty("input").GetInt32();
        NetworkCost cost = architecture.Build(options).Cost(new(3, size, size));
        AssertCount(row, "parameters", cost.Parameters);
        if (row.TryGetProperty("activations", out _))
            AssertCount(row, "activations", cost.Activations);
        if (!row.TryGetProperty("gigaMacs", out JsonElement macs))
            return;
        // timm also counts two operations per element of a batch normalisation, and prints two decimals.
        long normalised = cost.Layers.Where(layer => layer.Node is BatchNormNode).Sum(layer => layer.Output.Elements);
        Assert.Equal(macs.GetDouble(), (cost.Macs + 2 * normalised) / 1e9, 0.0051);
    }

    static NetworkOptions Apply(NetworkOptions options, string form) => form switch
    {
        "timm" => options with
        {
            StemPool = StemPool.Padded,
            BottleneckStride = BottleneckStride.Conv3x3,
            Se = options.Se is { } se ? se with { Rounding = SeRounding.MultipleOf8 } : null,
        },
        "d" => options with { Stem = StemKind.Deep, Shortcut = ShortcutKind.AveragePool },
        "t" => options with { Stem = StemKind.Tiered, Shortcut = ShortcutKind.AveragePool },
        // With anti-aliasing the stem's pooling has a rule of its own.
        "aa" => options with { AntiAlias = true },
        "stride3x3" => options with { BottleneckStride = BottleneckStride.Conv3x3 },
        "no-bias" => options with { ConvBias = false },
        "width" or "classes" => options,
        _ when double.TryParse(form, CultureInfo.InvariantCulture, out double number) =>
            number < 1 ? options with { WidthMultiplier = number } : options with { Classes = (int)number },
        _ => options with { Variant = form },
    };

    // Exact integers to the last digit, numbers such as 28.09M to their printed digits.
    static void AssertCount(JsonElement row, string name, long ours)
    {
        JsonElement published = row.GetProperty(name);
        if (published.ValueKind == JsonValueKind.Number)
        {
            Assert.Equal(published.GetInt64(), ours);
            return;
        }
        string text = published.GetString()!.TrimEnd('M');
        double tolerance = row.TryGetProperty("tolerance", out JsonElement relative) ? relative.GetDouble() * ours / 1e6 : 0.5 * Math.Pow(10, -(text.Length - text.IndexOf('.', StringComparison.Ordinal) - 1));
        Assert.Equal(double.Parse(text, CultureInfo.InvariantCulture), ours / 1e6, tolerance + 1e-9);
    }

    static JsonElement[] ReadRows()
    {
        using JsonDocument document = JsonDocument.Parse(File.ReadAllText(SharedFiles.Fixture("published-counts.json")));
        return [.. document.RootElement.GetProperty("rows").EnumerateArray().Select(row => row.Clone())];
    }
}
