using System.Globalization;
using System.Text;

namespace Senet.Weights;

/// <summary>
/// PyTorch's zip format: in one folder <c>data.pkl</c> (the object), <c>data/N</c> (the storages) and optionally <c>byteorder</c>;
/// other entries say nothing about the weights.
/// </summary>
sealed class PyTorchZip
{
    const string Pickle = "data.pkl";

    readonly TorchInput _input;
    readonly OrderedDictionary<string, ZipEntry> _entries;
    readonly string _folder;
    readonly bool _bigEndian;

    PyTorchZip(TorchInput input)
    {
        _input = input;
        _entries = ZipDirectory.Read(input);
        _folder = FindFolder();
        _bigEndian = ReadByteOrder();
    }

    /// <summary>Opens the file; it is closed with the result.</summary>
    public static Checkpoint Open(TorchInput input)
    {
        var archive = new PyTorchZip(input);
        byte[] pickle = archive.ReadWhole(archive._entries[archive._folder + Pickle]);
        object? root = PickleReader.Read(input, new PickleSource(input, pickle), archive.FindStorage);
        return CheckpointTree.Open(input, CheckpointFormat.PyTorchZip, root);
    }

    string FindFolder()
    {
        string[] folders = [.. _entries.Keys.Where(IsPickle).Select(n => n[..^Pickle.Length])];
        if (folders.Length != 1)
            throw _input.Bad($"a zip archive with {folders.Length} entries called {Pickle}, so not a PyTorch file; if weights are inside, unpack it and give their file");
        string folder = folders[0];
        if (_entries.Keys.Any(n => n == $"{folder}constants.pkl" || n.StartsWith($"{folder}code/", StringComparison.Ordinal)))
            throw _input.Bad($"a TorchScript archive, which holds code; in Python, save the weights alone: torch.save(torch.jit.load(\"model.pt\").state_dict(), \"weights.pth\")");
        return folder;
    }

    static bool IsPickle(string name)
    {
        int slash = name.IndexOf('/', StringComparison.Ordinal);
        return name.AsSpan(slash + 1) is Pickle;
    }

    bool ReadByteOrder()
    {
        if (!_entries.TryGetValue(_folder + "byteorder", out ZipEntry? entry))
            return false; // written before PyTorch 2.1
        string order = entry.Length <= 16 ? Encoding.UTF8.GetString(ReadWhole(entry)) : "";
        return order switch
        {
            "little" => false,
            "big" => true,
            _ => throw _input.Bad($"the entry byteorder says {FileErrors.Quote(order)}; expected little or big"),
        };
    }

    byte[] ReadWhole(ZipEntry entry)
    {
        _input.Take(entry.Length);
        if (entry.Length > Array.MaxLength)
            throw _input.Bad($"{FileErrors.Quote(entry.Name)} in the archive has {entry.Length} bytes; at most {Array.MaxLength} are supported");
        byte[] bytes = new byte[entry.Length];
        entry.Read(0, bytes);
        return bytes;
    }

    // ("storage", class, key, device, number of elements)
    TorchStorage FindStorage(object? id)
    {
        if ((id as object?[]) is not ["storage", PickleGlobal { Kind: PickleKind.Storage } type, var key, _, long elements, ..])
            throw _input.Bad($"refers to something other than a storage; the file is damaged");
        string name = "data/" + Convert.ToString(key, CultureInfo.InvariantCulture);
        long size = type.Type?.SizeInBytes() ?? 1;
        if (!_entries.TryGetValue(_folder + name, out ZipEntry? entry))
            throw _input.Bad($"a tensor's storage {FileErrors.Quote(name)} is not in the archive; the file is damaged, get it again");
        if (elements < 0 || elements > entry.Length / size || elements * size != entry.Length)
            throw _input.Bad($"storage {FileErrors.Quote(name)} should hold {elements} elements of {size} bytes, but has {entry.Length} bytes; the file is damaged, get it again");
        // A stored entry is bounded by the file's size, a deflated one by this.
        if (entry.IsDeflated && !_input.Allows(entry.Length))
            throw _input.Bad($"storage {FileErrors.Quote(name)} is {entry.Length} bytes deflated, more than the file of {_input.Length} explains; in Python, save it again without compression");
        _input.Take(160);
        return new TorchStorage(name, type.Type, entry.Length, _bigEndian, entry.Read);
    }
}
