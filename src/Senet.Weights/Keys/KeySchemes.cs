using Senet.Graph;

namespace Senet.Weights;

/// <summary>
/// The naming schemes of public checkpoints. Where weights fit two of them equally, the first counts; where they fit the graph's own
/// names, no scheme changes them.
/// </summary>
static class KeySchemes
{
    // pytorchcv's modules, shared by its networks.
    const string Unit = @"features\.stage(\d+)\.unit(\d+)\.";
    const string Layer = "layer$1.{$2-1}.";

    /// <summary>All schemes, the more particular ones first.</summary>
    public static IReadOnlyList<KeyScheme> All { get; } =
    [
        new("Caffe BN-Inception",
            (@"/bn(/scale)?", "_bn"), (@"_1x1_down\.", ".se.fc1."), (@"_1x1_up\.", ".se.fc2."), ("double3x3_reduce", "double_3x3_reduce"),
            ("double3x3a", "double_3x3_1"), ("double3x3b", "double_3x3_2"), ("/", "_"), (@"^classifier\.", "fc."))
        {
            Marker = "^inception_3a/1x1",
            Preprocessing = Inputs.Caffe,
            DevkitClassOrder = true,
        },
        new("Caffe",
            ("^conv1/7x7_s2", "conv1"), (@"^conv1_(\d)/3x3(_s2)?", "conv$1"), (@"^conv(\d)_(\d+)_", "layer{$1-1}.{$2-1}."), ("1x1_reduce", "conv1"), ("3x3", "conv2"),
            ("1x1_increase", "conv3"), ("1x1_proj/bn(/scale)?", "downsample.1"), ("1x1_proj", "downsample.0"), ("1x1_down", "se.fc1"), ("1x1_up", "se.fc2"),
            (@"conv(\d)/bn(/scale)?", "bn$1"), (@"^classifier\.", "fc."))
        {
            Marker = "^conv2_1_1x1_reduce",
            Preprocessing = Inputs.Caffe,
            DevkitClassOrder = true,
        },
        new("Cadene BN-Inception", (@"^last_linear\.", "fc.")) { Marker = "^inception_3a_1x1", Preprocessing = Inputs.ConvertedInception },
        new("Cadene Inception-ResNet-v2", (@"^last_linear\.", "fc.")) { Marker = @"^mixed_5b\.", Preprocessing = Inputs.Symmetric },
        // Stride in the first 1x1 and pooling rounded up, as in Caffe: our defaults. timm's legacy basic blocks rectify ahead of SE.
        new("Cadene and timm legacy", (@"^layer0\.", ""), (@"\.se_module\.", ".se."), (@"^last_linear\.", "fc."))
        {
            Form = (architecture, options) => options.Se is { } se && Honours(architecture, NetworkChoices.Stem) && !Honours(architecture, NetworkChoices.BottleneckStride)
                ? options with { Se = se with { ReluBefore = true } }
                : options,
            Marker = @"^layer0\.",
        },
        new("MMPretrain",
            (@"^backbone\.", ""), (@"\.se_layer\.conv1\.conv\.", ".se.fc1."), (@"\.se_layer\.conv2\.conv\.", ".se.fc2."), (@"^head\.fc\.", "fc."))
        {
            Marker = @"^backbone\.",
            Form = Torchvision,
        },
        // Deep stems put three convolutions into conv1; with average-pooled shortcuts the pooling takes the first number.
        new("timm, deep stem and average-pooled shortcuts",
            (@"^bn1\.", "bn3."), (@"^conv1\.0\.", "conv1."), (@"^conv1\.1\.", "bn1."), (@"^conv1\.3\.", "conv2."), (@"^conv1\.4\.", "bn2."), (@"^conv1\.6\.", "conv3."),
            (@"\.downsample\.1\.", ".downsample.0."), (@"\.downsample\.2\.", ".downsample.1."))
        {
            Marker = @"\.downsample\.2\.",
            Form = (architecture, options) => Torchvision(architecture, options) with { Shortcut = ShortcutKind.AveragePool },
            Preprocessing = Inputs.Bicubic,
        },
        new("timm, deep stem",
            (@"^bn1\.", "bn3."), (@"^conv1\.0\.", "conv1."), (@"^conv1\.1\.", "bn1."), (@"^conv1\.3\.", "conv2."), (@"^conv1\.4\.", "bn2."), (@"^conv1\.6\.", "conv3."))
        {
            Marker = @"^conv1\.6\.",
            Form = Torchvision,
            Preprocessing = Inputs.Bicubic,
        },
        new("akamaster", (@"^linear\.", "fc."))
        {
            Marker = @"^linear\.",
        },
        new("moskomule", (@"\.se\.fc\.0\.", ".se.fc1."), (@"\.se\.fc\.2\.", ".se.fc2.")) { Marker = @"\.se\.fc\.0\.", Form = Torchvision },
        new("torchvision and timm") { Form = Torchvision },
        new("pytorchcv",
            (@"features\.init_block\.conv\.(conv|bn)\.", "${1}1."), (@"features\.init_block\.conv(\d)\.(conv|bn)\.", "$2$1."),
            (@"features\.init_block\.(conv|bn)\.", "${1}1."), (@"features\.init_block\.", "conv1."), (Unit, Layer), (@"\.se\.conv", ".se.fc"),
            (@"identity_conv\.conv\.", "downsample.0."), (@"identity_conv\.bn\.", "downsample.1."), (@"identity_conv\.", "downsample.0."),
            (@"body\.conv(\d)\.(conv|bn)\.", "$2$1."), (@"features\.post_activ\.bn\.", "bn."), (@"^output\.", "fc."))
        {
            Marker = @"^features\.stage1\.unit1\.body\.",
            Form = (architecture, options) => Honours(architecture, NetworkChoices.StemPool) ? options with { StemPool = StemPool.Padded } : options,
        },
        new("pytorchcv MobileNet",
            (@"features\.init_block\.(conv|bn)\.", "${1}1."), (Unit, Layer), (@"dw_conv\.(conv|bn)\.", "${1}1."), (@"pw_conv\.(conv|bn)\.", "${1}2."), (@"^output\.", "fc."))
        {
            Marker = @"^features\.stage1\.unit1\.dw_conv\.",
        },
        new("pytorchcv ShuffleNet",
            (@"features\.init_block\.(conv|bn)\.", "${1}1."), (Unit, Layer), ("(compress|dw|expand)_(conv|bn)", "$2"), (@"^output\.", "fc."))
        {
            Marker = @"^features\.stage1\.unit1\.compress_conv1",
        },
        new("pytorchcv Shake-Shake",
            (@"features\.init_block\.(conv|bn)\.", "${1}1."), (Unit, Layer), (@"identity_branch\.", "skip."), (@"(branch\d)\.conv(\d)\.(conv|bn)\.", "$1.$3$2."), (@"^output\.", "fc."))
        {
            Marker = @"^features\.stage1\.unit1\.branch1\.",
            Form = (architecture, options) => architecture.Variants.Contains("pytorchcv") ? options with { Variant = "pytorchcv" } : options,
        },
        new("marvis MobileNet",
            (@"^model\.0\.0\.", "conv1."), (@"^model\.0\.1\.", "bn1."), (@"^model\.(\d+)\.", "{mobilenet $1}."), (@"(layer\d\.\d)\.0\.", "$1.conv1."),
            (@"(layer\d\.\d)\.1\.", "$1.bn1."), (@"(layer\d\.\d)\.3\.", "$1.conv2."), (@"(layer\d\.\d)\.4\.", "$1.bn2."))
        {
            Marker = @"^model\.1\.3\.",
        },
        new("megvii ShuffleNet",
            (@"^first_conv\.0\.", "conv1."), (@"^first_conv\.1\.", "bn1."), (@"^features\.(\d+)\.", "{shufflenet $1}."), (@"branch_main_1\.0\.", "conv1."),
            (@"branch_main_1\.1\.", "bn1."), (@"branch_main_1\.3\.", "conv2."), (@"branch_main_1\.4\.", "bn2."), (@"branch_main_2\.0\.", "conv3."),
            (@"branch_main_2\.1\.", "bn3."), (@"^classifier\.0\.", "fc."))
        {
            Marker = @"^first_conv\.",
        },
        new("jaxony ShuffleNet",
            (@"^stage(\d)\.ShuffleUnit_Stage\d_(\d)\.", "layer{$1-1}.$2."), (@"g_conv_1x1_compress\.conv1x1", "conv1"), (@"g_conv_1x1_compress\.batch_norm", "bn1"),
            ("depthwise_conv3x3", "conv2"), ("bn_after_depthwise", "bn2"), (@"g_conv_1x1_expand\.conv1x1", "conv3"), (@"g_conv_1x1_expand\.batch_norm", "bn3"))
        {
            Marker = @"ShuffleUnit_Stage2_0\.",
        },
        new("xternalz WRN", (@"^bn1\.", "bn."), (@"^block(\d)\.layer\.", "layer$1."), ("convShortcut", "downsample.0"))
        {
            Marker = @"^block1\.layer\.",
        },
        new("owruby Shake-Shake",
            (@"^c_in\.", "conv1."), (@"\.shortcut\.", ".skip."), (@"(branch\d)\.1\.", "$1.conv1."), (@"(branch\d)\.2\.", "$1.bn1."),
            (@"(branch\d)\.4\.", "$1.conv2."), (@"(branch\d)\.5\.", "$1.bn2."), (@"^fc_out\.", "fc."))
        {
            Marker = @"^c_in\.",
        },
    ];

    /// <summary>The scheme of this name.</summary>
    public static KeyScheme Get(string name) => All.First(scheme => scheme.Name == name);

    static bool Honours(Architecture architecture, NetworkChoices choice) => architecture.Choices.HasFlag(choice);

    // Stride in the 3x3 and pooling with a padding, wherever the network has them.
    static NetworkOptions Torchvision(Architecture architecture, NetworkOptions options) => options with
    {
        StemPool = Honours(architecture, NetworkChoices.StemPool) ? StemPool.Padded : options.StemPool,
        BottleneckStride = Honours(architecture, NetworkChoices.BottleneckStride) ? BottleneckStride.Conv3x3 : options.BottleneckStride,
    };
}
