using System.Globalization;

namespace Senet.Data;

/// <summary>
/// A named random change of training data with a few numbers that say how strong it is. Its text, such as <c>rotation:10</c>, is
/// what options and saved recipes hold; <see cref="AugmentationOps.Parse"/> reads it.
/// </summary>
public abstract record AugmentationOp
{
    private protected AugmentationOp()
    {
    }

    /// <summary>Name in kebab case.</summary>
    public abstract string Name { get; }

    /// <summary>The numbers behind the name, in the order of the text.</summary>
    internal abstract double[] Arguments { get; }

    /// <summary>The name and its numbers, such as <c>color-jitter:0.4/0.4/0.4/0.1</c>.</summary>
    public sealed override string ToString() => Arguments is { Length: > 0 } arguments
        ? $"{Name}:{string.Join('/', arguments.Select(value => value.ToString(CultureInfo.InvariantCulture)))}"
        : Name;
}
