using System.CommandLine;
using System.Globalization;
using Senet.Graph;
using Senet.Weights;
using Spectre.Console;

namespace Senet.Cli.Commands;

/// <summary><c>senet summary</c>: the layers of a network and what they cost.</summary>
sealed class SummaryCommand
{
    readonly Terminal _terminal;
    readonly Argument<string> _name = new("MODEL") { Description = "An architecture (see 'senet models'), a model file or a run folder." };
    readonly Option<int?> _size = Opt.Whole("--size", "Height and width of the input in pixels.");
    readonly Option<int?> _channels = Opt.Whole("--channels", "Channels of the input image.");
    readonly Option<int?> _classes = Opt.Whole("--classes", "Number of classes.");
    readonly Option<bool> _json = Opt.Flag("--json", "Print JSON.");
    readonly NetworkFlags _flags = new();

    SummaryCommand(Terminal terminal) => _terminal = terminal;

    public static Command Create(Terminal terminal)
    {
        var summary = new SummaryCommand(terminal);
        var command = new SenetCommand(
            "summary",
            "Shows a network's layers with shapes, parameters and multiply-accumulates (MACs of convolutions and fully connected layers).",
            ("senet summary se-resnet-50", "the network of the paper at 224 x 224"),
            ("senet summary se-resnet-50 --stride 3x3 --size 320", "torchvision's stride, larger input"),
            ("senet summary se-resnet-50 --se-stages 1,2,3 --se-no-bias", "without SE in the last stage"),
            ("senet summary runs/quickstart", "a trained model"))
        {
            summary._name, summary._size, summary._channels, summary._classes, summary._json,
        };
        foreach (Option option in summary._flags.All)
            command.Add(option);
        command.SetAction(summary.Run);
        return command;
    }

    int Run(ParseResult parsed)
    {
        string name = parsed.GetValue(_name)!;
        (Architecture architecture, NetworkOptions options, TensorShape input) = Find(name);
        int channels = parsed.GetValue(_channels).AtLeast(1, "--channels") ?? options.InputChannels;
        int? size = parsed.GetValue(_size).AtLeast(1, "--size");
        options = _flags.Apply(parsed, architecture, options) with
        {
            InputChannels = channels,
            Classes = parsed.GetValue(_classes).AtLeast(1, "--classes") ?? options.Classes,
        };
        NetworkGraph graph = architecture.Build(options);
        NetworkCost cost = graph.Cost(new(channels, size ?? input.Height, size ?? input.Width));
        string[] notes = [.. new NetworkNotes(architecture, options, graph, cost).Lines()];
        if (parsed.GetValue(_json))
            WriteJson(architecture, options, graph, cost, notes);
        else
            WriteText(architecture, options, cost, notes);
        return ExitCode.Success;
    }

    static (Architecture Architecture, NetworkOptions Options, TensorShape Input) Find(string name)
    {
        if (ModelLocation.IsPath(name))
        {
            ModelDescription model = ModelFile.LoadDescription(ModelLocation.Resolve(name));
            Preprocessing input = model.Preprocessing;
            return (ArchitectureRegistry.Get(model.Architecture), model.Options, new(input.Channels, input.Height, input.Width));
        }
        Architecture architecture = ArchitectureRegistry.Get(name);
        return (architecture, architecture.Defaults, architecture.Input);
    }

    void WriteText(Architecture architecture, NetworkOptions options, NetworkCost cost, string[] notes)
    {
        _terminal.Write(LayerTable(cost));
        if (cost.SeLayers.Any())
            _terminal.Write(SeTable(cost));
        TextWriter output = _terminal.Out;
        output.WriteLine($"{architecture.Id}: input {cost.Input}, {Numbers.Count(options.Classes, "class", "classes")}");
        output.WriteLine($"total: {Numbers.Grouped(cost.Parameters)} parameters, {Numbers.Giga(cost.Macs)} GMACs ({Numbers.Grouped(cost.Macs)})");
        foreach (string note in notes)
            output.WriteLine(note);
    }

    static Table LayerTable(NetworkCost cost)
    {
        Table table = Tables.Create("layer", "kind", "detail", ">output", ">parameters", ">MACs");
        foreach (LayerCost layer in cost.Layers)
        {
            table.Row(
                layer.Node.Name, layer.Node.Kind, layer.Node.Detail, layer.Output.ToString(),
                layer.Parameters == 0 ? "" : Numbers.Grouped(layer.Parameters), layer.Macs == 0 ? "" : Numbers.Grouped(layer.Macs));
        }
        return table;
    }

    static Table SeTable(NetworkCost cost)
    {
        Table table = Tables.Create("SE block", "recalibrates", "C -> C/r -> C", ">parameters", ">share", ">MACs", ">share");
        foreach (SeBlockCost block in SeBlockCost.Of(cost))
        {
            table.Row(
                block.Name, block.Recalibrates, string.Create(CultureInfo.InvariantCulture, $"{block.Channels} -> {block.SqueezeWidth} -> {block.Channels}"),
                Numbers.Grouped(block.Parameters), Numbers.Percent(block.ParameterShare), Numbers.Grouped(block.Macs), Numbers.Percent(block.MacShare));
        }
        return table;
    }

    void WriteJson(Architecture architecture, NetworkOptions options, NetworkGraph graph, NetworkCost cost, string[] notes) => JsonOutput.Write(_terminal.Out, new
    {
        Architecture = architecture.Id,
        architecture.Family,
        Input = Shape(cost.Input),
        graph.SmallestInput,
        options.Classes,
        cost.Parameters,
        cost.Macs,
        cost.Activations,
        cost.SeParameters,
        cost.SeMacs,
        cost.SeElementOperations,
        Options = options,
        architecture.Variants,
        architecture.Published,
        Notes = notes,
        SeBlocks = SeBlockCost.Of(cost),
        Layers = cost.Layers.Select(layer => new { layer.Node.Name, layer.Node.Kind, layer.Node.Detail, Output = Shape(layer.Output), layer.Parameters, layer.Macs, layer.Activations }),
    });

    static int[] Shape(TensorShape shape) => [shape.Channels, shape.Height, shape.Width];
}
