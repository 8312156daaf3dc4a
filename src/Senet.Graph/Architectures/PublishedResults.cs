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
        foreach ((string id, int size, decimal top1, decimal top5, decimal macs, decimal seTop1, decimal seTop5, decimal seMacs) in new[]
        {
            ("resnet-50", 224, 24.80m, 7.48m, 3.86m, 23.29m, 6.62m, 3.87m),
            ("resnet-101", 224, 23.17m, 6.52m, 7.58m, 22.38m, 6.07m, 7.60m),
            ("resnet-152", 224, 22.42m, 6.34m, 11.30m, 21.57m, 5.73m, 11.32m),
            ("resnext-50-32x4d", 224, 22.11m, 5.90m, 4.24m, 21.10m, 5.49m, 4.25m),
            ("resnext-101-32x4d", 224, 21.18m, 5.57m, 7.99m, 20.70m, 5.01m, 8.00m),
            ("vgg-16", 224, 27.02m, 8.81m, 15.47m, 25.22m, 7.70m, 15.48m),
            ("bn-inception", 224, 25.38m, 7.89m, 2.03m, 24.23m, 7.14m, 2.04m),
            ("inception-resnet-v2", 299, 20.37m, 5.21m, 11.75m, 19.80m, 4.79m, 11.76m),
        })
        {
            string data = FormattableString.Invariant($"ImageNet, {size}");
            yield return (id, new(data, top1, top5, macs, null, "Table 2"));
            yield return ($"se-{id}", new(data, seTop1, seTop5, seMacs, null, "Table 2"));
        }
        yield return ("mobilenet", new("ImageNet, 224", 28.4m, 9.4m, 0.569m, 4.2m, "Table 3"));
        yield return ("se-mobilenet", new("ImageNet, 224", 25.3m, 7.7m, 0.572m, 4.7m, "Table 3"));
        yield return ("shufflenet-g3", new("ImageNet, 224", 32.6m, 12.5m, 0.140m, 1.8m, "Table 3"));
        yield return ("se-shufflenet-g3", new("ImageNet, 224", 31.0m, 11.1m, 0.142m, 2.4m, "Table 3"));
        // CIFAR-10 in Table 4 and CIFAR-100 in Table 5, plain and SE.
        foreach ((string id, decimal ten, decimal seTen, decimal hundred, decimal seHundred) in new[]
        {
            ("preact-resnet-110", 6.37m, 5.21m, 26.88m, 23.85m),
            ("preact-resnet-164", 5.46m, 4.39m, 24.33m, 21.31m),
            ("wrn-16-8", 4.27m, 3.88m, 20.43m, 19.14m),
        })
        {
            yield return (id, new("CIFAR-10", ten, null, null, null, "Table 4"));
            yield return (id, new("CIFAR-100", hundred, null, null, null, "Table 5"));
            yield return ($"se-{id}", new("CIFAR-10", seTen, null, null, null, "Table 4"));
            yield return ($"se-{id}", new("CIFAR-100", seHundred, null, null, null, "Table 5"));
        }
        yield return ("shake-shake-26-2x96d", new("CIFAR-10, Cutout", 2.56m, null, null, null, "Table 4"));
        yield return ("se-shake-shake-26-2x96d", new("CIFAR-10, Cutout", 2.12m, null, null, null, "Table 4"));
        yield return ("shake-even-29-2x4x64d", new("CIFAR-100, Cutout", 15.85m, null, null, null, "Table 5"));
        yield return ("se-shake-even-29-2x4x64d", new("CIFAR-100, Cutout", 15.41m, null, null, null, "Table 5"));
        yield return ("senet-154", new("ImageNet, 224", 18.68m, 4.47m, null, null, "Table 8"));
        yield return ("senet-154", new("ImageNet, 320", 17.28m, 3.79m, null, null, "Table 8"));
    }
}
