using System.Globalization;
using Senet.Graph;

namespace Senet.Weights;

/// <summary>
/// The entries. Each group names the file that its URLs are from. The hexadecimal digits in file names are read as torch.hub and
/// torch.utils.model_zoo read them, as the beginning of the SHA-256; pytorchcv's begin the SHA-1.
/// </summary>
public static partial class PublishedCheckpoints
{
    const string TimmReleases = "https://github.com/rwightman/pytorch-image-models/releases/download/";
    const string TimmSource = "huggingface/pytorch-image-models";
    const string Apache = "Apache-2.0";

    // Cadene/pretrained-models.pytorch, pretrainedmodels/models/senet.py; accuracies from its README.md.
    static IEnumerable<PublishedCheckpoint> Cadene() =>
        from row in new (string Id, string Name, string Hash, decimal Top1, decimal Top5)[]
        {
            ("se-resnet-50", "se_resnet50", "ce0d4300", 77.636m, 93.752m),
            ("se-resnet-101", "se_resnet101", "7e38fcc6", 78.396m, 94.258m),
            ("se-resnet-152", "se_resnet152", "d17c99b7", 78.658m, 94.374m),
            ("se-resnext-50-32x4d", "se_resnext50_32x4d", "a260b3a4", 79.076m, 94.434m),
            ("se-resnext-101-32x4d", "se_resnext101_32x4d", "3b2fe3d8", 80.236m, 95.028m),
            ("senet-154", "senet154", "c7b49a05", 81.304m, 95.498m),
        }
        select new PublishedCheckpoint
        {
            Name = $"cadene-{row.Id}",
            Architecture = row.Id,
            Origin = "Cadene/pretrained-models.pytorch",
            PublishedAs = row.Name,
            FileName = $"{row.Name}-{row.Hash}.pth",
            Url = new($"http://data.lip6.fr/cadene/pretrainedmodels/{row.Name}-{row.Hash}.pth"),
            Sha256 = row.Hash,
            Top1 = row.Top1,
            Top5 = row.Top5,
            ImageSize = 224,
            CropFraction = 0.875m,
            Interpolation = Interpolation.Bilinear,
        };

    // timm/models/senet.py; accuracies from results/results-imagenet.csv. The SE-ResNets of 50 layers and more are Cadene's files, on another server.
    static IEnumerable<PublishedCheckpoint> TimmLegacy() =>
        from row in new (string Id, string Name, string File, Interpolation Interpolation, decimal Top1)[]
        {
            ("se-resnet-18", "legacy_seresnet18", "v0.1-weights/seresnet18-4bb0ce65.pth", Interpolation.Bicubic, 71.742m),
            ("se-resnet-34", "legacy_seresnet34", "v0.1-weights/seresnet34-a4004e63.pth", Interpolation.Bilinear, 74.788m),
            ("se-resnet-50", "legacy_seresnet50", "v0.1-cadene/se_resnet50-ce0d4300.pth", Interpolation.Bilinear, 77.650m),
            ("se-resnet-101", "legacy_seresnet101", "v0.1-cadene/se_resnet101-7e38fcc6.pth", Interpolation.Bilinear, 78.370m),
            ("se-resnet-152", "legacy_seresnet152", "v0.1-cadene/se_resnet152-d17c99b7.pth", Interpolation.Bilinear, 78.662m),
            ("se-resnext-26-32x4d", "legacy_seresnext26_32x4d", "v0.1-weights/seresnext26_32x4d-65ebdb501.pth", Interpolation.Bicubic, 77.100m),
            ("se-resnext-50-32x4d", "legacy_seresnext50_32x4d", "v0.1-weights/legacy_se_resnext50_32x4d-f3651bad.pth", Interpolation.Bilinear, 79.080m),
            ("se-resnext-101-32x4d", "legacy_seresnext101_32x4d", "v0.1-weights/legacy_se_resnext101_32x4d-37725eac.pth", Interpolation.Bilinear, 80.274m),
            ("senet-154", "legacy_senet154", "v0.1-weights/legacy_senet154-e9eb9fe6.pth", Interpolation.Bilinear, 81.320m),
        }
        select new PublishedCheckpoint
        {
            Name = $"timm-legacy-{row.Id}",
            Architecture = row.Id,
            Origin = TimmSource,
            PublishedAs = row.Name,
            FileName = NameIn(row.File),
            Url = new(TimmReleases + row.File),
            Sha256 = HashIn(row.File),
            Top1 = row.Top1,
            ImageSize = 224,
            CropFraction = 0.875m,
            Interpolation = row.Interpolation,
        };

