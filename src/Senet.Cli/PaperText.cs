using System.Globalization;
using Senet.Graph;

namespace Senet.Cli;

/// <summary>The SE paper's results as text.</summary>
static class PaperText
{
    public const string Citation = "arXiv:1709.01507 v4";

    /// <summary>The name of the test data without the crop, such as <c>CIFAR-10</c>.</summary>
    public static string DataSet(PublishedResult result) => result.Data.Split(',')[0];

    /// <summary>A number of the paper with its digits; empty where it gives none.</summary>
    public static string Number(decimal? value) => value?.ToString(CultureInfo.InvariantCulture) ?? "";

    /// <summary>A narrow cell: top-1 and top-5 error of the first result, or, where there are no top-5 errors, CIFAR-10's and CIFAR-100's.</summary>
    public static string Errors(IReadOnlyList<PublishedResult> results) => results switch
    {
        [{ Top5Error: { } top5 } first, ..] => $"top-1 {Number(first.Top1Error)}, top-5 {Number(top5)}",
        _ => string.Join(", ", results.Select(result => $"{DataSet(result).Replace("CIFAR-", "C", StringComparison.Ordinal)} {Number(result.Top1Error)}")),
    };

    /// <summary>A line: everything that the result says.</summary>
    public static string Line(PublishedResult result)
    {
        var parts = new List<string> { $"top-1 error {Number(result.Top1Error)} %" };
        if (result.Top5Error is { } top5)
            parts.Add($"top-5 error {Number(top5)} %");
        if (result.GigaMacs is { } macs)
            parts.Add($"{Number(macs)} GMACs");
        if (result.MillionParameters is { } parameters)
            parts.Add($"{Number(parameters)} M parameters");
        return $"{result.Data}: {string.Join(", ", parts)} ({Citation}, {result.Source})";
    }
}
