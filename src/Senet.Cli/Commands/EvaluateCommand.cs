using System.CommandLine;
using System.Globalization;
using Senet.Data;
using Senet.Graph;
using Senet.Training;
using Senet.Weights;
using Spectre.Console;

namespace Senet.Cli.Commands;

/// <summary><c>senet evaluate</c>: how well a model does on labelled images.</summary>
sealed class EvaluateCommand
{
    // Beyond this the matrix no longer fits a screen.
    const int MostClassesForMatrix = 20;
    const int ConfusedPairs = 20;

    readonly Terminal _terminal;
    readonly Argument<string> _model = new("MODEL") { Description = "A model file or a run folder." };
    readonly Argument<string> _data = new("DATA") { Description = "Labelled images in any form that 'senet train' reads; of data with parts, the validation or test part." };
    readonly Option<bool> _json = Opt.Flag("--json", "Print one JSON object and nothing else.");
    readonly Option<BadImagePolicy?> _onBadImage = Opt.Choice(
        "--on-bad-image", "Unreadable images: stop (default), or skip them.", ("stop", BadImagePolicy.Stop), ("skip", BadImagePolicy.Skip));
    readonly Option<EvaluationPreset?> _preset = Opt.Parsed<EvaluationPreset>(
        "--preset", $"Sizes of the resize and of the crop instead of the model's own: {EvaluationPreset.Forms}.", "SIZES", EvaluationPreset.Forms, EvaluationPreset.TryParse);
    readonly Option<int?> _crops = Opt.Choice("--crops", "Crops of each image, their probabilities averaged: the centre (default), corners and centre, or these and their mirror images.", ("1", 1), ("5", 5), ("10", 10));
    readonly EngineFlags _engine = new();
    readonly Option<bool> _stored = Opt.IgnoreOrientation();
    readonly Option<int?> _batchSize = Opt.Whole("--batch-size", "Images per pass (default 64).");

    EvaluateCommand(Terminal terminal) => _terminal = terminal;

    public static Command Create(Terminal terminal)
    {
        var evaluate = new EvaluateCommand(terminal);
        var command = new SenetCommand(
            "evaluate",
            "Measures a model on labelled images: top-1, top-5, loss, confusion matrix, precision and recall.",
            ("senet evaluate runs/se-resnet-18-photos photos/val", "the run's best model"),
            ("senet evaluate model.safetensors photos/ --json > result.json", "all figures for a program"),
            ("senet evaluate model.safetensors photos/ --preset 352/320 --crops 10", "larger images, ten crops of each"),
            ("senet evaluate model.safetensors photos/ --engine torch --device cuda", "on a GPU"))
        {
            evaluate._model, evaluate._data, evaluate._json, evaluate._onBadImage, evaluate._stored, evaluate._batchSize, evaluate._preset, evaluate._crops,
        };
        foreach (Option option in evaluate._engine.All)
            command.Add(option);
        command.SetAction(evaluate.Run);
        return command;
    }

    int Run(ParseResult parsed)
    {
        _engine.Check(parsed);
        string path = ModelLocation.Resolve(parsed.GetValue(_model)!);
        string data = parsed.GetValue(_data)!;
        bool json = parsed.GetValue(_json);
        int batchSize = parsed.GetValue(_batchSize).AtLeast(1, "--batch-size") ?? 64;
        int crops = parsed.GetValue(_crops) ?? 1;
        using Engine engine = _engine.Open(parsed, path, parsed.GetValue(_preset) is { } preset ? preset.Apply : null);
        if (parsed.GetValue(_stored))
            engine.IgnoreOrientation();
        CheckInput(engine.Description, engine.Transform.Preprocessing, crops);
        var notes = new List<string>();
        IImageSource images = ImageDataSet.OpenForEvaluation(data, engine.Classes, notes, engine.Transform.Preprocessing.ApplyOrientation);
        if (!json)
        {
            foreach (string note in notes)
                _terminal.Error.WriteLine($"note: {ImageFiles.Printable(note)}");
        }
        using var interruption = new Interruption(() => _terminal.Error.WriteLine("senet: stopping"));
        BadImagePolicy onBadImage = parsed.GetValue(_onBadImage) ?? BadImagePolicy.Stop;
        Evaluation Measure(Action<string> progress) => Evaluation.Measure(
            engine, images, data, onBadImage, batchSize, crops, text => _terminal.Error.WriteLine(text), progress, interruption.Token);
        Evaluation evaluation = _terminal.IsInteractive && !json
            ? _terminal.Console.Status().Start("scanning", status => Measure(text => status.Status = text))
            : Measure(_ => { });
        if (json)
            WriteJson(path, data, engine, crops, evaluation, notes);
        else
            WriteTables(path, data, engine.Transform.Preprocessing, crops, evaluation);
        return ExitCode.Success;
    }

