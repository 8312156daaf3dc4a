using System.Text.Json;
using Senet.Graph;

namespace Senet.Tests;

/// <summary>The layer tables of the public implementations, and what makes a Senet graph equal to each.</summary>
static class ReferenceArchitectures
{
    static readonly NetworkOptions Caffe = new();
    static readonly NetworkOptions Stride3x3 = new() { BottleneckStride = BottleneckStride.Conv3x3 };
    static readonly NetworkOptions TorchvisionBasic = new() { StemPool = StemPool.Padded };
    static readonly NetworkOptions Torchvision = TorchvisionBasic with { BottleneckStride = BottleneckStride.Conv3x3 };
    static readonly NetworkOptions Cifar = new() { Classes = 10 };
    static readonly NetworkOptions CifarBottleneck = Cifar with { BottleneckStride = BottleneckStride.Conv3x3 };
    static readonly NetworkOptions Imagenet = new();
    static readonly SeOptions Se = new();
    static readonly SeOptions SeWithoutBiases = new() { Biases = false };
    static readonly SeOptions SeMultipleOf8 = new() { Rounding = SeRounding.MultipleOf8 };

    /// <summary>Name of the reference, id of ours, options.</summary>
    public static IReadOnlyDictionary<string, (string Id, NetworkOptions Options)> All { get; } = new Dictionary<string, (string, NetworkOptions)>
    {
        ["resnet18"] = ("resnet-18", TorchvisionBasic),
        ["resnet34"] = ("resnet-34", TorchvisionBasic),
        ["resnet50"] = ("resnet-50", Torchvision),
        ["resnet101"] = ("resnet-101", Torchvision),
        ["resnet152"] = ("resnet-152", Torchvision),
        ["cadene_se_resnet50"] = ("se-resnet-50", Caffe with { Se = Se }),
        ["cadene_se_resnet101"] = ("se-resnet-101", Caffe with { Se = Se }),
        ["cadene_se_resnet152"] = ("se-resnet-152", Caffe with { Se = Se }),
        ["caffe_se_resnet_50"] = ("se-resnet-50", Caffe with { Se = Se }),
        ["caffe_se_resnet_101"] = ("se-resnet-101", Caffe with { Se = Se }),
        ["caffe_se_resnet_152"] = ("se-resnet-152", Caffe with { Se = Se }),
        ["resnext50_32x4d"] = ("resnext-50-32x4d", Torchvision),
        ["resnext101_32x8d"] = ("resnext-101-32x8d", Torchvision),
        ["cadene_se_resnext50_32x4d"] = ("se-resnext-50-32x4d", Stride3x3 with { Se = Se }),
        ["cadene_se_resnext101_32x4d"] = ("se-resnext-101-32x4d", Stride3x3 with { Se = Se }),
        ["caffe_se_resnext_50"] = ("se-resnext-50-32x4d", Stride3x3 with { Se = Se }),
        ["caffe_se_resnext_101"] = ("se-resnext-101-32x4d", Stride3x3 with { Se = Se }),
        ["cadene_senet154"] = ("senet-154", Stride3x3 with { Se = Se, Dropout = 0.2 }),
        ["caffe_senet_154"] = ("senet-154", Stride3x3 with { Se = Se, Dropout = 0.2 }),
        ["timm_seresnet18"] = ("se-resnet-18", TorchvisionBasic with { Se = SeMultipleOf8 }),
        ["timm_seresnet50"] = ("se-resnet-50", Torchvision with { Se = SeMultipleOf8 }),
        ["akamaster_resnet20"] = ("resnet-20", Cifar with { Shortcut = ShortcutKind.ZeroPad }),
        ["akamaster_resnet32"] = ("resnet-32", Cifar with { Shortcut = ShortcutKind.ZeroPad }),
        ["akamaster_resnet44"] = ("resnet-44", Cifar with { Shortcut = ShortcutKind.ZeroPad }),
        ["akamaster_resnet56"] = ("resnet-56", Cifar with { Shortcut = ShortcutKind.ZeroPad }),
        ["akamaster_resnet110"] = ("resnet-110", Cifar with { Shortcut = ShortcutKind.ZeroPad }),
        ["moskomule_resnet20"] = ("resnet-20", Cifar),
        ["moskomule_resnet56"] = ("resnet-56", Cifar),
        ["moskomule_se_resnet20"] = ("se-resnet-20", Cifar with { Se = SeWithoutBiases }),
        ["moskomule_se_resnet32"] = ("se-resnet-32", Cifar with { Se = SeWithoutBiases }),
        ["moskomule_se_resnet56"] = ("se-resnet-56", Cifar with { Se = SeWithoutBiases }),
        ["moskomule_se_resnet110"] = ("se-resnet-110", Cifar with { Se = SeWithoutBiases }),
        ["osmr_seresnet110_cifar10"] = ("se-resnet-110", Cifar with { Se = Se }),
        ["osmr_seresnet164bn_cifar10"] = ("se-resnet-164", CifarBottleneck with { Se = Se }),
        ["timm_legacy_seresnet18"] = ("se-resnet-18", Caffe with { Se = Se with { ReluBefore = true } }),
        ["timm_legacy_seresnet34"] = ("se-resnet-34", Caffe with { Se = Se with { ReluBefore = true } }),
        ["vgg16_bn"] = ("vgg-16", Imagenet with { ConvBias = true, Dropout = 0.5 }),
        ["cadene_bninception"] = ("bn-inception", Imagenet with { ConvBias = true }),
        ["caffe_se_bn_inception"] = ("se-bn-inception", Imagenet with { Se = Se }),
        ["cadene_inceptionresnetv2"] = ("inception-resnet-v2", Imagenet),
        ["osmr_mobilenet_w1"] = ("mobilenet", Imagenet),
        ["marvis_mobilenet"] = ("mobilenet", Imagenet),
        ["osmr_shufflenet_g3_w1"] = ("shufflenet-g3", Imagenet),
        ["megvii_shufflenetv1_1x_g3"] = ("shufflenet-g3", Imagenet with { Variant = "megvii" }),
        ["jaxony_shufflenet_g3"] = ("shufflenet-g3", Imagenet with { Variant = "jaxony" }),
        ["osmr_preresnet164bn_cifar10"] = ("preact-resnet-164", Cifar),
        ["osmr_sepreresnet164bn_cifar10"] = ("se-preact-resnet-164", Cifar with { Se = Se, Variant = "pytorchcv" }),
        ["xternalz_wrn16_8"] = ("wrn-16-8", Cifar),
        ["osmr_wrn16_8_cifar10"] = ("wrn-16-8", Cifar),
        ["xgastaldi_shakeshake26_2x96d"] = ("shake-shake-26-2x96d", Cifar),
        ["osmr_shakeshakeresnet26_2x96d_cifar10"] = ("shake-shake-26-2x96d", Cifar with { Variant = "pytorchcv" }),
        ["owruby_shakeresnet26_2x96d"] = ("shake-shake-26-2x96d", Cifar with { Variant = "owruby" }),
    };

    /// <summary>Modules that the reference creates and never runs; their parameters are not part of the network.</summary>
    public static IReadOnlySet<string> UnusedModules(string name) =>
        Read(name).TryGetProperty("unused_modules", out JsonElement modules) ? modules.Deserialize<HashSet<string>>()! : new HashSet<string>();

    /// <summary>The reference's entry in architectures.json.</summary>
    public static JsonElement Read(string name)
    {
        using FileStream stream = File.OpenRead(SharedFiles.Shared("reference/architectures.json"));
        using JsonDocument document = JsonDocument.Parse(stream);
        JsonElement all = document.RootElement.GetProperty("architectures");
        return all.EnumerateArray().First(entry => entry.GetProperty("name").GetString() == name).Clone();
    }
}
