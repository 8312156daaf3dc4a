using System.Globalization;
using Senet.Graph;

namespace Senet.Data;

/// <summary>Maps class names to indices and words the errors about unknown ones.</summary>
sealed class ClassList
{
    readonly Dictionary<string, int> _index = new(StringComparer.Ordinal);

    /// <param name="names">Names in index order.</param>
    /// <param name="owner">Whose list it is, for messages: "the model", "train/".</param>
    public ClassList(IReadOnlyList<string> names, string owner)
    {
        Names = names;
        Owner = owner;
        for (int i = 0; i < names.Count; i++)
        {
            if (!_index.TryAdd(ImageFiles.ClassName(names[i]), i))
                throw new SenetException($"the class list of {owner} names '{names[i]}' twice; expected distinct names");
        }
    }

    public IReadOnlyList<string> Names { get; }

    public string Owner { get; }

    public bool TryFind(string name, out int index) => _index.TryGetValue(ImageFiles.ClassName(name), out index);

    /// <summary>Index of <paramref name="name"/>, found at <paramref name="where"/> as a <paramref name="what"/> ("class folder", "label").</summary>
    public int Find(string name, string where, string what)
    {
        if (TryFind(name, out int index))
            return index;
        string? near = Names.FirstOrDefault(n => n.Equals(name, StringComparison.OrdinalIgnoreCase));
        string hint = near is null ? "" : $" (is '{ImageFiles.Printable(near)}' meant?)";
        throw new SenetException(string.Create(CultureInfo.InvariantCulture,
            $"{ImageFiles.Printable(where)}: {what} '{ImageFiles.Printable(name)}' is not one of the {Names.Count} classes of {Owner} ({ImageFiles.Some(Names)}){hint}; rename or remove it"));
    }

    /// <summary>Notes for the classes without images.</summary>
    public void NoteMissing(int[] perClass, string where, ICollection<string> notes)
    {
        List<string> missing = [.. Names.Where((name, i) => perClass[i] == 0 && name.Length > 0)];
        if (missing.Count > 0)
            notes.Add($"{where}: no images of {ImageFiles.Number(missing.Count, "class", "classes")}: {ImageFiles.Some(missing)}");
    }
}
