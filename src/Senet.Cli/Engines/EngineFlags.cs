using System.CommandLine;
using Senet.Graph;

namespace Senet.Cli;

/// <summary>The options that choose what computes. <c>--device</c> belongs to libtorch: alone it chooses libtorch, beside another engine it is refused.</summary>
sealed class EngineFlags
{
    static readonly (string Name, EngineKind Value)[] Names = [("managed", EngineKind.Managed), ("torch", EngineKind.Torch), ("onnx", EngineKind.Onnx)];

    readonly Option<EngineKind?> _engine = Opt.Choice(
        "--engine", "What computes: managed, Senet's own engine on the CPU (default); torch, libtorch; onnx, ONNX Runtime on the CPU.", Names);
    readonly Option<string?> _device = Opt.Device("Where libtorch computes: auto (default), cpu, cuda, cuda:N or mps; given alone it implies --engine torch.");
    readonly Option<int?> _threads = Opt.Whole("--threads", "Threads of the engine (default: all processors).");

    public IEnumerable<Option> All => [_engine, _device, _threads];

    /// <summary>What options call an engine.</summary>
    public static string NameOf(EngineKind kind) => Names.First(row => row.Value == kind).Name;

    /// <summary>The engine of that name; null where there is none.</summary>
    public static EngineKind? KindOf(string name) =>
        Names.Where(row => row.Name.Equals(name.Trim(), StringComparison.OrdinalIgnoreCase)).Select(row => (EngineKind?)row.Value).FirstOrDefault();

    /// <summary>Refuses what contradicts itself, before anything is loaded.</summary>
    /// <exception cref="UsageException">A device for an engine that has none, or no thread.</exception>
    public void Check(ParseResult parsed)
    {
        EngineKind kind = Kind(parsed);
        if (kind != EngineKind.Torch && parsed.IsGiven(_device))
            throw new UsageException($"{_device.Name}: an option of --engine torch; {NameOf(kind)} computes on the CPU");
        parsed.GetValue(_threads).AtLeast(1, _threads.Name);
    }

    /// <summary>Loads a model file on the engine chosen.</summary>
    /// <param name="parsed">The command line.</param>
    /// <param name="path">The model file.</param>
    /// <param name="resized">Changes the size of the model's input; null leaves it as the file says.</param>
    public Engine Open(ParseResult parsed, string path, Func<Preprocessing, Preprocessing>? resized = null)
    {
        resized ??= input => input;
        int? threads = parsed.GetValue(_threads);
        if (Kind(parsed) != EngineKind.Managed)
            path = ModelLocation.ResolveModel(path);
        return Kind(parsed) switch
        {
            EngineKind.Torch => TorchEngine.Load(path, parsed.GetValue(_device) ?? "auto", threads, resized),
            EngineKind.Onnx => OnnxEngine.Load(path, threads, resized),
            _ => ManagedEngine.Load(path, threads, resized),
        };
    }

    EngineKind Kind(ParseResult parsed) => parsed.GetValue(_engine) ?? (parsed.IsGiven(_device) ? EngineKind.Torch : EngineKind.Managed);
}
