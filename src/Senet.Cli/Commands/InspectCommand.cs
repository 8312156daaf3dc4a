using System.CommandLine;
using Senet.Graph;
using Senet.Weights;
using Spectre.Console;

namespace Senet.Cli.Commands;

/// <summary><c>senet inspect</c>: what is in a weight file.</summary>
static class InspectCommand
{
    public static Command Create(Terminal terminal)
    {
        var file = new Argument<string>("FILE") { Description = "A weight file: safetensors, PyTorch (.pth, .pt, .bin) or Caffe (.caffemodel), told by content." };
        Option<bool> json = Opt.Flag("--json", "Print JSON.");
        var command = new SenetCommand(
            "inspect",
            "Lists the tensors of a weight file and the network they belong to, without running anything in it.",
            ("senet inspect se_resnet50-ce0d4300.pth", "a PyTorch checkpoint of any age"),
            ("senet inspect SE-ResNet-50.caffemodel --json", "an authors' Caffe model, for a program"))
        {
            file, json,
        };
        command.SetAction(parsed => Run(terminal, parsed.GetValue(file)!, parsed.GetValue(json)));
        return command;
    }

    static int Run(Terminal terminal, string path, bool json)
    {
        using Checkpoint checkpoint = CheckpointFile.Open(path);
        (WeightMatch? match, string? problem) = Recognise(checkpoint);
        if (json)
        {
            WriteJson(terminal, checkpoint, match);
            return ExitCode.Success;
        }
        Table table = Tables.Create("tensor", "type", ">shape", ">elements");
        foreach (CheckpointTensor tensor in checkpoint.Tensors)
            table.Row(tensor.Name, tensor.Type.SafetensorsName(), CheckpointText.Shape(tensor.Shape), Numbers.Grouped(Elements(tensor)));
        terminal.Write(table);
        TextWriter output = terminal.Out;
        foreach ((string name, string value) in checkpoint.Scalars)
            output.WriteLine($"{name} = {value.ReplaceLineEndings(" ")}");
        output.WriteLine($"{path}: {CheckpointText.Format(checkpoint.Format)}, {Numbers.Count(checkpoint.Tensors.Count, "tensor", "tensors")}, {Numbers.Grouped(checkpoint.Tensors.Sum(Elements))} elements");
        output.WriteLine(match is null ? problem : $"network: {CheckpointText.Match(match)}");
        return ExitCode.Success;
    }

    static (WeightMatch? Match, string? Problem) Recognise(Checkpoint checkpoint)
    {
        try
        {
            return (WeightRecognition.Recognise(checkpoint), null);
        }
        catch (SenetException error)
        {
            return (null, error.Message);
        }
    }

    static long Elements(CheckpointTensor tensor) => tensor.Shape.Aggregate(1L, (product, size) => product * size);

    static void WriteJson(Terminal terminal, Checkpoint checkpoint, WeightMatch? match) => JsonOutput.Write(terminal.Out, new
    {
        checkpoint.Path,
        Format = CheckpointText.Format(checkpoint.Format),
        Tensors = checkpoint.Tensors.Select(tensor => new { tensor.Name, Type = tensor.Type.SafetensorsName(), tensor.Shape }),
        checkpoint.Scalars,
        Network = match is null ? null : new { match.Architecture.Id, match.Scheme, match.Options, Matched = match.Matched.Count, match.Missing, match.LeftOver },
    });
}
