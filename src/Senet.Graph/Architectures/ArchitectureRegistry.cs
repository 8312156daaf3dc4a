namespace Senet.Graph;

/// <summary>Every architecture by its id.</summary>
public static class ArchitectureRegistry
{
    static readonly Dictionary<string, Architecture> ById =
        new[]
        {
            ResNet.Architectures, ResNeXt.Architectures, [SeNet154.Architecture], Vgg.Architectures, BnInception.Architectures, InceptionResNetV2.Architectures,
            MobileNet.Architectures, ShuffleNet.Architectures, CifarResNet.Architectures, PreActivationResNet.Architectures, ShakeShake.Architectures,
        }
            .SelectMany(family => family)
            .ToDictionary(architecture => architecture.Id, StringComparer.Ordinal);

    /// <summary>All architectures, by family and size.</summary>
    public static IReadOnlyCollection<Architecture> All => ById.Values;

    /// <summary>The architecture with this id.</summary>
    /// <exception cref="SenetException">There is none; the message lists the nearest ids.</exception>
    public static Architecture Get(string id)
    {
        ArgumentNullException.ThrowIfNull(id);
        if (ById.TryGetValue(id, out Architecture? architecture))
            return architecture;
        string key = Spelling.Key(id);
        if (ById.Values.FirstOrDefault(candidate => Spelling.Key(candidate.Id) == key) is { } spelled)
            throw new SenetException($"there is no architecture '{id}'; did you mean {spelled.Id}?");
        IEnumerable<string> nearest = ById.Keys.OrderBy(candidate => Spelling.Distance(key, Spelling.Key(candidate))).ThenBy(candidate => candidate, StringComparer.Ordinal).Take(4);
        throw new SenetException($"there is no architecture '{id}'; the nearest are {string.Join(", ", nearest)} ('senet models' lists all)");
    }
}
