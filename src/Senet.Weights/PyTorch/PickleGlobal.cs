using System.Collections.Frozen;
using Senet.Graph;

namespace Senet.Weights;

/// <summary>
/// A name in a pickle (module and name) that is on the list below. It only selects code of this library: nothing is looked up,
/// created or called by name. The list holds whole names, for <c>torch.</c> has functions that run code.
/// </summary>
sealed record PickleGlobal(string Name, PickleKind Kind, TensorType? Type = null)
{
    const int PrintedLength = 100;

    static readonly FrozenDictionary<string, PickleGlobal> Allowed = List().ToFrozenDictionary(g => g.Name);

    /// <summary>Finds a name on the list.</summary>
    /// <exception cref="SenetException">It is not on it.</exception>
    public static PickleGlobal Find(TorchInput input, string module, string name)
    {
        string full = $"{module}.{name}";
        if (Allowed.TryGetValue(full, out PickleGlobal? global))
            return global;
        if (module is "torch" or "torch.cuda" or "torch.storage" && name.EndsWith("Storage", StringComparison.Ordinal))
            throw UnknownType(input, full);
        throw Refusal(input, full);
    }

    /// <summary>The error for a Python object that is not loaded.</summary>
    public static SenetException Refusal(TorchInput input, string name) => input.Bad(
        $"holds {Printed(name)}, a Python object that is not weights and is never loaded here; in Python, save the weights alone: torch.save(model.state_dict(), \"weights.pth\")");

    /// <summary>The error for tensors of a type that no <see cref="TensorType"/> stands for.</summary>
    public static SenetException UnknownType(TorchInput input, string name) => input.Bad(
        $"holds a tensor of {Printed(name)}, which is not supported; in Python, convert it (tensor.float(), tensor.dequantize()) and save again");

    static string Printed(string name) => FileErrors.OneLine(name.Length <= PrintedLength ? name : name[..PrintedLength] + "...");

    static IEnumerable<PickleGlobal> List() =>
    [
        .. All(PickleKind.Dictionary, "collections.OrderedDict", "collections.Counter"),
        .. All(PickleKind.DefaultDictionary, "collections.defaultdict"),
        .. All(PickleKind.Set, "builtins.set", "builtins.frozenset", "__builtin__.set", "__builtin__.frozenset"),
        .. All(PickleKind.Size, "torch.Size"),
        .. All(PickleKind.Device, "torch.device"),
        .. All(PickleKind.Tensor, "torch._utils._rebuild_tensor", "torch._utils._rebuild_tensor_v2"),
        .. All(PickleKind.TensorOfType, "torch._utils._rebuild_tensor_v3"),
        .. All(PickleKind.Parameter, "torch._utils._rebuild_parameter", "torch._utils._rebuild_parameter_with_state"),
        .. All(PickleKind.TensorSubclass, "torch._tensor._rebuild_from_type_v2"),
        .. All(PickleKind.Encode, "_codecs.encode"),
        .. All(PickleKind.NumpyType, "numpy.dtype"),
        .. All(PickleKind.NumpyScalar, "numpy.core.multiarray.scalar", "numpy._core.multiarray.scalar"),
        .. All(PickleKind.Value, "torch.Tensor", "torch.nn.parameter.Parameter", "torch.nn.parameter.Buffer"),
        .. All(PickleKind.Value, [.. Types("builtins"), .. Types("__builtin__")]),
        .. All(PickleKind.Dropped, "argparse.Namespace", "numpy.ndarray",
            "numpy.core.multiarray._reconstruct", "numpy._core.multiarray._reconstruct",
            "numpy.core.numeric._frombuffer", "numpy._core.numeric._frombuffer"),
        .. Storages().SelectMany(s => new PickleGlobal[]
        {
            new($"torch.{s.Name}Storage", PickleKind.Storage, s.Type),
            new($"torch.cuda.{s.Name}Storage", PickleKind.Storage, s.Type),
            new($"torch.{s.Name}Tensor", PickleKind.Value),
            new($"torch.cuda.{s.Name}Tensor", PickleKind.Value),
        }),
        .. All(PickleKind.Storage, "torch.UntypedStorage", "torch.storage.UntypedStorage", "torch.storage._UntypedStorage"),
        .. ElementTypes().Select(t => new PickleGlobal($"torch.{t.Name}", PickleKind.Value, t.Type)),
    ];

    static IEnumerable<PickleGlobal> All(PickleKind kind, params string[] names) => names.Select(n => new PickleGlobal(n, kind));

    static string[] Types(string module) =>
        [$"{module}.dict", $"{module}.list", $"{module}.tuple", $"{module}.int", $"{module}.float", $"{module}.bool", $"{module}.str"];

    static (string Name, TensorType Type)[] Storages() =>
    [
        ("Float", TensorType.Float32), ("Double", TensorType.Float64), ("Half", TensorType.Float16), ("BFloat16", TensorType.BFloat16),
        ("Long", TensorType.Int64), ("Int", TensorType.Int32), ("Short", TensorType.Int16), ("Char", TensorType.Int8),
        ("Byte", TensorType.UInt8), ("Bool", TensorType.Bool), ("ComplexFloat", TensorType.Complex64),
    ];

    static (string Name, TensorType Type)[] ElementTypes() =>
    [
        ("float32", TensorType.Float32), ("float64", TensorType.Float64), ("float16", TensorType.Float16), ("bfloat16", TensorType.BFloat16),
        ("int64", TensorType.Int64), ("int32", TensorType.Int32), ("int16", TensorType.Int16), ("int8", TensorType.Int8),
        ("uint64", TensorType.UInt64), ("uint32", TensorType.UInt32), ("uint16", TensorType.UInt16), ("uint8", TensorType.UInt8),
        ("bool", TensorType.Bool), ("complex64", TensorType.Complex64), ("float8_e5m2", TensorType.Float8E5M2),
        ("float8_e4m3fn", TensorType.Float8E4M3), ("float8_e8m0fnu", TensorType.Float8E8M0),
    ];
}