    // timm/models/resnet.py; accuracies from results/results-imagenet.csv; licences from the model pages huggingface.co/timm/NAME.
    static IEnumerable<PublishedCheckpoint> Timm()
    {
        const string huggingFaceReleases = "https://github.com/huggingface/pytorch-image-models/releases/download/";
        const string gluonReleases = "https://github.com/rwightman/pytorch-pretrained-gluonresnet/releases/download/v0.1/";
        return
        [
            Timm("se-resnet-50", "a1", "seresnet50.a1_in1k", huggingFaceReleases + "v0.1-rsb-weights/seresnet50_a1_0-ffa00869.pth", 0.95m, 80.012m) with { Licence = Apache },
            Timm("se-resnet-50", "a2", "seresnet50.a2_in1k", huggingFaceReleases + "v0.1-rsb-weights/seresnet50_a2_0-850de0d9.pth", 0.95m, 80.102m) with { Licence = Apache },
            Timm("se-resnet-50", "a3", "seresnet50.a3_in1k", huggingFaceReleases + "v0.1-rsb-weights/seresnet50_a3_0-317ecd56.pth", 0.95m, 77.036m) with { Licence = Apache },
            Timm("se-resnet-50", "ra2", "seresnet50.ra2_in1k", TimmReleases + "v0.1-weights/seresnet50_ra_224-8efdb4bb.pth", 0.875m, 80.260m),
            Timm("se-resnet-152", "d-ra2", "seresnet152d.ra2_in1k", TimmReleases + "v0.1-weights/seresnet152d_ra2-04464dd2.pth", 0.95m, 83.702m, 256),
            Timm("se-resnext-26-32x4d", "d-bt", "seresnext26d_32x4d.bt_in1k", TimmReleases + "v0.1-weights/seresnext26d_32x4d-80fa48a3.pth", 0.875m, 77.592m),
            Timm("se-resnext-26-32x4d", "t-bt", "seresnext26t_32x4d.bt_in1k", TimmReleases + "v0.1-weights/seresnext26tn_32x4d-569cb627.pth", 0.875m, 77.980m),
            Timm("se-resnext-50-32x4d", "racm", "seresnext50_32x4d.racm_in1k", TimmReleases + "v0.1-weights/seresnext50_32x4d_racm-a304a460.pth", 0.875m, 81.268m),
            Timm("se-resnext-50-32x4d", "gluon", "seresnext50_32x4d.gluon_in1k", gluonReleases + "gluon_seresnext50_32x4d-90cf2d6e.pth", 0.875m, 79.916m),
            Timm("se-resnext-101-32x4d", "gluon", "seresnext101_32x4d.gluon_in1k", gluonReleases + "gluon_seresnext101_32x4d-cf52900d.pth", 0.875m, 80.886m),
            Timm("se-resnext-101-64x4d", "gluon", "seresnext101_64x4d.gluon_in1k", gluonReleases + "gluon_seresnext101_64x4d-f9926f93.pth", 0.875m, 80.884m),
            Timm("senet-154", "gluon", "senet154.gluon_in1k", gluonReleases + "gluon_senet154-70a1a3c0.pth", 0.875m, 81.258m),
            Timm("se-resnext-101-32x8d", "ah", "seresnext101_32x8d.ah_in1k", TimmReleases + "v0.1-tpu-weights/seresnext101_32x8d_ah-e6bc4c0a.pth", 1, 84.192m, 288),
            Timm("se-resnext-101-32x8d", "d-ah", "seresnext101d_32x8d.ah_in1k", TimmReleases + "v0.1-tpu-weights/seresnext101d_32x8d_ah-191d7b94.pth", 1, 84.380m, 288) with { Licence = Apache },
            Timm("se-resnext-101-32x8d", "aad-ah", "seresnextaa101d_32x8d.ah_in1k", TimmReleases + "v0.1-tpu-weights/seresnextaa101d_32x8d_ah-83c8ae12.pth", 1, 84.580m, 288) with
            {
                ConvertOptions = "--anti-alias",
            },
            OnHuggingFace("aad-sw-in12k", "seresnextaa101d_32x8d.sw_in12k_ft_in1k", 0.875m, 85.956m, 224),
            OnHuggingFace("aad-sw-in12k-288", "seresnextaa101d_32x8d.sw_in12k_ft_in1k_288", 1, 86.722m, 320),
        ];
    }

    static PublishedCheckpoint Timm(string id, string tag, string name, string url, decimal crop, decimal top1, int size = 224) => new()
    {
        Name = $"timm-{id}-{tag}",
        Architecture = id,
        Origin = TimmSource,
        PublishedAs = name,
        FileName = NameIn(url),
        Url = new(url),
        Sha256 = HashIn(url),
        Top1 = top1,
        ImageSize = size,
        CropFraction = crop,
        Interpolation = Interpolation.Bicubic,
    };

