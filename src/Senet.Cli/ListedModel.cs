using System.Text.Json;
using Senet.Graph;

namespace Senet.Cli;

/// <summary>An architecture and what it costs as it is.</summary>
sealed record ListedModel(Architecture Architecture, NetworkCost Cost)
{
    public string Id => Architecture.Id;

    public bool HasSe => Architecture.Defaults.Se is not null;

    /// <summary>The published networks are for ImageNet's 1000 classes or for CIFAR.</summary>
    public bool IsForImageNet => Architecture.Defaults.Classes == 1000;

    public static ListedModel Of(Architecture architecture) => new(architecture, architecture.Build().Cost(architecture.Input));

    /// <summary>What programs read.</summary>
    public object ToJson() => new
    {
        Id,
        Architecture.Family,
        Se = HasSe,
        Cost.Parameters,
        Cost.Macs,
        Cost.Input.Channels,
        Cost.Input.Height,
        Cost.Input.Width,
        Architecture.Defaults.Classes,
        Architecture.Variants,
        Choices = Choices(Architecture.Choices),
        Architecture.Published,
    };

    // Named as the options are in a model file.
    static IEnumerable<string> Choices(NetworkChoices choices) =>
        from choice in Enum.GetValues<NetworkChoices>()
        where choice != NetworkChoices.None && choices.HasFlag(choice)
        select JsonNamingPolicy.CamelCase.ConvertName(choice.ToString());
}
