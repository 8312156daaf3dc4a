using System.CommandLine;
using System.Globalization;
using Senet.Graph;
using Senet.Onnx;
using Senet.Torch;
using Senet.Weights;
using TorchSharp;
using static TorchSharp.torch;

namespace Senet.Cli.Commands;

/// <summary><c>senet export</c>: a model for other programs, as an ONNX file that is checked before it is written, or as bare weights.</summary>
sealed class ExportCommand
{
    // Images of the two batches that the file is checked with: alone and among others.
    static readonly int[] CheckedBatches = [1, 2];

    // How much larger the second batch's images are where the size is open; odd, so that no pooling comes out even.
    const int OtherSize = 27;

    readonly Terminal _terminal;
    readonly Argument<string> _model = new("MODEL") { Description = "A model file or a run folder." };
    readonly Option<string?> _output = Opt.Text("--output", "The file to write.", "FILE");
    readonly Option<ExportFormat?> _format = Opt.Choice(
        "--format", "onnx (default), or safetensors: the weights alone, float32.", ("onnx", ExportFormat.Onnx), ("safetensors", ExportFormat.Safetensors));
    readonly Option<KeyNames?> _keys = Opt.Choice("--keys", "safetensors: names of the weights, Senet's own (default) or timm's.", ("senet", KeyNames.Senet), ("timm", KeyNames.Timm));
    readonly Option<int?> _size = Opt.Whole("--size", "Height and width of the images (default: the model's own).");
    readonly Option<bool> _dynamicSize = Opt.Flag("--dynamic-size", "Leave height and width open: the file takes images of any size.");
    readonly Option<bool?> _fold = Opt.Switch("--fold", "Fold batch normalisations into the convolutions in front of them (default; '--fold false' keeps them apart).");
    readonly Option<bool> _softmax = Opt.Flag("--softmax", "Give probabilities instead of logits.");
    readonly Option<bool> _preprocess = Opt.Flag("--preprocess", "Take bytes (batch, height, width, channels) and normalise them in the file.");
    readonly Option<bool?> _check = Opt.Switch("--check", "Run the file in ONNX Runtime before it is written (default; '--check false' leaves that out).");
    readonly Option<int?> _opset = Opt.Whole(
        "--opset", string.Create(CultureInfo.InvariantCulture, $"ONNX operator set, {OnnxExportOptions.OldestOpset} to {OnnxExportOptions.NewestOpset} (default 17)."));

    ExportCommand(Terminal terminal) => _terminal = terminal;

    public static Command Create(Terminal terminal)
    {
        var export = new ExportCommand(terminal);
        export._output.Required = true;
        var command = new SenetCommand(
            "export",
            "Writes a model for other programs. An ONNX file is first run in ONNX Runtime on random images; if it does not give what Senet gives, nothing is written.",
            ("senet export runs/se-resnet-18-photos --output flowers.onnx", "the run's best model, images of its own size"),
            ("senet export model.safetensors --output model.onnx --preprocess --softmax", "bytes in, probabilities out"),
            ("senet export model.safetensors --output model.onnx --dynamic-size", "images of any size"),
            ("senet export model.safetensors --output timm.safetensors --format safetensors --keys timm", "weights that timm loads"))
        {
            export._model, export._output, export._format, export._keys, export._size, export._dynamicSize, export._fold, export._softmax, export._preprocess, export._check, export._opset,
        };
        command.SetAction(export.Run);
        return command;
    }

    int Run(ParseResult parsed)
    {
        string output = parsed.GetValue(_output)!;
        string path = ModelLocation.ResolveModel(parsed.GetValue(_model)!);
        bool bare = parsed.GetValue(_format) == ExportFormat.Safetensors;
        Option[] foreign = bare ? [_size, _dynamicSize, _fold, _softmax, _preprocess, _check, _opset] : [_keys];
        if (foreign.FirstOrDefault(parsed.IsGiven) is { } useless)
            throw new UsageException($"{useless.Name}: {(bare ? "safetensors holds weights alone; this is an option of ONNX files" : "an option of --format safetensors")}");
        ModelFile model = ModelFile.Load(path);
        return bare ? WriteWeights(output, model, parsed.GetValue(_keys) ?? KeyNames.Senet) : WriteOnnx(parsed, output, path, model);
    }

    int WriteWeights(string output, ModelFile model, KeyNames keys)
    {
        IEnumerable<WeightTensor> weights = model.Tensors.Values;
        if (keys == KeyNames.Timm)
            weights = TimmKeys.Rename(ArchitectureRegistry.Get(model.Description.Architecture), model.Description.Options, weights);
        WeightTensor[] written = [.. weights];
        SafetensorsFile.Write(output, written, new Dictionary<string, string> { ["format"] = "pt" });
        _terminal.Out.WriteLine($"{output}: {Numbers.Count(written.Length, "weight", "weights")} of {model.Description.Architecture}, names of {(keys == KeyNames.Timm ? "timm" : "Senet")}");
        return ExitCode.Success;
    }

