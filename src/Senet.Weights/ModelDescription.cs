using System.Globalization;
using System.Reflection;
using System.Text.Json.Serialization;
using Senet.Graph;

namespace Senet.Weights;

/// <summary>Everything but the weights that a model file holds: what to build, what its outputs mean, how an image goes in.</summary>
public sealed record ModelDescription
{
    /// <summary>Architecture id in kebab case, such as <c>se-resnet-50</c>.</summary>
    public required string Architecture { get; init; }

    /// <summary>The options the network was built with.</summary>
    public required NetworkOptions Options { get; init; }

    /// <summary>Class names in the order of the outputs; empty when they are unknown, else one per output.</summary>
    public required IReadOnlyList<string> Classes { get; init; }

    /// <summary>One name per output: <see cref="Classes"/>, or the outputs' numbers where those are unknown.</summary>
    [JsonIgnore]
    public IReadOnlyList<string> OutputNames => Classes.Count > 0
        ? Classes
        : [.. Enumerable.Range(0, Options.Classes).Select(index => index.ToString(CultureInfo.InvariantCulture))];

    /// <summary>How an image becomes the input.</summary>
    public required Preprocessing Preprocessing { get; init; }

    /// <summary>Summary of the training, free text such as <c>epochs</c> or <c>top1</c>, written in the invariant culture.</summary>
    public IReadOnlyDictionary<string, string> Training { get; init; } = new Dictionary<string, string>();

    /// <summary>Program and version that wrote the file, such as <c>senet 0.1.0</c>; <see cref="CurrentProducer"/> unless it was read from a file.</summary>
    [JsonRequired]
    public string Producer { get; init; } = CurrentProducer;

    /// <summary>This library's own name and version.</summary>
    [JsonIgnore]
    public static string CurrentProducer { get; } = "senet " + Version();

    // The informational version without the commit that the SDK appends after a plus sign.
    static string Version() =>
        typeof(ModelDescription).Assembly.GetCustomAttribute<AssemblyInformationalVersionAttribute>()?.InformationalVersion.Split('+')[0] ?? "0";
}
