using System.CommandLine;
using System.Globalization;
using Senet.Data;
using Spectre.Console;

namespace Senet.Cli.Commands;

/// <summary><c>senet predict</c>: what is on pictures.</summary>
sealed class PredictCommand
{
    const int BatchSize = 32;

    readonly Terminal _terminal;
    readonly Argument<string> _model = new("MODEL") { Description = "A model file or a run folder." };
    readonly Argument<string[]> _images = new("IMAGES") { Description = "Image files, folders (searched with all their subfolders) and patterns such as 'photos/**/*.jpg'.", Arity = ArgumentArity.OneOrMore };
    readonly Option<int?> _top = Opt.Whole("--top", "Classes to show for each image (default 5).", "K");
    readonly Option<bool> _json = Opt.Flag("--json", "Print one JSON object.");
    readonly Option<bool> _csv = Opt.Flag("--csv", "Print CSV: image,rank,class,index,probability.");
    readonly Option<bool> _stored = Opt.IgnoreOrientation();
    readonly EngineFlags _engine = new();

    PredictCommand(Terminal terminal) => _terminal = terminal;

    public static Command Create(Terminal terminal)
    {
        var predict = new PredictCommand(terminal);
        var command = new SenetCommand(
            "predict",
            "Classifies images. Images that cannot be read are listed on the error stream, the rest is classified, and the exit code is 1.",
            ("senet predict runs/se-resnet-18-photos holiday.jpg", "the five likeliest classes"),
            ("senet predict model.safetensors 'inbox/**/*.jpg' --top 1 --csv > classes.csv", "a table for a spreadsheet"),
            ("senet predict model.safetensors inbox/ --json", "every image in a folder, for a program"),
            ("senet predict model.safetensors inbox/ --engine torch --device cuda", "on a GPU"))
        {
            predict._model, predict._images, predict._top, predict._json, predict._csv, predict._stored,
        };
        foreach (Option option in predict._engine.All)
            command.Add(option);
        command.SetAction(predict.Run);
        return command;
    }

    int Run(ParseResult parsed)
    {
        if (parsed.GetValue(_json) && parsed.GetValue(_csv))
            throw new UsageException("--json and --csv: give one of them");
        int top = parsed.GetValue(_top).AtLeast(1, "--top") ?? 5;
        _engine.Check(parsed);
        string path = ModelLocation.Resolve(parsed.GetValue(_model)!);
        IReadOnlyList<string> files = ImageArguments.Expand(parsed.GetValue(_images)!);
        using Engine engine = _engine.Open(parsed, path);
        if (parsed.GetValue(_stored))
            engine.IgnoreOrientation();
        using var interruption = new Interruption(() => _terminal.Error.WriteLine("senet: stopping"));
        var failures = new List<ImageDecodeException>();
        IEnumerable<Row> rows = Classify(engine, files, top, failures, interruption.Token);
        if (parsed.GetValue(_csv))
            WriteCsv(rows);
        else if (parsed.GetValue(_json))
            WriteJson(path, rows, failures);
        else
            WriteTable(rows);
        foreach (ImageDecodeException failure in failures)
            _terminal.Error.WriteLine($"senet: error: {failure.Message}");
        return failures.Count > 0 ? ExitCode.Failed : ExitCode.Success;
    }

    // Images are decoded and resized on all processors, one batch at a time: memory holds a photo per processor.
    static IEnumerable<Row> Classify(Engine engine, IReadOnlyList<string> files, int top, List<ImageDecodeException> failures, CancellationToken cancellationToken)
    {
        foreach (string[] batch in files.Chunk(BatchSize))
        {
            cancellationToken.ThrowIfCancellationRequested();
            int length = engine.Transform.Length;
            float[] inputs = new float[batch.Length * length];
            var errors = new ImageDecodeException?[batch.Length];
            Parallel.For(0, batch.Length, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, i =>
            {
                try
                {
                    engine.Transform.ApplyFile(batch[i], inputs.AsSpan(i * length, length));
                }
                catch (ImageDecodeException error)
                {
                    errors[i] = error;
                }
            });
            failures.AddRange(errors.OfType<ImageDecodeException>());
            int[] good = [.. Enumerable.Range(0, batch.Length).Where(i => errors[i] is null)];
            if (good.Length == 0)
                continue;
            // Those that were read move together.
            for (int i = 0; i < good.Length; i++)
                inputs.AsSpan(good[i] * length, length).CopyTo(inputs.AsSpan(i * length));
            float[] logits = engine.Logits(inputs.AsSpan(0, good.Length * length));
            int classes = engine.Classes.Count;
            for (int i = 0; i < good.Length; i++)
                yield return new(batch[good[i]], Classification.FromLogits(logits.AsSpan(i * classes, classes), engine.Classes, top).Top);
        }
    }

    void WriteTable(IEnumerable<Row> rows)
    {
        Table table = Tables.Create("image", "class", ">probability");
        foreach (Row row in rows)
        {
            for (int rank = 0; rank < row.Classes.Count; rank++)
                table.Row(rank == 0 ? row.Image : "", row.Classes[rank].Label, Numbers.Percent(row.Classes[rank].Probability));
        }
        if (table.Rows.Count > 0)
            _terminal.Write(table);
    }

    void WriteCsv(IEnumerable<Row> rows)
    {
        _terminal.Out.WriteLine("image,rank,class,index,probability");
        foreach (Row row in rows)
        {
            for (int rank = 0; rank < row.Classes.Count; rank++)
            {
                ClassProbability prediction = row.Classes[rank];
                _terminal.Out.WriteLine(string.Create(
                    CultureInfo.InvariantCulture, $"{Quoting.Csv(row.Image)},{rank + 1},{Quoting.Csv(prediction.Label)},{prediction.Index},{prediction.Probability:F6}"));
            }
        }
    }

    void WriteJson(string model, IEnumerable<Row> rows, List<ImageDecodeException> failures)
    {
        Row[] all = [.. rows];
        JsonOutput.Write(_terminal.Out, new { Model = model, Predictions = all.Select(row => new { row.Image, Classes = row.Classes.Select(found => new { Class = found.Label, found.Index, found.Probability }) }), Failures = failures.Select(failure => new { failure.Image, failure.Reason }) });
    }

    sealed record Row(string Image, IReadOnlyList<ClassProbability> Classes);
}
