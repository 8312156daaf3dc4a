using System.Buffers.Binary;
using System.Globalization;
using System.Numerics;

namespace Senet.Weights;

/// <summary>
/// PyTorch's format before version 1.6: pickles of a magic number, a version, facts about the machine, the object and the storages'
/// keys, one behind the other; then each storage as its number of elements (64 bits) and its data.
/// </summary>
/// <remarks>Data is little-endian whatever <c>little_endian</c> says of the machine: PyTorch converts when it writes.</remarks>
sealed class PyTorchLegacy
{
    /// <summary>The first pickle of such a file.</summary>
    public static readonly BigInteger Magic = BigInteger.Parse("1950a86a20f9469cfc6c", NumberStyles.HexNumber, CultureInfo.InvariantCulture);

    const long Version = 1001;

    readonly TorchInput _input;
    readonly PickleSource _source;
    readonly Dictionary<string, Storage> _storages = [];

    PyTorchLegacy(TorchInput input)
    {
        _input = input;
        _source = new PickleSource(input, 0, input.Length);
    }

    /// <summary>Opens the file; it is closed with the result.</summary>
    public static Checkpoint Open(TorchInput input)
    {
        var file = new PyTorchLegacy(input);
        file.ReadHeader();
        object? root = PickleReader.Read(input, file._source, file.FindStorage);
        file.LocateStorages();
        return CheckpointTree.Open(input, CheckpointFormat.PyTorchLegacy, root);
    }

    void ReadHeader()
    {
        // Reading any other pickle to its end names what must not be loaded.
        if (PickleReader.Read(_input, _source) is not BigInteger magic || magic != Magic)
            throw _input.Bad($"a pickle, but not one that torch.save wrote; expected its magic number first");
        if (PickleReader.Read(_input, _source) is not Version)
            throw _input.Bad($"a PyTorch file of an unknown version; expected {Version}");
        PickleReader.Read(_input, _source);
    }

    // ("storage", class, key, device, number of elements, view), where view is None or (key, offset, number of elements) in old files
    TorchStorage FindStorage(object? id)
    {
        if ((id as object?[]) is not ["storage", PickleGlobal { Kind: PickleKind.Storage } type, var key, _, long elements, ..])
            throw _input.Bad($"refers to something other than a storage, such as a whole module; in Python, save model.state_dict() instead");
        string name = Convert.ToString(key, CultureInfo.InvariantCulture) ?? "";
        int size = type.Type?.SizeInBytes() ?? 1;
        if (elements < 0 || elements > _input.Length / size)
            throw _input.Bad($"storage {FileErrors.Quote(name)} should hold {elements} elements of {size} bytes, more than the file's {_input.Length} bytes; it is truncated or damaged, get it again");
        _input.Take(256);
        var storage = new Storage(elements, size);
        if (!_storages.TryAdd(name, storage))
        {
            storage = _storages[name];
            if (storage.Elements != elements || storage.ElementSize != size)
                throw _input.Bad($"storage {FileErrors.Quote(name)} is described twice and differently; the file is damaged");
        }
        return (object?[])id! is [_, _, _, _, _, object?[] view, ..] ? View(name, type, storage, view) : Make(name, type, storage, 0, elements);
    }

    TorchStorage View(string name, PickleGlobal type, Storage storage, object?[] view)
    {
        if (view is not [_, long offset, long elements, ..] || offset < 0 || elements < 0 || offset > storage.Elements - elements)
            throw _input.Bad($"a view of storage {FileErrors.Quote(name)} leaves its {storage.Elements} elements; the file is damaged");
        return Make(name, type, storage, offset, elements);
    }

    TorchStorage Make(string name, PickleGlobal type, Storage storage, long offset, long elements)
    {
        long start = offset * storage.ElementSize;
        return new TorchStorage(name, type.Type, elements * storage.ElementSize, BigEndian: false,
            (position, buffer) => _input.ReadExactly(buffer, storage.Start + start + position));
    }

    void LocateStorages()
    {
        if (PickleReader.Read(_input, _source) is not List<object?> keys)
            throw _input.Bad($"the list of storages behind the object is missing; the file is damaged");
        long position = _source.Position;
        foreach (object? key in keys)
        {
            string name = Convert.ToString(key, CultureInfo.InvariantCulture) ?? "";
            if (!_storages.TryGetValue(name, out Storage? storage) || storage.Start >= 0)
                throw _input.Bad($"storage {FileErrors.Quote(name)} belongs to no tensor or is listed twice; the file is damaged");
            storage.Start = CheckData(name, storage, position);
            position = storage.Start + (storage.Elements * storage.ElementSize);
        }
        foreach ((string name, Storage storage) in _storages)
        {
            if (storage.Start < 0)
                throw _input.Bad($"storage {FileErrors.Quote(name)} of a tensor is not in the file; it is damaged");
        }
    }

    long CheckData(string name, Storage storage, long position)
    {
        Span<byte> count = stackalloc byte[sizeof(long)];
        _input.ReadExactly(count, position);
        long elements = BinaryPrimitives.ReadInt64LittleEndian(count);
        if (elements != storage.Elements)
            throw _input.Bad($"storage {FileErrors.Quote(name)} holds {elements} elements, expected {storage.Elements}; the file is damaged, get it again");
        long start = position + sizeof(long), length = elements * storage.ElementSize;
        if (length > _input.Length - start)
            throw _input.Bad($"storage {FileErrors.Quote(name)} takes {length} bytes from byte {start} on, but the file ends at {_input.Length}; it is truncated, get it again");
        return start;
    }

    sealed record Storage(long Elements, int ElementSize)
    {
        /// <summary>Where its data lies; negative until that is known.</summary>
        public long Start { get; set; } = -1;
    }
}