    // Before anything is scanned: whether the network takes this size, and whether there is room for the crops.
    void CheckInput(ModelDescription model, Preprocessing input, int crops)
    {
        try
        {
            ArchitectureRegistry.Get(model.Architecture).Build(model.Options).InferShapes(new(input.Channels, input.Height, input.Width));
        }
        catch (SenetException error)
        {
            throw new SenetException($"{_preset.Name}: an input of {Text(input.Height)} x {Text(input.Width)} does not suit the network: {error.Message}", error);
        }
        if (crops > 1 && input.ResizeShortSide < Math.Max(input.Height, input.Width))
        {
            throw new UsageException(string.Create(
                CultureInfo.InvariantCulture,
                $"{_crops.Name} {crops}: the short side of {input.ResizeShortSide} pixels is less than the crop of {input.Height} x {input.Width}; choose a larger one with {_preset.Name}, such as 256/224"));
        }
    }

    void WriteTables(string model, string data, Preprocessing input, int crops, Evaluation evaluation)
    {
        EvaluationResult result = evaluation.Result;
        TextWriter output = _terminal.Out;
        output.WriteLine($"{model} on {data}: {Numbers.Count(result.Count, "image", "images")} of {Numbers.Count(result.Classes.Count, "class", "classes")}{(evaluation.Skipped.Count > 0 ? $", {evaluation.Skipped.Count.ToString(CultureInfo.InvariantCulture)} left out" : "")}");
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"top-1 {Numbers.Percent(result.Top1)}, top-5 {Numbers.Percent(result.Top5)}, loss {result.Loss:F4}"));
        output.WriteLine($"input: {PreprocessingText.Line(input, crops)}");
        Table perClass = Tables.Create(">#", "class", ">images", ">predicted", ">correct", ">precision", ">recall");
        int number = 0;
        foreach (ClassMetrics row in result.PerClass)
            perClass.Row(Text(++number), row.Class, Numbers.Grouped(row.Images), Numbers.Grouped(row.Predicted), Numbers.Grouped(row.Correct), Numbers.Percent(row.Precision), Numbers.Percent(row.Recall));
        _terminal.Write(perClass);
        if (result.Classes.Count <= MostClassesForMatrix)
            WriteMatrix(result);
        else
            WriteConfusedPairs(result);
    }

    void WriteMatrix(EvaluationResult result)
    {
        _terminal.Out.WriteLine("confusion matrix: true class in rows, predicted class in columns (by number)");
        Table matrix = Tables.Create([">#", "true class", .. Enumerable.Range(1, result.Classes.Count).Select(column => $">{Text(column)}")]);
        for (int row = 0; row < result.Classes.Count; row++)
            matrix.Row([Text(row + 1), result.Classes[row], .. result.Confusion[row].Select(count => count == 0 ? "." : Text(count))]);
        _terminal.Write(matrix);
    }

    void WriteConfusedPairs(EvaluationResult result)
    {
        _terminal.Out.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"the confusion matrix of {result.Classes.Count} classes is too large to print; the {ConfusedPairs} most confused pairs (--json prints it all):"));
        var pairs =
            from row in Enumerable.Range(0, result.Classes.Count)
            from column in Enumerable.Range(0, result.Classes.Count)
            where row != column && result.Confusion[row][column] > 0
            orderby result.Confusion[row][column] descending
            select (True: result.Classes[row], Predicted: result.Classes[column], Count: result.Confusion[row][column]);
        Table table = Tables.Create("true class", "taken for", ">images");
        foreach ((string trueClass, string predicted, int count) in pairs.Take(ConfusedPairs))
            table.Row(trueClass, predicted, Numbers.Grouped(count));
        _terminal.Write(table);
    }

    void WriteJson(string model, string data, Engine engine, int crops, Evaluation evaluation, List<string> notes) => JsonOutput.Write(_terminal.Out, new
    {
        Model = model,
        engine.Description.Architecture,
        Data = data,
        Images = evaluation.Result.Count,
        engine.Transform.Preprocessing.ResizeShortSide,
        engine.Transform.Preprocessing.Height,
        engine.Transform.Preprocessing.Width,
        Crops = crops,
        evaluation.Result.Top1,
        evaluation.Result.Top5,
        evaluation.Result.Loss,
        evaluation.Result.Classes,
        evaluation.Result.PerClass,
        evaluation.Result.Confusion,
        Skipped = evaluation.Skipped.Select(image => new { image.Image, image.Reason }),
        Notes = notes,
    });

    static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
