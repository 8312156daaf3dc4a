namespace Senet.Graph;

/// <summary>A named network: its own options, its native input and the function that builds its graph.</summary>
public sealed class Architecture
{
    readonly Func<string, NetworkOptions, NetworkGraph> _build;

    internal Architecture(string id, string family, TensorShape input, NetworkOptions defaults, Func<string, NetworkOptions, NetworkGraph> build)
    {
        Id = id;
        Family = family;
        Input = input;
        Defaults = defaults;
        _build = build;
    }

    /// <summary>Id in kebab case, such as <c>se-resnet-50</c>.</summary>
    public string Id { get; }

    /// <summary>The family's name, such as <c>ResNet</c>.</summary>
    public string Family { get; }

    /// <summary>The input it was designed for; any other size and channel count works as well.</summary>
    public TensorShape Input { get; }

    /// <summary>The architecture's own options.</summary>
    public NetworkOptions Defaults { get; }

    /// <summary>Builds the graph.</summary>
    /// <param name="options">Usually <see cref="Defaults"/> <c>with</c> changes; null takes the defaults.</param>
    /// <exception cref="SenetException">The options do not fit the architecture; the message names the node.</exception>
    public NetworkGraph Build(NetworkOptions? options = null) => _build(Id, options ?? Defaults);
}
