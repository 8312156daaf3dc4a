using System.CommandLine;
using System.Globalization;
using Senet.Graph;
using Senet.Inference;
using Senet.Weights;

namespace Senet.Cli.Commands;

/// <summary><c>senet compile</c>: a model with its weights packed for this processor, which loads without packing.</summary>
sealed class CompileCommand
{
    readonly Terminal _terminal;
    readonly Argument<string> _model = new("MODEL") { Description = "A model file or a run folder." };
    readonly Option<string?> _output = new("--output", "-o") { Description = "The file to write (default: beside the model, ending in .plan).", HelpName = "FILE" };
    readonly Option<string?> _batch = Opt.Text("--batch", "Batch sizes that it is for, such as 1,8 (default 1); others run where the same forms of the weights serve them.", "N,...");
    readonly Option<int?> _size = Opt.Whole("--size", "Height and width of the images (default: the model's own).");
    readonly Option<int?> _threads = Opt.Whole("--threads", "Threads to pack with (default: all processors).");

    CompileCommand(Terminal terminal) => _terminal = terminal;

    public static Command Create(Terminal terminal)
    {
        var compile = new CompileCommand(terminal);
        var command = new SenetCommand(
            "compile",
            "Packs a model's weights for this processor into a file that is mapped into memory: it loads at once, and processes share it. "
            + "predict and evaluate take it in place of the model; it is made again when the model beside it has changed.",
            ("senet compile runs/se-resnet-18-photos --output photos.plan", "for single photos"),
            ("senet compile model.safetensors --batch 1,8", "for single photos and for batches of eight"))
        {
            compile._model, compile._output, compile._batch, compile._size, compile._threads,
        };
        command.SetAction(compile.Run);
        return command;
    }

    int Run(ParseResult parsed)
    {
        int? size = parsed.GetValue(_size).AtLeast(1, _size.Name);
        int[] batches = Batches(parsed.GetValue(_batch) ?? "1");
        var options = new InferenceOptions { Threads = parsed.GetValue(_threads).AtLeast(1, _threads.Name) ?? 0 };
        string model = ModelLocation.ResolveModel(parsed.GetValue(_model)!);
        string output = parsed.GetValue(_output) ?? Path.ChangeExtension(model, PlanFile.Extension);
        if (Path.GetFullPath(output) == Path.GetFullPath(model))
            throw new UsageException($"{_output.Name} {output}: that is the model itself; name another file");
        Preprocessing input = ModelFile.LoadDescription(model).Preprocessing;
        PlanShape[] shapes = [.. batches.Select(batch => new PlanShape(batch, size ?? input.Height, size ?? input.Width))];
        ImageClassifier.CompilePlan(model, output, options, shapes);
        // Once through the file as any program would read it.
        using (ImageClassifier classifier = ImageClassifier.Load(output, options))
        {
            long bytes = new FileInfo(output).Length;
            _terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{output}: {classifier.Graph.Name} for {classifier.InstructionSet}, {string.Join(" and ", shapes.Select(shape => $"{shape.Images} x {shape.Height} x {shape.Width}"))}, {bytes / 1e6:F1} MB"));
        }
        return ExitCode.Success;
    }

    int[] Batches(string text)
    {
        string[] parts = text.Split(',', StringSplitOptions.TrimEntries);
        int[] batches = [.. parts.Select(part => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out int batch) ? batch : 0)];
        return batches.All(batch => batch >= 1) ? batches : throw new UsageException($"{_batch.Name} {text}: expected numbers from 1, such as 1,8");
    }
}
