using System.Globalization;
using System.Text.RegularExpressions;

namespace Senet.Tests;

/// <summary>From the names of the public implementations to the graph's.</summary>
static partial class ReferenceNames
{
    /// <summary>The graph's name of tensor <paramref name="name"/> of reference <paramref name="reference"/>.</summary>
    public static string ToGraph(string reference, string name)
    {
        if (reference.StartsWith("caffe_", StringComparison.Ordinal))
            return FromCaffe(name);
        if (reference.StartsWith("osmr_", StringComparison.Ordinal))
            return FromOsmr(name);
        name = name.Replace("layer0.", "", StringComparison.Ordinal);
        name = name.Replace(".se_module.", ".se.", StringComparison.Ordinal);
        name = name.Replace(".se.fc.0.", ".se.fc1.", StringComparison.Ordinal).Replace(".se.fc.2.", ".se.fc2.", StringComparison.Ordinal);
        return Head().Replace(name, "fc.");
    }

    static string FromCaffe(string name)
    {
        name = name.Replace("conv1/7x7_s2", "conv1", StringComparison.Ordinal).Replace("classifier.", "fc.", StringComparison.Ordinal);
        Match block = CaffeBlock().Match(name);
        if (block.Success)
        {
            string layer = block.Groups["layer"].Value;
            string prefix = FormattableString.Invariant($"layer{int.Parse(block.Groups["stage"].ValueSpan, CultureInfo.InvariantCulture) - 1}.{int.Parse(block.Groups["block"].ValueSpan, CultureInfo.InvariantCulture) - 1}.");
            string rest = name[block.Length..];
            name = prefix + layer switch
            {
                "1x1_reduce" => "conv1",
                "3x3" => "conv2",
                "1x1_increase" => "conv3",
                "1x1_proj" => "downsample.0",
                "1x1_down" => "se.fc1",
                _ => "se.fc2",
            } + rest;
        }
        // Caffe splits a batch normalisation into statistics (/bn) and scale with shift (/bn/scale).
        if (name.Contains("/bn", StringComparison.Ordinal))
        {
            name = name.Replace("/bn/scale", "", StringComparison.Ordinal).Replace("/bn", "", StringComparison.Ordinal);
            name = ConvNumber().Replace(name, "bn$1.").Replace("downsample.0.", "downsample.1.", StringComparison.Ordinal);
        }
        return name;
    }

    static string FromOsmr(string name)
    {
        name = name.Replace("features.init_block.", "1.", StringComparison.Ordinal);
        name = OsmrUnit().Replace(name, match => FormattableString.Invariant($"layer{match.Groups[1]}.{int.Parse(match.Groups[2].ValueSpan, CultureInfo.InvariantCulture) - 1}."));
        name = name.Replace(".se.conv", ".se.fc", StringComparison.Ordinal);
        name = name.Replace("identity_conv.conv.", "downsample.0.", StringComparison.Ordinal).Replace("identity_conv.bn.", "downsample.1.", StringComparison.Ordinal);
        name = OsmrConv().Replace(name, "$2$1.");
        return Head().Replace(name, "fc.");
    }

    [GeneratedRegex(@"^(last_linear|linear|output)\.")]
    private static partial Regex Head();

    [GeneratedRegex(@"^conv(?<stage>\d)_(?<block>\d+)_(?<layer>1x1_reduce|3x3|1x1_increase|1x1_proj|1x1_down|1x1_up)")]
    private static partial Regex CaffeBlock();

    [GeneratedRegex(@"conv(\d)\.")]
    private static partial Regex ConvNumber();

    [GeneratedRegex(@"features\.stage(\d+)\.unit(\d+)\.")]
    private static partial Regex OsmrUnit();

    [GeneratedRegex(@"(?:body\.conv)?(\d)\.(conv|bn)\.")]
    private static partial Regex OsmrConv();
}
