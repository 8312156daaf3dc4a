using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Senet.Cli.Quickstart;
using Senet.Data;
using Senet.Graph;
using Senet.Training;
using Spectre.Console;

namespace Senet.Cli.Commands;

/// <summary><c>senet quickstart</c>: the whole job, from finding images to predictions, in a few minutes.</summary>
sealed class QuickstartCommand
{
    readonly Terminal _terminal;
    readonly Option<string?> _output = Opt.Text("--output", "Run folder (default runs/quickstart, with -2, -3 ... if taken).", "DIR");
    readonly Option<int?> _epochs = Opt.Whole("--epochs", string.Create(CultureInfo.InvariantCulture, $"Passes over the training images (default {QuickstartPlan.Recipe.Epochs})."));
    readonly Option<string?> _device = Opt.Device();
    readonly Option<int?> _threads = Opt.Threads();
    readonly Option<bool> _generated = Opt.Flag("--generated", "Use the generated images even if Fashion-MNIST is there.");
    readonly Option<int?> _images = Opt.Whole("--images", "Number of generated training images.");

    readonly List<(string Phase, string What, TimeSpan Time)> _phases = [];

    QuickstartCommand(Terminal terminal) => _terminal = terminal;

    public static Command Create(Terminal terminal)
    {
        var quickstart = new QuickstartCommand(terminal);
        quickstart._images.Hidden = true;
        var command = new SenetCommand(
            "quickstart",
            "Does the whole job on Fashion-MNIST in a few minutes: finds or downloads it, trains a small SE network, evaluates it on all test images and classifies some. " +
            "Without data and network it generates images itself.",
            ("senet quickstart", "trains into runs/quickstart"),
            ("senet quickstart --epochs 2", "a shorter run with a lower accuracy"),
            ($"{FashionMnist.Variable}=/data senet quickstart", "takes the images from /data/fashion-mnist"))
        {
            quickstart._output, quickstart._epochs, quickstart._device, quickstart._threads, quickstart._generated, quickstart._images,
        };
        command.SetAction(quickstart.Run);
        return command;
    }

    int Run(ParseResult parsed)
    {
        string output = parsed.GetValue(_output) ?? RunNames.Free(Path.Combine("runs", "quickstart"));
        var run = new RunFolder(output);
        if (run.HoldsRun)
            throw new SenetException($"{output}: already holds a run; choose another --output, or go on with: senet train --resume {Quoting.Argument(output)}");
        int epochs = parsed.GetValue(_epochs).AtLeast(1, "--epochs") ?? QuickstartPlan.Recipe.Epochs;
        int? images = parsed.GetValue(_images).AtLeast(GeneratedImages.Classes.Count, "--images");
        int? threads = parsed.GetValue(_threads).AtLeast(1, "--threads");
        string device = parsed.GetValue(_device) ?? "auto";
        var total = Stopwatch.StartNew();
        using var interruption = new Interruption(() => _terminal.Error.WriteLine("senet: stopping after this step; once more stops at once"));

        (string data, string what) = Timed("find data", () => FindData(parsed.GetValue(_generated), output, images, interruption.Token), found => found.What);
        TrainingResult result = Train(data, output, epochs, device, threads, interruption.Token);
        if (result.Interrupted)
        {
            _terminal.Out.WriteLine($"stopped and saved; go on with: senet train --resume {Quoting.Argument(output)}");
            return ExitCode.Interrupted;
        }
        TorchThreads.Use(threads);
        using var classifier = TorchClassifier.Load(result.ModelPath!, device);
        IImageSource test = ImageDataSet.OpenForEvaluation(data, classifier.Classes);
        EvaluationResult evaluation = Timed(
            "evaluate",
            () => classifier.Evaluate(test, 256, null, interruption.Token),
            found => $"top-1 {Numbers.Percent(found.Top1)}, loss {found.Loss.ToString("F4", CultureInfo.InvariantCulture)} on all {Numbers.Grouped(found.Count)} test images");
        Table predictions = Timed("predict", () => Predict(classifier, test, output), _ => $"{QuickstartPlan.Predictions} test images, saved in {Path.Combine(output, "test-images")}");
        Report(output, data, what, predictions, evaluation, total.Elapsed);
        return ExitCode.Success;
    }

