namespace Senet.Data;

/// <summary>What a scan of a whole data set found: counts per part and class, formats, sizes, and images that occur more than once.</summary>
public sealed class DataSetReport
{
    // Below these a class is worth a look: too few to learn from, or lost among the others.
    const int FewImages = 10;
    const int FewOfMedian = 10;

    DataSetReport(DataInventory inventory, IReadOnlyList<PartReport> parts, IReadOnlyList<DuplicateGroup> duplicates)
    {
        Inventory = inventory;
        Parts = parts;
        Duplicates = duplicates;
    }

    /// <summary>The data set.</summary>
    public DataInventory Inventory { get; }

    /// <summary>One entry per part, in the inventory's order.</summary>
    public IReadOnlyList<PartReport> Parts { get; }

    /// <summary>Images whose content occurs more than once, by their first occurrence; a group's images are in order.</summary>
    public IReadOnlyList<DuplicateGroup> Duplicates { get; }

    /// <summary>Images of all parts.</summary>
    public int Count => Parts.Sum(p => p.Scan.Count);

    /// <summary>Images that cannot be used, of all parts.</summary>
    public int BadCount => Parts.Sum(p => p.Scan.Bad.Count);

    /// <summary>Usable images per format, the most frequent first.</summary>
    public IReadOnlyList<KeyValuePair<string, int>> Formats => Tally(Usable().Where(i => i.Format is not null).Select(i => i.Format!));

    /// <summary>Usable images per kind of pixel, the most frequent first.</summary>
    public IReadOnlyList<KeyValuePair<string, int>> Channels => Tally(Usable().Select(i => i.Channels switch
    {
        1 => "grey",
        2 => "grey with alpha",
        3 => "colour",
        4 => i.Format == "JPEG" ? "CMYK" : "colour with alpha",
        _ => "not stated",
    }));

    /// <summary>Usable images per size (width x height), the most frequent first.</summary>
    public IReadOnlyList<KeyValuePair<(int Width, int Height), int>> Sizes => Tally(Usable().Select(i => (i.Width, i.Height)));

    /// <summary>Classes with few usable images in the part that is trained on: under 10, or under a tenth of the median class.</summary>
    public IReadOnlyList<(string Class, int Images)> NearEmptyClasses
    {
        get
        {
            PartReport first = Parts[0];
            int[] sorted = [.. first.UsablePerClass.Order()];
            int median = sorted[sorted.Length / 2];
            return [.. Inventory.Classes.Select((name, i) => (name, first.UsablePerClass[i])).Where(c => c.name.Length > 0 && (c.Item2 < FewImages || c.Item2 < median / FewOfMedian))];
        }
    }

    /// <summary>Images of later parts whose content is in an earlier one too: what a validation measures of them is memory.</summary>
    public int LeakedImages => Duplicates.Sum(g => g.Images.Count(i => i.Part > g.Images[0].Part));

    /// <summary>Images that repeat an earlier one of the same part.</summary>
    public int RepeatedImages => Duplicates.Sum(g => g.Images.Count - g.Images.Select(i => i.Part).Distinct().Count());

    /// <summary>Groups of equal images that bear different labels.</summary>
    public int ContradictoryGroups => Duplicates.Count(g => g.IsContradictory);

    /// <summary>Values at the given shares of the usable images, from smallest to largest: nearest rank.</summary>
    /// <param name="select">The quantity.</param>
    /// <param name="shares">Shares, 0 .. 1.</param>
    /// <returns>One value per share; zeros when no image is usable.</returns>
    public double[] Quantiles(Func<ScannedImage, double> select, params double[] shares)
    {
        double[] sorted = [.. Usable().Select(select).Order()];
        return [.. shares.Select(s => sorted.Length == 0 ? 0 : sorted[Math.Clamp((int)Math.Ceiling(s * sorted.Length) - 1, 0, sorted.Length - 1)])];
    }

    /// <summary>Puts the scans of the parts together.</summary>
    /// <param name="inventory">The data set.</param>
    /// <param name="scans">One report per part, in the same order.</param>
    /// <exception cref="ArgumentException">The reports are not those of the parts.</exception>
    public static DataSetReport Of(DataInventory inventory, IReadOnlyList<ScanReport> scans)
    {
        ArgumentNullException.ThrowIfNull(inventory);
        ArgumentNullException.ThrowIfNull(scans);
        if (scans.Count != inventory.Parts.Count || scans.Where((s, i) => s.Count != inventory.Parts[i].Images.Count).Any())
            throw new ArgumentException("the reports are not those of the data set's parts", nameof(scans));
        List<PartReport> parts = [];
        for (int part = 0; part < scans.Count; part++)
        {
            DataPart data = inventory.Parts[part];
            int[] all = data.Images.CountPerClass(inventory.Classes.Count);
            int[] usable = [.. all];
            foreach (BadImage bad in scans[part].Bad)
                usable[data.Images.Label(bad.Index)]--;
            parts.Add(new(data, scans[part], all, usable));
        }
        return new(inventory, parts, FindDuplicates(parts));
    }

    static List<DuplicateGroup> FindDuplicates(List<PartReport> parts)
    {
        Dictionary<UInt128, List<ImageOccurrence>> seen = [];
        Dictionary<UInt128, ImageOccurrence> first = [];
        List<List<ImageOccurrence>> groups = [];
        for (int part = 0; part < parts.Count; part++)
        {
            HashSet<int> bad = [.. parts[part].Scan.Bad.Select(b => b.Index)];
            for (int i = 0; i < parts[part].Scan.Count; i++)
            {
                UInt128 content = parts[part].Scan.Images[i].Content;
                if (content == 0 || bad.Contains(i))
                    continue;
                ImageOccurrence here = new(part, i, parts[part].Data.Images.Label(i));
                if (first.TryAdd(content, here))
                    continue;
                if (!seen.TryGetValue(content, out List<ImageOccurrence>? group))
                {
                    seen[content] = group = [first[content]];
                    groups.Add(group);
                }
                group.Add(here);
            }
        }
        return [.. groups.OrderBy(g => g[0].Part).ThenBy(g => g[0].Index).Select(g => new DuplicateGroup(g))];
    }

    IEnumerable<ScannedImage> Usable()
    {
        foreach (PartReport part in Parts)
        {
            HashSet<int> bad = [.. part.Scan.Bad.Select(b => b.Index)];
            for (int i = 0; i < part.Scan.Count; i++)
            {
                if (!bad.Contains(i))
                    yield return part.Scan.Images[i];
            }
        }
    }

    static List<KeyValuePair<T, int>> Tally<T>(IEnumerable<T> values)
        where T : notnull
    {
        Dictionary<T, int> counts = [];
        foreach (T value in values)
            counts[value] = counts.GetValueOrDefault(value) + 1;
        return [.. counts.OrderByDescending(c => c.Value).ThenBy(c => c.Key.ToString(), StringComparer.Ordinal)];
    }
}
