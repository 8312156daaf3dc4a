using System.Globalization;
using Senet.Graph;

namespace Senet.Cli;

/// <summary>What is worth saying about a network beside its layers, line by line.</summary>
sealed class NetworkNotes(Architecture architecture, NetworkOptions options, NetworkGraph graph, NetworkCost cost)
{
    public IEnumerable<string> Lines() => [.. AboutSe(), .. AboutShortcuts(), .. AboutForms(), .. AboutThePaper()];

    IEnumerable<string> AboutSe()
    {
        if (options.Se is not { } se || cost.SeParameters == 0)
            yield break;
        yield return $"of these SE: {Numbers.Grouped(cost.SeParameters)} parameters ({Numbers.Percent((double)cost.SeParameters / cost.Parameters)}), " +
            $"{Numbers.Giga(cost.SeMacs)} GMACs ({Numbers.Percent((double)cost.SeMacs / cost.Macs)})";
        string operations = se.Squeeze == SqueezeOperator.None ? "rescale adds" : "squeeze and rescale add";
        yield return $"{operations} {Numbers.Giga(cost.SeElementOperations)} G element operations not counted";
        string[] deviations = [.. Deviations(se)];
        if (deviations.Length > 0)
            yield return $"SE differs from the paper's standard: {string.Join(", ", deviations)}";
    }

    static IEnumerable<string> Deviations(SeOptions se)
    {
        if (se.Placement != SePlacement.Standard)
            yield return $"placement {SeFlags.Name(se.Placement)}";
        if (se.ReluBefore)
            yield return "ReLU before it";
        if (se.Squeeze != SqueezeOperator.Average)
            yield return $"squeeze {SeFlags.Name(se.Squeeze)}";
        if (se.Gate != ExcitationGate.Sigmoid)
            yield return $"gate {SeFlags.Name(se.Gate)}";
        if (se.IdentityInit)
            yield return "starts as the identity";
    }

    // Of the CIFAR ResNets both forms are published, so a count alone would leave the reader guessing.
    IEnumerable<string> AboutShortcuts()
    {
        if (architecture.Defaults.Classes != 10 || !architecture.Choices.HasFlag(NetworkChoices.Shortcut))
            yield break;
        if (options.Shortcut == ShortcutKind.Projection)
            yield return $"note: shortcuts are projections (option B); with --shortcut zero-pad, option A of He et al. for CIFAR, {CountWith(ShortcutKind.ZeroPad)} parameters";
        if (options.Shortcut == ShortcutKind.ZeroPad)
            yield return $"note: shortcuts are zero-padded (option A of He et al. for CIFAR); with --shortcut projection (option B) {CountWith(ShortcutKind.Projection)} parameters";
    }

    string CountWith(ShortcutKind shortcut) => Numbers.Grouped(architecture.Build(options with { Shortcut = shortcut }).ParameterCount);

    IEnumerable<string> AboutForms()
    {
        if (architecture.Variants.Count > 0)
        {
            string variant = options.Variant ?? architecture.Variants[0];
            yield return $"variant: {variant}; --variant also takes {string.Join(", ", architecture.Variants.Where(other => other != variant))}";
        }
        yield return string.Create(CultureInfo.InvariantCulture, $"smallest input: {graph.SmallestInput} x {graph.SmallestInput} pixels");
    }

    IEnumerable<string> AboutThePaper() => architecture.Published.Select(result => $"published for {architecture.Id}: {PaperText.Line(result)}");
}
