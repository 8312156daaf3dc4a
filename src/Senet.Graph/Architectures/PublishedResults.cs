namespace Senet.Graph;

/// <summary>The SE paper's own numbers (arXiv:1709.01507 v4, Tables 2, 3, 4, 5 and 8); its re-implementations, single crop.</summary>
static class PublishedResults
{
    static readonly ILookup<string, PublishedResult> ById = Rows().ToLookup(row => row.Id, row => row.Result, StringComparer.Ordinal);

    /// <summary>The results of the architecture with this id.</summary>
    public static IReadOnlyList<PublishedResult> Of(string id) => [.. ById[id]];

    static IEnumerable<(string Id, PublishedResult Result)> Rows()
    {
        // Id of the plain network; top-1, top-5 and GMACs of it and of its SE twin.
        foreach ((string id, int size, double top1, double top5, double macs, double seTop1, double seTop5, double seMacs) in new[]
        {
            ("resnet-50", 224, 24.80, 7.48, 3.86, 23.29, 6.62, 3.87),
            ("resnet-101", 224, 23.17, 6.52, 7.58, 22.38, 6.07, 7.60),
            ("resnet-152", 224, 22.42, 6.34, 11.30, 21.57, 5.73, 11.32),
            ("resnext-50-32x4d", 224, 22.11, 5.90, 4.24, 21.10, 5.49, 4.25),
            ("resnext-101-32x4d", 224, 21.18, 5.57, 7.99, 20.70, 5.01, 8.00),
            ("vgg-16", 224, 27.02, 8.81, 15.47, 25.22, 7.70, 15.48),
            ("bn-inception", 224, 25.38, 7.89, 2.03, 24.23, 7.14, 2.04),
            ("inception-resnet-v2", 299, 20.37, 5.21, 11.75, 19.80, 4.79, 11.76),
        })
        {
            string data = FormattableString.Invariant($"ImageNet, {size}");
            yield return (id, new(data, top1, top5, macs, null, "Table 2"));
            yield return ($"se-{id}", new(data, seTop1, seTop5, seMacs, null, "Table 2"));
        }
        yield return ("mobilenet", new("ImageNet, 224", 28.4, 9.4, 0.569, 4.2, "Table 3"));
        yield return ("se-mobilenet", new("ImageNet, 224", 25.3, 7.7, 0.572, 4.7, "Table 3"));
        yield return ("shufflenet-g3", new("ImageNet, 224", 32.6, 12.5, 0.140, 1.8, "Table 3"));
        yield return ("se-shufflenet-g3", new("ImageNet, 224", 31.0, 11.1, 0.142, 2.4, "Table 3"));
        // CIFAR-10 in Table 4 and CIFAR-100 in Table 5, plain and SE.
        foreach ((string id, double ten, double seTen, double hundred, double seHundred) in new[]
        {
            ("preact-resnet-110", 6.37, 5.21, 26.88, 23.85),
            ("preact-resnet-164", 5.46, 4.39, 24.33, 21.31),
            ("wrn-16-8", 4.27, 3.88, 20.43, 19.14),
        })
        {
            yield return (id, new("CIFAR-10", ten, null, null, null, "Table 4"));
            yield return (id, new("CIFAR-100", hundred, null, null, null, "Table 5"));
            yield return ($"se-{id}", new("CIFAR-10", seTen, null, null, null, "Table 4"));
            yield return ($"se-{id}", new("CIFAR-100", seHundred, null, null, null, "Table 5"));
        }
        yield return ("shake-shake-26-2x96d", new("CIFAR-10, Cutout", 2.56, null, null, null, "Table 4"));
        yield return ("se-shake-shake-26-2x96d", new("CIFAR-10, Cutout", 2.12, null, null, null, "Table 4"));
        yield return ("shake-even-29-2x4x64d", new("CIFAR-100, Cutout", 15.85, null, null, null, "Table 5"));
        yield return ("se-shake-even-29-2x4x64d", new("CIFAR-100, Cutout", 15.41, null, null, null, "Table 5"));
        yield return ("senet-154", new("ImageNet, 224", 18.68, 4.47, null, null, "Table 8"));
        yield return ("senet-154", new("ImageNet, 320", 17.28, 3.79, null, null, "Table 8"));
    }
}
