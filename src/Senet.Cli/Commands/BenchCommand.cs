using System.CommandLine;
using System.Globalization;
using Senet.Inference;
using Senet.Onnx;
using Senet.Torch;
using Spectre.Console;

namespace Senet.Cli.Commands;

/// <summary><c>senet bench</c>: how fast a network runs here, layer by layer, and against other engines.</summary>
sealed class BenchCommand
{
    const double DefaultSeconds = 3;
    const int ProfilePasses = 20;

    readonly Terminal _terminal;
    readonly Argument<string> _name = new("MODEL") { Description = "A model file, a run folder, or an architecture (see 'senet models'), which gets random weights." };
    readonly Option<int?> _threads = Opt.Whole("--threads", "Threads of every engine (default: all processors).");
    readonly Option<string?> _batch = Opt.Text("--batch", "Images of a pass; several sizes with commas between (default 1).", "N,N");
    readonly Option<string?> _versus = Opt.Text("--vs", "Other engines to time in turn with the managed one: onnx, torch or both.", "ENGINES");
    readonly Option<int?> _size = Opt.Whole("--size", "Height and width of the images (default: the model's own).");
    readonly Option<double?> _seconds = Opt.Number("--seconds", "Time to measure each engine and batch size for (default 3).", "S");
    readonly Option<bool> _json = Opt.Flag("--json", "Print one JSON object.");

    BenchCommand(Terminal terminal) => _terminal = terminal;

    public static Command Create(Terminal terminal)
    {
        var bench = new BenchCommand(terminal);
        var command = new SenetCommand(
            "bench",
            "Times forward passes on the CPU: latency, throughput, every layer, the share of squeeze-and-excitation and of the processor's measured peak. " +
            "Other engines take turns with Senet's own in the same run, with pauses between.",
            ("senet bench se-resnet-50", "all processors, one image at a time"),
            ("senet bench se-resnet-50 --threads 1 --batch 1,8 --vs onnx,torch", "one thread, against ONNX Runtime and libtorch"),
            ("senet bench runs/photos --json > bench.json", "a trained network, all figures for a program"))
        {
            bench._name, bench._threads, bench._batch, bench._versus, bench._size, bench._seconds, bench._json,
        };
        command.SetAction(bench.Run);
        return command;
    }

    int Run(ParseResult parsed)
    {
        int[] batches = Batches(parsed.GetValue(_batch) ?? "1");
        EngineKind[] others = Others(parsed.GetValue(_versus));
        int threads = parsed.GetValue(_threads).AtLeast(1, "--threads") ?? Environment.ProcessorCount;
        int? size = parsed.GetValue(_size).AtLeast(1, "--size");
        double seconds = parsed.GetValue(_seconds) ?? DefaultSeconds;
        if (!(seconds > 0 && double.IsFinite(seconds)))
            throw new UsageException(string.Create(CultureInfo.InvariantCulture, $"--seconds {seconds}: expected a positive number"));
        bool json = parsed.GetValue(_json);

        BenchedNetwork network = BenchedNetwork.Load(parsed.GetValue(_name)!, size);
        Measurement Measure(Action<string> progress) => BenchCommand.Measure(network, threads, batches, others, seconds, progress);
        Measurement measured = _terminal.IsInteractive && !json
            ? _terminal.Console.Status().Start("preparing", status => Measure(text => status.Status = text))
            : Measure(_ => { });
        if (json)
            WriteJson(network, measured);
        else
            WriteTables(network, measured, others.Length > 0);
        return ExitCode.Success;
    }

