using System.Globalization;
using System.Text.RegularExpressions;

namespace Senet.Tests;

/// <summary>From the names of the public implementations to the graph's.</summary>
static class ReferenceNames
{
    // Blocks of MobileNet per resolution, for names that count them through.
    static readonly int[] MobileNetBlocks = [1, 2, 2, 6, 2];
    static readonly int[] ShuffleNetUnits = [4, 8, 4];

    // Replacements in their order, for the implementations whose names begin with the key; the first key that fits counts.
    static readonly (string Reference, (string Pattern, string Replacement)[] Rules)[] Table =
    [
        ("caffe_se_bn_inception",
        [
            (@"/bn(/scale)?", "_bn"), (@"_1x1_down\.", ".se.fc1."), (@"_1x1_up\.", ".se.fc2."), (@"double3x3_reduce", "double_3x3_reduce"),
            (@"double3x3a", "double_3x3_1"), (@"double3x3b", "double_3x3_2"), (@"/", "_"), (@"^classifier\.", "fc."),
        ]),
        ("caffe_",
        [
            (@"conv1/7x7_s2", "conv1"), (@"^conv(\d)_(\d+)_", "layer{$1-1}.{$2-1}."), (@"1x1_reduce", "conv1"), (@"3x3", "conv2"), (@"1x1_increase", "conv3"),
            (@"1x1_proj/bn(/scale)?", "downsample.1"), (@"1x1_proj", "downsample.0"), (@"1x1_down", "se.fc1"), (@"1x1_up", "se.fc2"),
            (@"conv(\d)/bn(/scale)?", "bn$1"), (@"^classifier\.", "fc."),
        ]),
        ("cadene_bninception", [(@"^last_linear\.", "fc.")]),
        ("cadene_inceptionresnetv2", [(@"^last_linear\.", "fc.")]),
        ("osmr_mobilenet",
        [
            (@"features\.init_block\.(conv|bn)\.", "${1}1."), (@"features\.stage(\d+)\.unit(\d+)\.", "layer$1.{$2-1}."),
            (@"dw_conv\.(conv|bn)\.", "${1}1."), (@"pw_conv\.(conv|bn)\.", "${1}2."), (@"^output\.", "fc."),
        ]),
        ("marvis_mobilenet",
        [
            (@"^model\.0\.0\.", "conv1."), (@"^model\.0\.1\.", "bn1."), (@"^model\.(\d+)\.", "{mobilenet $1}."),
            (@"(layer\d\.\d)\.0\.", "$1.conv1."), (@"(layer\d\.\d)\.1\.", "$1.bn1."), (@"(layer\d\.\d)\.3\.", "$1.conv2."), (@"(layer\d\.\d)\.4\.", "$1.bn2."),
        ]),
        ("osmr_shufflenet",
        [
            (@"features\.init_block\.(conv|bn)\.", "${1}1."), (@"features\.stage(\d+)\.unit(\d+)\.", "layer$1.{$2-1}."),
            (@"(compress|dw|expand)_(conv|bn)", "$2"), (@"^output\.", "fc."),
        ]),
        ("megvii_",
        [
            (@"^first_conv\.0\.", "conv1."), (@"^first_conv\.1\.", "bn1."), (@"^features\.(\d+)\.", "{shufflenet $1}."), (@"branch_main_1\.0\.", "conv1."),
            (@"branch_main_1\.1\.", "bn1."), (@"branch_main_1\.3\.", "conv2."), (@"branch_main_1\.4\.", "bn2."), (@"branch_main_2\.0\.", "conv3."),
            (@"branch_main_2\.1\.", "bn3."), (@"^classifier\.0\.", "fc."),
        ]),
        ("jaxony_",
        [
            (@"^stage(\d)\.ShuffleUnit_Stage\d_(\d)\.", "layer{$1-1}.$2."), (@"g_conv_1x1_compress\.conv1x1", "conv1"), (@"g_conv_1x1_compress\.batch_norm", "bn1"),
            (@"depthwise_conv3x3", "conv2"), (@"bn_after_depthwise", "bn2"), (@"g_conv_1x1_expand\.conv1x1", "conv3"), (@"g_conv_1x1_expand\.batch_norm", "bn3"),
        ]),
        ("osmr_shakeshake",
        [
            (@"features\.init_block\.(conv|bn)\.", "${1}1."), (@"features\.stage(\d+)\.unit(\d+)\.", "layer$1.{$2-1}."), (@"identity_branch\.", "skip."),
            (@"(branch\d)\.conv(\d)\.(conv|bn)\.", "$1.$3$2."), (@"^output\.", "fc."),
        ]),
        ("osmr_",
        [
            (@"features\.init_block\.(conv|bn)\.", "${1}1."), (@"features\.init_block\.", "conv1."), (@"features\.stage(\d+)\.unit(\d+)\.", "layer$1.{$2-1}."),
            (@"\.se\.conv", ".se.fc"), (@"identity_conv\.conv\.", "downsample.0."), (@"identity_conv\.bn\.", "downsample.1."), (@"identity_conv\.", "downsample.0."),
            (@"body\.conv(\d)\.(conv|bn)\.", "$2$1."), (@"features\.post_activ\.bn\.", "bn."), (@"^output\.", "fc."),
        ]),
        ("xternalz_", [(@"^bn1\.", "bn."), (@"^block(\d)\.layer\.", "layer$1."), (@"convShortcut", "downsample.0")]),
        ("owruby_",
        [
            (@"^c_in\.", "conv1."), (@"\.shortcut\.", ".skip."), (@"(branch\d)\.1\.", "$1.conv1."), (@"(branch\d)\.2\.", "$1.bn1."),
            (@"(branch\d)\.4\.", "$1.conv2."), (@"(branch\d)\.5\.", "$1.bn2."), (@"^fc_out\.", "fc."),
        ]),
        ("vgg", []),
        ("",
        [
            (@"^layer0\.", ""), (@"\.se_module\.", ".se."), (@"\.se\.fc\.0\.", ".se.fc1."), (@"\.se\.fc\.2\.", ".se.fc2."), (@"^(last_linear|linear)\.", "fc."),
        ]),
    ];

    /// <summary>The graph's name of tensor <paramref name="name"/> of reference <paramref name="reference"/>.</summary>
    public static string ToGraph(string reference, string name)
    {
        foreach ((string pattern, string replacement) in Table.First(row => reference.StartsWith(row.Reference, StringComparison.Ordinal)).Rules)
            name = Counted(Regex.Replace(name, pattern, replacement));
        return name;
    }

    /// <summary>Name of the block that MobileNet code counting from 0 calls <paramref name="index"/>.</summary>
    public static string MobileNetBlock(int index) => Layer(MobileNetBlocks, index);

    // Replacements count in braces: {n-1}, or the block or unit that a network counts through.
    static string Counted(string name)
    {
        name = Regex.Replace(name, @"\{(\d+)-1\}", match => FormattableString.Invariant($"{Number(match) - 1}"));
        name = Regex.Replace(name, @"\{mobilenet (\d+)\}", match => Layer(MobileNetBlocks, Number(match) - 1));
        return Regex.Replace(name, @"\{shufflenet (\d+)\}", match => Layer(ShuffleNetUnits, Number(match)));
    }

    static int Number(Match match) => int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture);

    static string Layer(int[] perStage, int index)
    {
        int stage = 0;
        while (index >= perStage[stage])
            index -= perStage[stage++];
        return FormattableString.Invariant($"layer{stage + 1}.{index}");
    }
}
