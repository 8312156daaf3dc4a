using Senet.Graph;

namespace Senet.Cli;

/// <summary>The tables of docs/models.md: one for the networks for ImageNet, one for those for CIFAR.</summary>
static class ModelsMarkdown
{
    static readonly string[] CostHeads = ["network", "family", "input", ">parameters", ">GMACs"];

    public static void Write(TextWriter output, IEnumerable<ListedModel> models)
    {
        ILookup<bool, ListedModel> forImageNet = models.ToLookup(model => model.IsForImageNet);
        if (forImageNet[true].Any())
            Table(output, "ImageNet", [.. CostHeads, ">GMACs in the paper", ">top-1 error, %", ">top-5 error, %", "table of the paper"], forImageNet[true].SelectMany(ImageNetRows));
        if (forImageNet[false].Any())
            Table(output, "CIFAR", [.. CostHeads, ">CIFAR-10 error, %", ">CIFAR-100 error, %", "tables of the paper"], forImageNet[false].Select(CifarRow));
    }

    // A row for the network and its first result, one more for every further result.
    static IEnumerable<string[]> ImageNetRows(ListedModel model)
    {
        IReadOnlyList<PublishedResult> results = model.Architecture.Published;
        yield return [.. CostCells(model), .. results.Count == 0 ? ["", "", "", ""] : ResultCells(results[0])];
        foreach (PublishedResult result in results.Skip(1))
            yield return [Code(model.Id), "", "", "", "", .. ResultCells(result)];
    }

    static string[] CifarRow(ListedModel model)
    {
        IReadOnlyList<PublishedResult> results = model.Architecture.Published;
        return [.. CostCells(model), Error("CIFAR-10"), Error("CIFAR-100"), string.Join("; ", results.Select(Source))];

        string Error(string dataSet) => PaperText.Number(results.FirstOrDefault(result => PaperText.DataSet(result) == dataSet)?.Top1Error);
    }

    static string[] CostCells(ListedModel model) =>
        [Code(model.Id), model.Architecture.Family, model.Cost.Input.ToString(), Numbers.Grouped(model.Cost.Parameters), Numbers.Giga(model.Cost.Macs)];

    static string[] ResultCells(PublishedResult result) =>
        [PaperText.Number(result.GigaMacs), PaperText.Number(result.Top1Error), PaperText.Number(result.Top5Error), Source(result)];

    static string Source(PublishedResult result) => $"{result.Source}: {result.Data}";

    static string Code(string id) => $"`{id}`";

    // As in Tables, a head that starts with > aligns its column right.
    static void Table(TextWriter output, string title, string[] heads, IEnumerable<string[]> rows)
    {
        output.WriteLine($"### {title}");
        output.WriteLine();
        output.WriteLine(Line(heads.Select(head => head.TrimStart('>'))));
        output.WriteLine($"|{string.Join('|', heads.Select(head => head.StartsWith('>') ? "---:" : "---"))}|");
        foreach (string[] row in rows)
            output.WriteLine(Line(row));
        output.WriteLine();
    }

    static string Line(IEnumerable<string> cells) => $"| {string.Join(" | ", cells)} |";
}
