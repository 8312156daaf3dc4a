using System.CommandLine;
using Senet.Graph;
using Senet.Weights;

namespace Senet.Cli.Commands;

/// <summary><c>senet convert</c>: a published checkpoint becomes a model file.</summary>
sealed class ConvertCommand
{
    readonly Terminal _terminal;
    readonly Argument<string> _file = new("FILE") { Description = "A weight file: safetensors, PyTorch (.pth, .pt, .bin) or Caffe (.caffemodel), told by content." };
    readonly Option<string?> _output = Opt.Text("--output", "The model file to write (default: FILE's name with .senet.safetensors).", "FILE");
    readonly Option<string?> _architecture = Opt.Text("--arch", "The network, where names and shapes do not tell it.", "NAME");
    readonly Option<string?> _classes = Opt.Text("--classes", "Text file with one class name per line.", "FILE");
    readonly Option<bool> _list = Opt.Flag("--list", "List every weight with its name in the file.");
    readonly NetworkFlags _flags = new();

    ConvertCommand(Terminal terminal) => _terminal = terminal;

    public static Command Create(Terminal terminal)
    {
        var convert = new ConvertCommand(terminal);
        var command = new SenetCommand(
            "convert",
            "Turns a public checkpoint into a model file: finds the network by names and shapes, attaches preprocessing and class names of its origin.",
            ("senet convert se_resnet50-ce0d4300.pth --output se-resnet-50.safetensors", "a checkpoint from pretrained-models.pytorch"),
            ("senet convert SE-ResNet-50.caffemodel", "an authors' Caffe model; its classes are brought into the usual order"),
            ("senet convert seresnextaa101d_32x8d.safetensors --anti-alias", "what the weights do not show is an option"))
        {
            convert._file, convert._output, convert._architecture, convert._classes, convert._list,
        };
        foreach (Option option in convert._flags.All)
            command.Add(option);
        command.SetAction(convert.Run);
        return command;
    }

    int Run(ParseResult parsed)
    {
        string path = parsed.GetValue(_file)!;
        string output = parsed.GetValue(_output) ?? System.IO.Path.ChangeExtension(path, null) + ".senet.safetensors";
        Architecture? architecture = parsed.GetValue(_architecture) is { } id ? ArchitectureRegistry.Get(id) : null;
        using Checkpoint checkpoint = CheckpointFile.Open(path);
        if (ModelFile.IsModel(checkpoint))
            throw new SenetException($"{path}: is a Senet model already; 'senet summary' shows it");
        WeightMatch match = WeightRecognition.Recognise(checkpoint, architecture, (candidate, options) => _flags.Apply(parsed, candidate, options));
        PublishedCheckpoint? published = PublishedCheckpoints.OfFile(path);
        Preprocessing preprocessing = published?.Adjust(match.Preprocessing) ?? match.Preprocessing;
        Report(path, checkpoint, match, parsed.GetValue(_list));
        _terminal.Out.WriteLine($"images: {PreprocessingText.Line(preprocessing)}{(published is null ? "" : $", as published for {published.Name}")}");
        if (match.Missing.Count > 0)
            throw new SenetException($"{path}: {Numbers.Count(match.Missing.Count, "weight is", "weights are")} missing, so there is no {match.Architecture.Id} in it; nothing was written");
        match.Save(output, ReadClasses(parsed.GetValue(_classes), match), preprocessing);
        _terminal.Out.WriteLine($"wrote {output}");
        return ExitCode.Success;
    }

    void Report(string path, Checkpoint checkpoint, WeightMatch match, bool list)
    {
        TextWriter output = _terminal.Out;
        output.WriteLine($"{path}: {CheckpointText.Format(checkpoint.Format)}, {Numbers.Count(checkpoint.Tensors.Count, "tensor", "tensors")}");
        foreach (string note in match.Notes)
            output.WriteLine($"note: {note}");
        output.WriteLine($"network: {CheckpointText.Match(match)}");
        if (list)
        {
            foreach ((string name, string source) in match.Matched)
                output.WriteLine($"  {name} <- {source}");
        }
        foreach (string name in match.Missing)
            output.WriteLine($"  missing: {name}");
        foreach (string name in match.LeftOver)
            output.WriteLine($"  left over: {name}");
        if (match.Architecture.Choices.HasFlag(NetworkChoices.AntiAlias) && match.Options is { Shortcut: ShortcutKind.AveragePool, AntiAlias: false })
            output.WriteLine("note: timm's anti-aliased (aa) networks have the same weights; for one of them add --anti-alias");
    }

    static string[]? ReadClasses(string? path, WeightMatch match)
    {
        if (path is null)
            return null;
        string[] names = [.. File.ReadAllLines(path).Where(line => line.Length > 0)];
        return names.Length == match.Options.Classes
            ? names
            : throw new SenetException($"{path}: {Numbers.Count(names.Length, "class name", "class names")} for a network of {Numbers.Count(match.Options.Classes, "class", "classes")}; give one per line");
    }
}