    (string Data, string What) FindData(bool generate, string output, int? images, CancellationToken cancellationToken)
    {
        if (!generate)
        {
            if (FashionMnist.Find() is { } found)
                return (found, "Fashion-MNIST");
            if (FashionMnist.Download(_terminal.Out.WriteLine, cancellationToken) is { } downloaded)
                return (downloaded, "Fashion-MNIST, downloaded");
        }
        string folder = Path.Combine(output, "images");
        GeneratedImages.Write(folder, images ?? QuickstartPlan.GeneratedTrainImages, images is null ? QuickstartPlan.GeneratedTestImages : Math.Max(GeneratedImages.Classes.Count, images.Value / 5));
        _terminal.Out.WriteLine($"{(generate ? "as asked" : "no Fashion-MNIST on this machine and none to download")}: using generated images of {string.Join(", ", GeneratedImages.Classes)} (classes 0 to 9)");
        return (folder, "generated images");
    }

    TrainingResult Train(string data, string output, int epochs, string device, int? threads, CancellationToken cancellationToken)
    {
        var settings = new TrainingSettings
        {
            Data = data,
            RunFolder = output,
            Architecture = QuickstartPlan.Architecture,
            Options = QuickstartPlan.Options,
            Recipe = QuickstartPlan.Recipe with { Epochs = epochs },
            Device = device,
            Threads = threads,
        };
        var clock = Stopwatch.StartNew();
        TimeSpan scanned = default;
        RunDescription? run = null;
        TrainingResult result = TrainingDisplay.Run(_terminal, report => Trainer.Train(
            settings,
            state =>
            {
                if (state is TrainingEvent.Started started)
                {
                    scanned = clock.Elapsed;
                    run = started.Run;
                }
                report(state);
            },
            cancellationToken));
        _phases.Add(("scan", $"{Numbers.Grouped(run!.TrainImages)} training and {Numbers.Grouped(run.ValidationImages)} test images, all readable", scanned));
        _phases.Add(("train", string.Create(CultureInfo.InvariantCulture, $"{run.Architecture}, {result.Epochs.Count} epochs, best epoch {result.BestEpoch} (chosen by the test images)"), clock.Elapsed - scanned));
        return result;
    }

    static Table Predict(TorchClassifier classifier, IImageSource test, string output)
    {
        string folder = Path.Combine(output, "test-images");
        Directory.CreateDirectory(folder);
        Preprocessing input = classifier.Description.Preprocessing;
        ImagePixels[] images = [.. Enumerable.Range(0, Math.Min(QuickstartPlan.Predictions, test.Count)).Select(i => test.Load(i, input.Channels, input.Background))];
        IReadOnlyList<IReadOnlyList<Prediction>> predictions = classifier.Classify(images, 1);
        Table table = Tables.Create("image", "true class", "predicted", ">probability", "");
        for (int i = 0; i < images.Length; i++)
        {
            Prediction best = predictions[i][0];
            string name = string.Create(CultureInfo.InvariantCulture, $"test-{i:D5}.png");
            PngFile.Write(Path.Combine(folder, name), images[i]);
            table.Row(name, classifier.Classes[test.Label(i)], best.Class, Numbers.Percent(best.Probability), best.Index == test.Label(i) ? "right" : "wrong");
        }
        return table;
    }

    void Report(string output, string data, string what, Table predictions, EvaluationResult evaluation, TimeSpan total)
    {
        var run = new RunFolder(output);
        TextWriter writer = _terminal.Out;
        _terminal.Write(predictions);
        Table phases = Tables.Create("phase", "what was done", ">wall time");
        foreach ((string phase, string done, TimeSpan time) in _phases)
            phases.Row(phase, done, Numbers.Time(time));
        phases.Row("total", "", Numbers.Time(total));
        _terminal.Write(phases);
        Table files = Tables.Create("file", "what it holds");
        files.Row(data, what);
        files.Row(run.ModelPath, "the best model: all that predicting needs");
        files.Row(run.LastPath, "the state to resume from");
        files.Row(run.MetricsPath, "loss and accuracy of every epoch");
        files.Row(run.RecipePath, "everything the run depends on");
        files.Row(run.ClassesPath, "the class names");
        _terminal.Write(files);
        writer.WriteLine($"top-1 on the {Numbers.Grouped(evaluation.Count)} test images: {Numbers.Percent(evaluation.Top1)}");
        writer.WriteLine($"go on with: senet predict {Quoting.Argument(output)} {Quoting.Argument(Path.Combine(output, "test-images"))}");
    }

    T Timed<T>(string phase, Func<T> work, Func<T, string>? describe = null)
    {
        var clock = Stopwatch.StartNew();
        T result = work();
        _phases.Add((phase, describe?.Invoke(result) ?? "", clock.Elapsed));
        return result;
    }
}
