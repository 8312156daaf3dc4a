using System.Globalization;
using System.Text;
using Senet.Graph;

namespace Senet.Weights;

/// <summary>
/// Builds what a pickle's allowed names stand for: containers, tensors, and numbers of numpy. Memory is counted before it is used,
/// by rough upper bounds of what .NET's collections take.
/// </summary>
sealed class PickleObjects(TorchInput input)
{
    const int ListBytes = 72, ItemBytes = 24, DictionaryBytes = 160, EntryBytes = 96, TensorBytes = 200;

    // There are two, conjugation and negation.
    const int MaxFlags = 16;

    /// <summary>A list, also in the place of a set.</summary>
    public List<object?> NewList(object?[] items)
    {
        input.Take(ListBytes + ((long)ItemBytes * items.Length));
        return [.. items];
    }

    /// <summary>An empty dictionary.</summary>
    public PickleDictionary NewDictionary()
    {
        input.Take(DictionaryBytes);
        return new PickleDictionary();
    }

    /// <summary>Appends to a list.</summary>
    public void Extend(object? target, object?[] items)
    {
        if (target is PickleDropped)
            return;
        if (target is not List<object?> list)
            throw Damaged("appends to something that is no list");
        input.Take((long)ItemBytes * items.Length);
        list.AddRange(items);
    }

    /// <summary>Sets a dictionary's entries; items are keys and values in turn.</summary>
    public void SetItems(object? target, object?[] items)
    {
        if (target is PickleDropped)
            return;
        if (target is not PickleDictionary dictionary || items.Length % 2 != 0)
            throw Damaged("sets entries of something that is no dictionary, or a key without a value");
        input.Take((long)EntryBytes * (items.Length / 2));
        for (int i = 0; i < items.Length; i += 2)
            dictionary.Set(items[i], items[i + 1]);
    }

    /// <summary>What a call in the pickle yields.</summary>
    public object? Call(object? callee, object? arguments)
    {
        if (callee is not PickleGlobal global || arguments is not object?[] given)
            throw Damaged("calls something that is no function");
        return global.Kind switch
        {
            PickleKind.Dictionary => NewDictionary(global, given),
            PickleKind.DefaultDictionary => NewDictionary(),
            PickleKind.Set => given is [] ? NewList([]) : NewList(Items(given[0]) ?? throw Arguments(global)),
            PickleKind.Size => given is [var sizes] && Items(sizes) is { } items ? items : throw Arguments(global),
            PickleKind.Device => Device(global, given),
            PickleKind.Tensor => Tensor(global, given, null),
            PickleKind.TensorOfType => Tensor(global, given, given is [_, _, _, _, _, _, PickleGlobal { Type: { } type }, ..] ? type : throw Arguments(global)),
            PickleKind.Parameter => given is [TorchTensor tensor, ..] ? tensor : throw Arguments(global),
            PickleKind.TensorSubclass => Subclass(global, given),
            PickleKind.Encode => Encode(global, given),
            PickleKind.NumpyType => given is [string code, ..] ? new NumpyType(code) : throw Arguments(global),
            PickleKind.NumpyScalar => given is [NumpyType type, var data] ? type.Decode(data) ?? new PickleDropped($"numpy.{type.Code}") : throw Arguments(global),
            PickleKind.Dropped => Drop(global),
            _ => throw PickleGlobal.Refusal(input, global.Name),
        };
    }

    /// <summary>An instance without its state.</summary>
    public object NewObject(object? type, object? arguments) => type switch
    {
        PickleGlobal { Kind: PickleKind.Dropped } global => Drop(global),
        PickleGlobal { Kind: PickleKind.Dictionary or PickleKind.DefaultDictionary } when arguments is object?[] { Length: 0 } => NewDictionary(),
        PickleGlobal global => throw PickleGlobal.Refusal(input, global.Name),
        _ => throw Damaged("makes an instance of something that is no class"),
    };

    /// <summary>Sets an object's state. State dictionaries have version numbers as attributes, which nothing here needs.</summary>
    public void Build(object? target, object? state)
    {
        switch (target)
        {
            case PickleDictionary or PickleDropped:
                break;
            case NumpyType type when state as object?[] is [_, string order, ..]:
                type.BigEndian = order == ">";
                break;
            default:
                throw Damaged("sets the state of something that has none");
        }
    }

    string Device(PickleGlobal global, object?[] arguments) => arguments switch
    {
        [string { Length: < 32 } type] => type,
        [string { Length: < 32 } type, long index] => string.Create(CultureInfo.InvariantCulture, $"{type}:{index}"),
        _ => throw Arguments(global),
    };

    PickleDropped Drop(PickleGlobal global)
    {
        input.Take(32);
        return new PickleDropped(global.Name);
    }

    PickleDictionary NewDictionary(PickleGlobal global, object?[] arguments)
    {
        PickleDictionary result = NewDictionary();
        switch (arguments)
        {
            case []:
                return result;
            case [PickleDictionary counts]:
                input.Take((long)EntryBytes * counts.Count);
                foreach ((object key, object? value) in counts)
                    result.Set(key, value);
                return result;
            // Python 2 passes the pairs to the constructor.
            case [List<object?> pairs]:
                foreach (object? pair in pairs)
                    SetItems(result, Items(pair) is { Length: 2 } items ? items : throw Arguments(global));
                return result;
            default:
                throw Arguments(global);
        }
    }

    // Arguments: storage, offset, size, stride; then, by version, requires_grad, hooks, (type,) and flags such as a pending conjugation.
    TorchTensor Tensor(PickleGlobal global, object?[] arguments, TensorType? type)
    {
        if (arguments is not [TorchStorage storage, long offset, var size, var stride, ..] || Integers(size) is not { } shape || Integers(stride) is not { } strides)
            throw Arguments(global);
        int flags = type is null ? 6 : 7;
        if (arguments.Length > flags && arguments[flags] is PickleDictionary pending && (pending.Count > MaxFlags || pending.Values.Any(v => v is true)))
            throw input.Bad($"holds a tensor with a conjugation or negation still to be done; in Python, save tensor.resolve_conj().resolve_neg()");
        input.Take(TensorBytes + (16L * shape.Length));
        return TorchTensor.Create(input, storage, type ?? storage.Type ?? throw Arguments(global), offset, shape, strides);
    }

    // Arguments: the function that makes the tensor, the class, the function's arguments, further attributes.
    object? Subclass(PickleGlobal global, object?[] arguments)
    {
        if (arguments is not [PickleGlobal { Kind: PickleKind.Tensor or PickleKind.TensorOfType or PickleKind.Parameter } function, PickleGlobal, object?[] inner, ..])
            throw Arguments(global);
        return Call(function, inner);
    }

    // Protocol 2 has no bytes: Python 3 writes them as text in Latin-1.
    byte[] Encode(PickleGlobal global, object?[] arguments)
    {
        if (arguments is not [string text, "latin1" or "latin-1"])
            throw Arguments(global);
        input.Take(32 + text.Length);
        return Encoding.Latin1.GetBytes(text);
    }

    object?[]? Items(object? value)
    {
        if (value is not IReadOnlyList<object?> items)
            return null;
        input.Take(32 + (8L * items.Count));
        return [.. items];
    }

    static long[]? Integers(object? value) =>
        value is IReadOnlyList<object?> { Count: <= 64 } items && items.All(i => i is long) ? [.. items.Select(i => (long)i!)] : null;

    SenetException Arguments(PickleGlobal global) => Damaged($"calls {global.Name} with arguments that are not expected");

    SenetException Damaged(string problem) => input.Bad($"its pickle {problem}; the file is damaged");
}
