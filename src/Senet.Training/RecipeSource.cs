namespace Senet.Training;

/// <summary>What a named recipe is for, and where its values come from.</summary>
public sealed class RecipeSource
{
    /// <summary>A value that no source states, or that this project chose.</summary>
    public const string Ours = "ours";

    readonly Dictionary<string, string> _values;

    internal RecipeSource(string purpose, params (string Source, string[] Values)[] sources)
    {
        Purpose = purpose;
        _values = sources.SelectMany(entry => entry.Values.Select(value => (value, entry.Source))).ToDictionary(pair => pair.value, pair => pair.Source, StringComparer.Ordinal);
    }

    /// <summary>One line: what it is for.</summary>
    public string Purpose { get; }

    /// <summary>Names of the values that have a source.</summary>
    public IReadOnlyCollection<string> Values => _values.Keys;

    /// <summary>Source of the value with this name of <see cref="Recipe"/> or <see cref="Data.Augmentation"/>; <see cref="Ours"/> where there is none.</summary>
    public string Of(string value) => _values.GetValueOrDefault(value, Ours);
}
