using System.Globalization;
using System.Numerics;
using Senet.Graph;

namespace Senet.Weights;

/// <summary>Turns nested dictionaries and lists into one list of tensors and one of scalars, named by the keys on the way.</summary>
sealed class CheckpointTree
{
    // Checkpoints nest four or five levels. The limit also ends structures that contain themselves.
    const int MaxDepth = 48;

    // Longer lists of numbers, such as the loss of every step, are mentioned but not copied.
    const int MaxPlainItems = 1024;

    const string RootTensor = "tensor";

    readonly TorchInput _input;
    readonly OrderedDictionary<string, CheckpointTensor> _tensors = [];
    readonly OrderedDictionary<string, string> _scalars = [];

    CheckpointTree(TorchInput input) => _input = input;

    /// <summary>Makes the checkpoint, which closes <paramref name="input"/> when it is closed.</summary>
    /// <exception cref="SenetException">Two tensors have one name, the nesting is too deep, or the names take too much memory.</exception>
    public static Checkpoint Open(TorchInput input, CheckpointFormat format, object? root)
    {
        var tree = new CheckpointTree(input);
        tree.Add("", root, 0);
        return new Checkpoint(input.Path, format, [.. tree._tensors.Values], tree._scalars, input);
    }

    /// <summary>A scalar as text; null for what is none.</summary>
    public static string? Format(object? value) => value switch
    {
        string text => text,
        bool truth => truth ? "true" : "false",
        long number => number.ToString(CultureInfo.InvariantCulture),
        double number => number.ToString(CultureInfo.InvariantCulture),
        BigInteger number => number.ToString(CultureInfo.InvariantCulture),
        PickleGlobal global => global.Name,
        PickleDropped dropped => $"{dropped.Name} (not loaded)",
        TorchStorage => "a storage (not loaded)",
        _ => null,
    };

    void Add(string name, object? value, int depth)
    {
        if (depth > MaxDepth)
            throw _input.Bad($"{FileErrors.Quote(name)} is nested deeper than {MaxDepth} levels or contains itself; the file is damaged or made to do harm");
        // Shared parts are visited once for each place they stand in: their number can grow without the file's.
        _input.Take(16);
        switch (value)
        {
            case TorchTensor tensor:
                AddTensor(depth == 0 ? RootTensor : name, tensor);
                break;
            case PickleDictionary dictionary:
                AddEntries(name, dictionary, depth);
                break;
            case IReadOnlyList<object?> items:
                AddItems(name, items, depth);
                break;
            default:
                if (Format(value) is { } text)
                    AddScalar(name, text);
                break;
        }
    }

    void AddEntries(string name, PickleDictionary dictionary, int depth)
    {
        foreach ((object key, object? value) in dictionary)
            Add(Join(name, Format(key)!, depth), value, depth + 1);
        if (dictionary.HasUnnamed)
            AddScalar(name, "values under keys that are no text or number (not loaded)");
    }

    void AddItems(string name, IReadOnlyList<object?> items, int depth)
    {
        _input.Take(items.Count);
        if (items.Count > MaxPlainItems && !items.Any(i => i is TorchTensor or PickleDictionary or IReadOnlyList<object?>))
        {
            AddScalar(name, string.Create(CultureInfo.InvariantCulture, $"{items.Count} values (not loaded)"));
            return;
        }
        for (int i = 0; i < items.Count; i++)
            Add(Join(name, i.ToString(CultureInfo.InvariantCulture), depth), items[i], depth + 1);
    }

    string Join(string parent, string key, int depth)
    {
        _input.Take(32 + (2L * (parent.Length + key.Length)));
        return depth == 0 ? key : $"{parent}/{key}";
    }

    void AddTensor(string name, TorchTensor tensor)
    {
        _input.Take(300);
        var entry = new CheckpointTensor(name, tensor.Type, tensor.Shape, () => Load(name, tensor));
        if (!_tensors.TryAdd(name, entry))
            throw _input.Bad($"two tensors are called {FileErrors.Quote(name)}; save the state_dict alone");
    }

    // A scalar is a courtesy: the first of a name stays.
    void AddScalar(string name, string text)
    {
        _input.Take(128);
        _scalars.TryAdd(name, text);
    }

    WeightTensor Load(string name, TorchTensor tensor)
    {
        try
        {
            return tensor.Load(_input, name);
        }
        catch (Exception exception) when (FileErrors.IsFileError(exception))
        {
            throw FileErrors.Reading(_input.Path, exception);
        }
    }
}