    int WriteOnnx(ParseResult parsed, string output, string path, ModelFile model)
    {
        OnnxExportOptions options = Options(parsed, model.Description);
        NetworkGraph graph = ArchitectureRegistry.Get(model.Description.Architecture).Build(model.Description.Options);
        byte[] file = OnnxExporter.Encode(graph, model.Tensors, options);
        string check = parsed.GetValue(_check) == false ? "not checked" : Check(path, file, graph, model, options);
        AtomicFile.Write(output, stream => stream.Write(file));
        _terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{output}: {graph.Name}, opset {options.Opset}, {Numbers.Bytes(file.Length)}"));
        _terminal.Out.WriteLine($"takes {Input(graph, options)}; gives {(options.Softmax ? "probabilities" : "logits")}, float (batch, {graph.Output.OutputChannels.ToString(CultureInfo.InvariantCulture)})");
        _terminal.Out.WriteLine(check);
        return ExitCode.Success;
    }

    OnnxExportOptions Options(ParseResult parsed, ModelDescription description)
    {
        int? size = parsed.GetValue(_size).AtLeast(1, "--size");
        bool isDynamic = parsed.GetValue(_dynamicSize);
        if (size is not null && isDynamic)
            throw new UsageException("--size and --dynamic-size: give one of them");
        int opset = parsed.GetValue(_opset) ?? 17;
        if (opset is < OnnxExportOptions.OldestOpset or > OnnxExportOptions.NewestOpset)
            throw new UsageException(string.Create(CultureInfo.InvariantCulture, $"--opset {opset}: expected {OnnxExportOptions.OldestOpset} to {OnnxExportOptions.NewestOpset}"));
        Preprocessing preprocessing = size is { } side ? Resized(description.Preprocessing, side) : description.Preprocessing;
        return new()
        {
            Opset = opset,
            InputSize = isDynamic ? null : new(preprocessing.Height, preprocessing.Width),
            FoldBatchNorm = parsed.GetValue(_fold) ?? true,
            Softmax = parsed.GetValue(_softmax),
            EmbedPreprocessing = parsed.GetValue(_preprocess),
            Preprocessing = preprocessing,
            Classes = description.Classes,
        };
    }

    // Another crop, and the short side in the same proportion to it.
    static Preprocessing Resized(Preprocessing preprocessing, int size) => preprocessing with
    {
        Height = size,
        Width = size,
        ResizeShortSide = (int)Math.Round(size * (double)preprocessing.ResizeShortSide / Math.Min(preprocessing.Height, preprocessing.Width)),
    };

    // The sentence for the user, or the error.
    static string Check(string path, byte[] file, NetworkGraph graph, ModelFile model, OnnxExportOptions options)
    {
        using var module = new GraphModule(graph);
        module.LoadWeights(model.Tensors, path);
        module.eval();
        using var check = new OnnxCheck(file);
        Size2d size = options.InputSize ?? new(model.Description.Preprocessing.Height, model.Description.Preprocessing.Width);
        double largest = 0;
        foreach (int count in CheckedBatches)
        {
            largest = Math.Max(largest, Compare(check, module, options, count, size));
            if (options.InputSize is null)
                size = new(size.Height + OtherSize, size.Width + OtherSize);
        }
        return string.Create(CultureInfo.InvariantCulture, $"checked in ONNX Runtime {OnnxCheck.RuntimeVersion} on {CheckedBatches.Sum()} random images: largest relative difference {largest:G2}");
    }

    static double Compare(OnnxCheck check, GraphModule module, OnnxExportOptions options, int count, Size2d size)
    {
        using DisposeScope scope = NewDisposeScope();
        using IDisposable noGrad = no_grad();
        long[] shape = [count, size.Height, size.Width, module.Graph.Input.OutputChannels];
        byte[] pixels = new byte[shape.Aggregate(1L, (product, length) => product * length)];
        new Random(count).NextBytes(pixels);
        Tensor images = Normalised(tensor(pixels, shape), options.Preprocessing!);
        Tensor expected = module.call(images);
        if (options.Softmax)
            expected = expected.softmax(1);
        float[] values = expected.data<float>().ToArray();
        return options.EmbedPreprocessing
            ? check.Compare(pixels, shape, values)
            : check.Compare(images.data<float>().ToArray(), images.shape, values);
    }

    // (N, H, W, C) bytes as the network's input, the way the data pipeline makes it.
    static Tensor Normalised(Tensor pixels, Preprocessing preprocessing)
    {
        Tensor values = pixels.permute(0, 3, 1, 2);
        long channels = values.shape[1];
        if (preprocessing.Bgr && channels == 3)
            values = values.flip(1);
        values = values.to(float32);
        if (preprocessing.PixelMaximum != 255)
            values = values / 255;
        return ((values - tensor(preprocessing.Mean, [1, channels, 1, 1])) / tensor(preprocessing.Std, [1, channels, 1, 1])).contiguous();
    }

    static string Input(NetworkGraph graph, OnnxExportOptions options)
    {
        string channels = graph.Input.OutputChannels.ToString(CultureInfo.InvariantCulture);
        string size = options.InputSize is { } known ? string.Create(CultureInfo.InvariantCulture, $"{known.Height}, {known.Width}") : "height, width";
        return options.EmbedPreprocessing ? $"image, bytes (batch, {size}, {channels})" : $"input, float (batch, {channels}, {size})";
    }

    enum ExportFormat
    {
        Onnx,
        Safetensors,
    }

    enum KeyNames
    {
        Senet,
        Timm,
    }
}
