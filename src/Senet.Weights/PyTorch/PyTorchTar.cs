using System.Globalization;
using System.Text;
using Senet.Graph;

namespace Senet.Weights;

/// <summary>
/// PyTorch's format before version 0.2, a tar archive. <c>storages</c>: pickles of their number, then for each one (key, device,
/// class) followed by its number of elements and data, then a pickle of views. <c>tensors</c>: pickles of their number, then for each
/// one (key, storage, class) followed by dimensions, sizes, strides and offset as 64-bit numbers. <c>pickle</c>: the object, which
/// refers to tensors and storages by key.
/// </summary>
sealed class PyTorchTar
{
    const int Block = 512;
    const int MaxDimensions = 64;

    readonly TorchInput _input;
    readonly Dictionary<string, object> _objects = [];

    PyTorchTar(TorchInput input) => _input = input;

    /// <summary>Whether a file's first bytes are those of a tar archive.</summary>
    public static bool IsTar(ReadOnlySpan<byte> head) => head.Length > 262 && head.Slice(257, 5).SequenceEqual("ustar"u8);

    /// <summary>Opens the file; it is closed with the result.</summary>
    public static Checkpoint Open(TorchInput input)
    {
        var file = new PyTorchTar(input);
        Dictionary<string, (long Start, long End)> members = file.FindMembers();
        if (!members.TryGetValue("storages", out var storages) || !members.TryGetValue("tensors", out var tensors) || !members.TryGetValue("pickle", out var pickle))
            throw input.Bad($"a tar archive without the members storages, tensors and pickle, so not a PyTorch file; if weights are inside, unpack it and give their file");
        file.ReadStorages(storages.Start, storages.End);
        file.ReadTensors(tensors.Start, tensors.End);
        object? root = PickleReader.Read(input, new PickleSource(input, pickle.Start, pickle.End), file.Find);
        return CheckpointTree.Open(input, CheckpointFormat.PyTorchTar, root);
    }

    // Names and sizes of the members that matter are short: extended headers need not be understood.
    Dictionary<string, (long Start, long End)> FindMembers()
    {
        var members = new Dictionary<string, (long Start, long End)>();
        Span<byte> header = stackalloc byte[Block];
        long position = 0;
        while (position <= _input.Length - Block)
        {
            _input.ReadExactly(header, position);
            if (!header.ContainsAnyExcept((byte)0))
                break;
            long start = position + Block, size = Size(header.Slice(124, 12));
            if (!IsTar(header) || size < 0 || size > _input.Length - start)
                throw _input.Bad($"byte {position} is no header of a tar archive, or its member leaves the file; it is truncated or damaged, get it again");
            string name = Encoding.UTF8.GetString(header[..100].TrimEnd((byte)0));
            if (name is "storages" or "tensors" or "pickle" && !members.TryAdd(name, (start, start + size)))
                throw _input.Bad($"two members of the archive are called {name}; the file is damaged");
            position = start + ((size + Block - 1) / Block * Block);
        }
        return members;
    }

    static long Size(ReadOnlySpan<byte> octal)
    {
        long size = 0;
        foreach (byte b in octal.Trim("\0 "u8))
        {
            if (b is < (byte)'0' or > (byte)'7')
                return -1;
            size = (size * 8) + (b - '0');
        }
        return size;
    }

    void ReadStorages(long start, long end)
    {
        var source = new PickleSource(_input, start, end);
        for (long left = ReadCount(source); left > 0; left--)
        {
            if ((PickleReader.Read(_input, source) as object?[]) is not [var key, _, PickleGlobal { Kind: PickleKind.Storage, Type: { } type }, ..])
                throw Unexpected("storage");
            long elements = source.ReadInt64(), data = source.Position;
            if (elements < 0 || elements > (end - data) / type.SizeInBytes())
                throw _input.Bad($"storage {FileErrors.Quote(Name(key))} should hold {elements} elements, but {end - data} bytes are left; the file is truncated or damaged, get it again");
            Add(key, new Storage(type, data, elements));
            source.Skip(elements * type.SizeInBytes());
        }
        ReadViews(PickleReader.Read(_input, source));
    }

    // (key, key of the whole, offset, number of elements)
    void ReadViews(object? views)
    {
        foreach (object? view in views as List<object?> ?? throw Unexpected("list of views"))
        {
            if ((view as object?[]) is not [var key, var wholeKey, long offset, long elements] || Find(wholeKey) is not Storage whole)
                throw Unexpected("view");
            if (offset < 0 || elements < 0 || offset > whole.Elements - elements)
                throw _input.Bad($"a view of storage {FileErrors.Quote(Name(wholeKey))} leaves its {whole.Elements} elements; the file is damaged");
            Add(key, new Storage(whole.Type, whole.Start + (offset * whole.Type.SizeInBytes()), elements));
        }
    }

    void ReadTensors(long start, long end)
    {
        var source = new PickleSource(_input, start, end);
        for (long left = ReadCount(source); left > 0; left--)
        {
            if ((PickleReader.Read(_input, source) as object?[]) is not [var key, var storageKey, ..] || Find(storageKey) is not Storage storage)
                throw Unexpected("tensor");
            int dimensions = source.ReadInt32();
            source.ReadInt32(); // padding
            if (dimensions is < 0 or > MaxDimensions)
                throw Unexpected("number of dimensions");
            long[] shape = ReadNumbers(source, dimensions), strides = ReadNumbers(source, dimensions);
            long offset = source.ReadInt64();
            // Scalars did not exist: a tensor without dimensions was empty.
            if (dimensions == 0 && storage.Elements == 0)
                (shape, strides) = ([0], [1]);
            _input.Take(200 + (16 * dimensions));
            Add(key, TorchTensor.Create(_input, Describe(Name(storageKey), storage), storage.Type, offset, shape, strides));
        }
    }

    TorchStorage Describe(string name, Storage storage) => new(name, storage.Type, storage.Elements * storage.Type.SizeInBytes(), BigEndian: false,
        (position, buffer) => _input.ReadExactly(buffer, storage.Start + position));

    long ReadCount(PickleSource source) => PickleReader.Read(_input, source) is long count ? count : throw Unexpected("number of entries");

    static long[] ReadNumbers(PickleSource source, int count)
    {
        long[] numbers = new long[count];
        for (int i = 0; i < count; i++)
            numbers[i] = source.ReadInt64();
        return numbers;
    }

    void Add(object? key, object value)
    {
        _input.Take(200);
        if (!_objects.TryAdd(Name(key), value))
            throw _input.Bad($"key {FileErrors.Quote(Name(key))} is given twice; the file is damaged");
    }

    object Find(object? key) => _objects.TryGetValue(Name(key), out object? value) ? value
        : throw _input.Bad($"refers to {FileErrors.Quote(Name(key))}, which is not in the file; it is damaged, or holds a whole module: in Python, save model.state_dict() instead");

    static string Name(object? key) => key is long or string ? Convert.ToString(key, CultureInfo.InvariantCulture)! : "";

    SenetException Unexpected(string what) => _input.Bad($"a {what} in the archive is not described as expected; the file is damaged");

    sealed record Storage(TensorType Type, long Start, long Elements);
}