    // These have no release file; their page tells a rounded size.
    static PublishedCheckpoint OnHuggingFace(string tag, string name, decimal crop, decimal top1, int size) => new()
    {
        Name = $"timm-se-resnext-101-32x8d-{tag}",
        Architecture = "se-resnext-101-32x8d",
        Origin = TimmSource,
        PublishedAs = name,
        FileName = $"{name}.safetensors",
        Url = new($"https://huggingface.co/timm/{name}/resolve/main/model.safetensors"),
        PublishedSize = "375 MB",
        Licence = Apache,
        Top1 = top1,
        ImageSize = size,
        CropFraction = crop,
        Interpolation = Interpolation.Bicubic,
        ConvertOptions = "--anti-alias",
    };

    static IEnumerable<PublishedCheckpoint> Others() =>
    [
        // moskomule/senet.pytorch, README.md.
        new()
        {
            Name = "moskomule-se-resnet-50",
            Architecture = "se-resnet-50",
            Origin = "moskomule/senet.pytorch",
            PublishedAs = "seresnet50",
            FileName = "seresnet50-60a8950a85b2b.pkl",
            Url = new("https://github.com/moskomule/senet.pytorch/releases/download/archive/seresnet50-60a8950a85b2b.pkl"),
            Sha256 = "60a8950a85b2b",
            Top1 = 77.06m,
        },
        MmPretrain("se-resnet-50", "se-resnet50_batch256_imagenet_20200804-ae206104.pth", 77.74m, 93.84m),
        MmPretrain("se-resnet-101", "se-resnet101_batch256_imagenet_20200804-ba5b51d4.pth", 78.26m, 94.07m),
    ];

    // open-mmlab/mmpretrain, configs/seresnet/README.md.
    static PublishedCheckpoint MmPretrain(string id, string file, decimal top1, decimal top5) => new()
    {
        Name = $"mmpretrain-{id}",
        Architecture = id,
        Origin = "open-mmlab/mmpretrain",
        PublishedAs = file[..file.IndexOf('_', StringComparison.Ordinal)],
        FileName = file,
        Url = new("https://download.openmmlab.com/mmclassification/v0/se-resnet/" + file),
        Sha256 = HashIn(file),
        Top1 = top1,
        Top5 = top5,
        ImageSize = 224,
        CropFraction = 0.875m,
    };

    // osmr/pytorchcv, pytorchcv/models/common/model_metainfos.csv and model_store.py; accuracies from its README.md.
    static IEnumerable<PublishedCheckpoint> PyTorchCv() =>
        from row in new (string Id, string Tag, string Name, string Release, string Sha1, decimal Error1, decimal Error5)[]
        {
            ("se-resnet-18", "", "seresnet18", "v0.0.355", "022123a5e88c9917e63165f5b5a7808a606d452a", 28.18m, 9.61m),
            ("se-resnet-50", "", "seresnet50", "v0.0.441", "004bfde422c860c4f11b1e1190bb5a8db477d939", 21.22m, 5.75m),
            ("se-resnet-50", "-b", "seresnet50b", "v0.0.387", "459e6871e944d1c7102ee9c055ea428b8d9a168c", 20.79m, 5.39m),
            ("se-resnet-101", "", "seresnet101", "v0.0.533", "37851448605dae67bbf83ff8e7f7e7cc367e1746", 19.24m, 4.60m),
            ("se-resnet-101", "-b", "seresnet101b", "v0.0.460", "b83a20fd2ad9a32e0fe5cb3daef45aac03ea3194", 19.70m, 4.87m),
            ("se-resnet-152", "", "seresnet152", "v0.0.538", "7a6b02ac25caccb0420eea542c625f9b0bfb3e03", 18.72m, 4.39m),
            ("se-resnext-50-32x4d", "", "seresnext50_32x4d", "v0.0.505", "52029a7f6170873b2d50a7016fba053e98183f7b", 18.94m, 4.51m),
            ("se-resnext-101-32x4d", "", "seresnext101_32x4d", "v0.0.529", "c738e758c535fac87027fc4b9271a7cb95442505", 19.36m, 4.67m),
            ("se-resnext-101-64x4d", "", "seresnext101_64x4d", "v0.0.561", "ea9d98df431d53251011099f317cd20fa2307d1b", 18.66m, 4.28m),
            ("senet-154", "", "senet154", "v0.0.522", "95dbccbe56dc93c4544e6d1c6673f09425a4cee2", 18.85m, 4.55m),
        }
        // Name, top-5 error and how the SHA-1 begins.
        let file = string.Create(CultureInfo.InvariantCulture, $"{row.Name}-{(int)(row.Error5 * 100):D4}-{row.Sha1[..8]}.pth")
        select new PublishedCheckpoint
        {
            Name = $"pytorchcv-{row.Id}{row.Tag}",
            Architecture = row.Id,
            Origin = "osmr/pytorchcv",
            PublishedAs = row.Name,
            FileName = file,
            Url = new($"https://github.com/osmr/imgclsmob/releases/download/{row.Release}/{file}.zip"),
            IsZipped = true,
            Sha1 = row.Sha1,
            Top1 = 100 - row.Error1,
            Top5 = 100 - row.Error5,
            ImageSize = 224,
            CropFraction = 0.875m,
        };