    static Measurement Measure(BenchedNetwork network, int threads, int[] batches, EngineKind[] others, double seconds, Action<string> progress)
    {
        // Throws for images that the network does not take.
        long macs = network.Graph.Cost(network.Input).Macs;
        progress("measuring the processor");
        double peak = FmaPeak.MeasureOneThread() * threads;
        progress("loading the engines");
        // One pass takes the whole batch.
        using InferencePlan plan = InferencePlan.Compile(network.Graph, network.Weights, new() { Threads = threads, MostImages = batches.Max() });
        using OnnxCheck? onnx = others.Contains(EngineKind.Onnx)
            ? new(OnnxExporter.Encode(network.Graph, network.Weights, new() { InputSize = new(network.Input.Height, network.Input.Width) }), threads)
            : null;
        using GraphModule? torch = others.Contains(EngineKind.Torch) ? LoadTorch(network, threads) : null;
        var times = new List<EngineTime>();
        IReadOnlyList<StepProfile>? layers = null;
        foreach (int batch in batches)
        {
            float[] images = network.Images(batch);
            progress(string.Create(CultureInfo.InvariantCulture, $"timing batches of {batch}"));
            Contender[] contenders =
            [
                new ManagedContender(plan, network, images, batch),
                .. others.Select(kind => kind == EngineKind.Onnx ? (Contender)new OnnxContender(onnx!, network, images, batch) : new TorchContender(torch!, network, images, batch)),
            ];
            try
            {
                times.AddRange(Time(contenders, batch, macs * batch, peak, seconds));
            }
            finally
            {
                foreach (Contender contender in contenders)
                    contender.Dispose();
            }
            layers ??= plan.Profile(images, network.Input.Height, network.Input.Width, ProfilePasses);
        }
        return new(macs, threads, plan.InstructionSet, peak, plan.WeightBytes, times, batches[0], layers!);
    }

    static GraphModule LoadTorch(BenchedNetwork network, int threads)
    {
        TorchThreads.Use(threads);
        var module = new GraphModule(network.Graph);
        module.LoadWeights(network.Weights, network.Origin);
        module.eval();
        return module;
    }

    static IEnumerable<EngineTime> Time(Contender[] contenders, int batch, long macs, double peak, double seconds)
    {
        IReadOnlyList<double[]> times = Race.Run(contenders, seconds);
        float[] expected = [.. contenders[0].Run()];
        for (int i = 0; i < contenders.Length; i++)
        {
            double median = Race.Median(times[i]);
            double macsPerSecond = macs / (median / 1000);
            yield return new(
                EngineFlags.NameOf(contenders[i].Kind), batch, times[i].Length, times[i][0], median, batch / (median / 1000), macsPerSecond / 1e9, macsPerSecond / peak,
                times[i][0] / times[0][0], median / Race.Median(times[0]), i == 0 ? 0 : OnnxCheck.Difference(expected, contenders[i].Run(), batch));
        }
    }

