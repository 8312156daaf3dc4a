using System.Globalization;

namespace Senet.Weights;

/// <summary>The 1000 classes of ImageNet (ILSVRC 2012), and the two orders that networks have them in.</summary>
public static class ImageNetClasses
{
    static readonly Lazy<(string Id, int DevkitIndex, string Name)[]> Rows = new(Read);

    /// <summary>Names in the order of WordNet ids, which PyTorch's networks and folders have: <c>tench, Tinca tinca</c> first.</summary>
    public static IReadOnlyList<string> Names => [.. Rows.Value.Select(row => row.Name)];

    /// <summary>WordNet ids in their order, such as <c>n01440764</c>.</summary>
    public static IReadOnlyList<string> WordNetIds => [.. Rows.Value.Select(row => row.Id)];

    /// <summary>For each class in the order of WordNet ids, its position in the order of the ILSVRC devkit, which the authors' Caffe networks have.</summary>
    public static IReadOnlyList<int> DevkitIndices => [.. Rows.Value.Select(row => row.DevkitIndex)];

    static (string, int, string)[] Read()
    {
        using Stream stream = typeof(ImageNetClasses).Assembly.GetManifestResourceStream("imagenet-classes.tsv")!;
        using var reader = new StreamReader(stream);
        return
        [
            .. from line in reader.ReadToEnd().Split('\n')
               where line.Length > 0 && line[0] != '#'
               let fields = line.Split('\t')
               select (fields[0], int.Parse(fields[1], CultureInfo.InvariantCulture), fields[2]),
        ];
    }
}
