using System.Globalization;
using Microsoft.Win32.SafeHandles;

namespace Senet.Weights;

/// <summary>Walks once over a caffemodel and lists its blobs and what is said about their layers.</summary>
sealed class CaffeNetwork
{
    // Field numbers of NetParameter.
    const int NetworkName = 1, V1Layers = 2, Layers = 100;

    // A file of some megabytes can claim millions of empty layers, or one long name for each of thousands of blobs: what is
    // remembered of it is bounded. The largest of the authors' networks has about 3,000 layers and blobs.
    const int MaxParts = 1 << 15, MaxCharacters = 1 << 21;

    readonly SafeFileHandle _file;
    readonly string _path;
    readonly ProtobufReader _reader;
    readonly List<CheckpointTensor> _tensors = [];
    readonly HashSet<string> _layersWithBlobs = [];
    readonly OrderedDictionary<string, string> _scalars = [];
    int _parts, _characters;

    CaffeNetwork(SafeFileHandle file, string path)
    {
        _file = file;
        _path = path;
        _reader = new ProtobufReader(file, path);
    }

    /// <summary>Reads the description of every layer and blob.</summary>
    /// <param name="file">The open file; the checkpoint closes it.</param>
    /// <param name="path">Its name.</param>
    /// <exception cref="Senet.Graph.SenetException">The file is damaged or holds no blobs.</exception>
    public static Checkpoint Read(SafeFileHandle file, string path)
    {
        var network = new CaffeNetwork(file, path);
        network.ReadLayers(RandomAccess.GetLength(file));
        if (network._tensors.Count == 0)
            throw network._reader.Bad($"holds no blobs: a network description without weights, or not a caffemodel; give the .caffemodel");
        return new Checkpoint(path, CheckpointFormat.Caffe, network._tensors, network._scalars, file);
    }

    void ReadLayers(long length)
    {
        foreach (ProtobufField field in _reader.Fields(0, length))
        {
            switch (field.Number)
            {
                case NetworkName:
                    _scalars["name"] = _reader.ReadText(field);
                    break;
                case Layers:
                    ReadLayer(field, CaffeLayerSchema.Current);
                    break;
                case V1Layers:
                    ReadLayer(field, CaffeLayerSchema.V1);
                    break;
            }
        }
    }

    void ReadLayer(ProtobufField message, CaffeLayerSchema schema)
    {
        var layer = new CaffeLayer();
        Count(parts: 1, characters: 0);
        foreach (ProtobufField field in _reader.Fields(message))
        {
            layer.Add(_reader, field, schema);
            Count(parts: field.Number == schema.Blobs ? 1 : 0, characters: 0);
        }
        AddBlobs(layer);
        Describe(layer);
    }

    void AddBlobs(CaffeLayer layer)
    {
        if (layer.Blobs.Count > 0 && !_layersWithBlobs.Add(layer.Name))
            throw _reader.Bad($"layer {FileErrors.Quote(layer.Name)} holds weights twice; the file is damaged");
        for (int i = 0; i < layer.Blobs.Count; i++)
        {
            string name = string.Create(CultureInfo.InvariantCulture, $"{layer.Name}{CaffeFile.BlobSeparator}{i}");
            Count(parts: 0, name.Length);
            CaffeBlob blob = CaffeBlob.Read(_reader, layer.Blobs[i], name);
            _tensors.Add(new CheckpointTensor(name, blob.Type, blob.Shape, () => Load(blob, name)));
        }
    }

    void Describe(CaffeLayer layer)
    {
        // A name may come back in a layer of the other phase; the one with weights is the one to know about.
        bool hasBlobs = layer.Blobs.Count > 0;
        if (!hasBlobs && _layersWithBlobs.Contains(layer.Name))
            return;
        Add("type", layer.Type);
        if (layer.Eps is { } eps)
            Add("eps", eps.ToString(CultureInfo.InvariantCulture));
        if (layer.Transpose is { } transpose)
            Add("transpose", transpose ? "true" : "false");
        if (hasBlobs && layer.Type == "Scale" && layer.Bottoms > 1)
            Add("bottoms", layer.Bottoms.ToString(CultureInfo.InvariantCulture));

        void Add(string name, string value)
        {
            Count(parts: 0, layer.Name.Length + name.Length + value.Length);
            _scalars[$"{layer.Name}/{name}"] = value;
        }
    }

    // A reader of its own for each tensor: tensors may be loaded side by side. No larger than the blob, of which there may be many.
    WeightTensor Load(CaffeBlob blob, string name)
    {
        try
        {
            int windowBytes = (int)Math.Clamp(blob.End - blob.Start, 16, ProtobufReader.DefaultWindowBytes);
            return blob.Load(new ProtobufReader(_file, _path, windowBytes), name);
        }
        catch (Exception exception) when (FileErrors.IsFileError(exception))
        {
            throw FileErrors.Reading(_path, exception);
        }
    }

    void Count(int parts, int characters)
    {
        _parts += parts;
        _characters += characters;
        if (_parts > MaxParts)
            throw _reader.Bad($"holds more than {MaxParts} layers and blobs; the file is damaged");
        if (_characters > MaxCharacters)
            throw _reader.Bad($"the names of its layers and blobs have more than {MaxCharacters} characters; the file is damaged");
    }
}