    void WriteTables(BenchedNetwork network, Measurement measured, bool compared)
    {
        TextWriter output = _terminal.Out;
        output.WriteLine($"{network.Graph.Name}, {network.Origin}: input {network.Input}, {Numbers.Giga(measured.Macs)} GMACs per image");
        output.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{Processor.Name()}, {measured.Threads} of {Environment.ProcessorCount} processors, {measured.InstructionSet}: peak {measured.Peak / 1e9:F1} GMAC/s (measured on one thread, times {measured.Threads}); packed weights {Numbers.Bytes(measured.WeightBytes)}"));
        string[] ratio = compared ? [">min ratio", ">median ratio", ">difference"] : [];
        Table engines = Tables.Create(["engine", ">batch", ">passes", ">min ms", ">median ms", ">images/s", ">GMAC/s", ">of peak", .. ratio]);
        foreach (EngineTime time in measured.Times)
        {
            string[] against = compared ? [Number(time.MinRatio), Number(time.MedianRatio), time.Difference == 0 ? "" : time.Difference.ToString("G2", CultureInfo.InvariantCulture)] : [];
            engines.Row([
                time.Engine, Numbers.Grouped(time.Batch), Numbers.Grouped(time.Passes), Number(time.MinMs), Number(time.MedianMs),
                time.ImagesPerSecond.ToString("F1", CultureInfo.InvariantCulture), Number(time.GmacsPerSecond), Numbers.Percent(time.ShareOfPeak, 1), .. against]);
        }
        _terminal.Write(engines);
        if (compared)
            output.WriteLine("ratio: time over the managed engine's; difference: largest relative difference of an image's logits from the managed engine's");

        double total = measured.LayersMs;
        Table layers = Tables.Create("layer", "computed by", "SE", ">MACs", ">ms", ">share", ">GMAC/s", ">of peak");
        foreach (StepProfile step in measured.Layers)
        {
            double rate = step.Time > TimeSpan.Zero ? step.Macs / step.Time.TotalSeconds : 0;
            layers.Row(
                step.Name, step.Method, step.IsExcitation ? "SE" : "", step.Macs == 0 ? "" : Numbers.Grouped(step.Macs), step.Time.TotalMilliseconds.ToString("F3", CultureInfo.InvariantCulture),
                Numbers.Percent(step.Time.TotalMilliseconds / total, 1), step.Macs == 0 ? "" : Number(rate / 1e9), step.Macs == 0 ? "" : Numbers.Percent(rate / measured.Peak, 1));
        }
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"layers of the managed engine at batch {measured.LayerBatch}, the shortest of {ProfilePasses} passes each:"));
        _terminal.Write(layers);
        output.WriteLine(string.Create(CultureInfo.InvariantCulture, $"squeeze-and-excitation: {measured.ExcitationMs:F3} of {total:F3} ms, {Numbers.Percent(measured.ExcitationMs / total)} (what it adds to convolutions counts as theirs)"));
        output.WriteLine("MACs are the graph's: a share of the peak above 100 % means that a layer is computed with fewer");
    }

    void WriteJson(BenchedNetwork network, Measurement measured) => JsonOutput.Write(_terminal.Out, new
    {
        Architecture = network.Graph.Name,
        Weights = network.Origin,
        Input = new[] { network.Input.Channels, network.Input.Height, network.Input.Width },
        measured.Macs,
        Processor = Processor.Name(),
        measured.Threads,
        InstructionSet = measured.InstructionSet.ToString(),
        PeakGmacsPerSecond = measured.Peak / 1e9,
        measured.WeightBytes,
        measured.Times,
        measured.LayerBatch,
        measured.LayersMs,
        measured.ExcitationMs,
        ExcitationShare = measured.ExcitationMs / measured.LayersMs,
        Layers = measured.Layers.Select(step => new { step.Name, step.Method, step.IsExcitation, step.Macs, Ms = step.Time.TotalMilliseconds }),
    });

    static int[] Batches(string text)
    {
        string[] parts = text.Split(',');
        int[] batches = [.. parts.Select(part => int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out int batch) ? batch : 0)];
        return batches.All(batch => batch >= 1) ? [.. batches.Distinct()] : throw new UsageException($"--batch {text}: expected whole numbers from 1, such as 1,8");
    }

    static EngineKind[] Others(string? text)
    {
        if (text is null)
            return [];
        EngineKind?[] kinds = [.. text.Split(',').Select(EngineFlags.KindOf).Distinct()];
        if (kinds.Any(kind => kind is null or EngineKind.Managed))
            throw new UsageException($"--vs {text}: expected onnx, torch or both with a comma between");
        return [.. kinds.Select(kind => kind!.Value)];
    }

    static string Number(double value) => value.ToString(value < 100 ? "F2" : "F1", CultureInfo.InvariantCulture);

    sealed record Measurement(
        long Macs, int Threads, InstructionSet InstructionSet, double Peak, long WeightBytes, IReadOnlyList<EngineTime> Times, int LayerBatch, IReadOnlyList<StepProfile> Layers)
    {
        public double LayersMs => Layers.Sum(step => step.Time.TotalMilliseconds);

        public double ExcitationMs => Layers.Where(step => step.IsExcitation).Sum(step => step.Time.TotalMilliseconds);
    }
}