    // akamaster/pytorch_resnet_cifar10, README.md; the files and the licence are in the repository. Lengths and whole hashes are those of the files.
    static IEnumerable<PublishedCheckpoint> Akamaster() =>
        from row in new (int Depth, string Hash, long? Bytes, string? Whole, decimal Error)[]
        {
            (20, "12fca82f", 1_099_231, "12fca82f0bebc4135bf1f32f6e3710e61d5108578464b84fd6d7f5c1b04036c8", 8.27m),
            (32, "d509ac18", null, null, 7.37m),
            (44, "014dd654", null, null, 6.90m),
            (56, "4bfd9763", 3_471_733, "4bfd97631478d6b638d2764fd2baff3edb1d7d82252d54439343b6596b9b5367", 6.61m),
            (110, "1d1ed7c2", null, null, 6.32m),
        }
        select new PublishedCheckpoint
        {
            Name = $"akamaster-resnet-{row.Depth}",
            Architecture = $"resnet-{row.Depth}",
            Origin = "akamaster/pytorch_resnet_cifar10",
            PublishedAs = $"resnet{row.Depth}",
            FileName = $"resnet{row.Depth}-{row.Hash}.th",
            Url = new($"https://github.com/akamaster/pytorch_resnet_cifar10/raw/master/pretrained_models/resnet{row.Depth}-{row.Hash}.th"),
            Bytes = row.Bytes,
            Sha256 = row.Whole ?? row.Hash,
            Licence = "BSD-2-Clause",
            Data = "CIFAR-10",
            Top1 = 100 - row.Error,
            ImageSize = 32,
        };

    // hujie-frank/SENet, README.md: links for people only. The file names are ours.
    static IEnumerable<PublishedCheckpoint> Authors() =>
        from row in new (string Id, string Name, string Drive, string Size, decimal Error1, decimal Error5)[]
        {
            ("se-bn-inception", "SE-BN-Inception", "0BwHV3BlNKkWlTWRRbDZYbVB2WWc", "46 M", 23.62m, 7.04m),
            ("se-resnet-50", "SE-ResNet-50", "0BwHV3BlNKkWlS2QwZHFzM3RjNzg", "107 M", 22.37m, 6.36m),
            ("se-resnet-101", "SE-ResNet-101", "0BwHV3BlNKkWlTEg4YmcwQ0FoZFU", "189 M", 21.75m, 5.72m),
            ("se-resnet-152", "SE-ResNet-152", "0BwHV3BlNKkWlcFE0Q2NTcWl3WUE", "256 M", 21.34m, 5.54m),
            ("se-resnext-50-32x4d", "SE-ResNeXt-50", "0BwHV3BlNKkWlQ2Z0Q204V1RITjA", "105 M", 20.97m, 5.54m),
            ("se-resnext-101-32x4d", "SE-ResNeXt-101", "0BwHV3BlNKkWleklsNzBiZlprblk", "187 M", 19.81m, 4.96m),
            ("senet-154", "SENet-154", "0BwHV3BlNKkWlbTFZbzFTSXBUTUE", "440 M", 18.68m, 4.47m),
        }
        select new PublishedCheckpoint
        {
            Name = $"caffe-{row.Id}",
            Architecture = row.Id,
            Origin = "hujie-frank/SENet",
            PublishedAs = row.Name,
            FileName = $"{row.Name}.caffemodel",
            Page = $"https://drive.google.com/file/d/{row.Drive}/view",
            PublishedSize = row.Size,
            Top1 = 100 - row.Error1,
            Top5 = 100 - row.Error5,
            ImageSize = 224,
            CropFraction = 0.875m,
        };

    static string NameIn(string url) => url[(url.LastIndexOf('/') + 1)..];

    static string HashIn(string url) => url[(url.LastIndexOf('-') + 1)..url.LastIndexOf('.')];
}
