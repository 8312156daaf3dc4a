using Senet.Graph;
using Senet.Weights;

namespace Senet;

/// <summary>
/// The weights of a model file, read one by one when they are asked for and not kept. While a model is loaded the file stays open;
/// later it is opened for a single weight, and only while it is the file that was loaded.
/// </summary>
sealed class ModelWeights
{
    readonly string _path;
    readonly long _length;
    readonly DateTime _modified;
    readonly Lock _lock = new();
    Checkpoint? _checkpoint;
    Dictionary<string, CheckpointTensor> _tensors;

    public ModelWeights(string path)
    {
        _path = path;
        _checkpoint = CheckpointFile.Open(path);
        _tensors = _checkpoint.Tensors.ToDictionary(tensor => tensor.Name, StringComparer.Ordinal);
        var info = new FileInfo(path);
        _length = info.Length;
        _modified = info.LastWriteTimeUtc;
    }

    /// <summary>Whether the file is still there and as it was.</summary>
    public bool IsAvailable
    {
        get
        {
            var info = new FileInfo(_path);
            return info.Exists && info.Length == _length && info.LastWriteTimeUtc == _modified;
        }
    }

    /// <summary>Compares names and shapes with a network's.</summary>
    /// <exception cref="SenetException">They differ.</exception>
    public void Check(NetworkGraph graph)
    {
        if (WeightDifferences.OfNames(graph, _tensors.Keys) is { } names)
            throw new SenetException($"{_path}: the weights are not those of {graph.Name}: {names}");
        if (WeightDifferences.FirstOfAnotherShape(graph, name => _tensors[name].Shape) is { } other)
            throw new SenetException($"{_path}: {other.Name} has shape [{string.Join(", ", _tensors[other.Name].Shape)}]; {graph.Name} expects [{string.Join(", ", other.Shape)}]");
    }

    public WeightTensor Find(string name)
    {
        CheckpointTensor tensor;
        lock (_lock)
        {
            if (_checkpoint is null)
            {
                if (!IsAvailable)
                    throw new SenetException($"{_path}: the file has changed since it was loaded; load it again");
                using Checkpoint again = CheckpointFile.Open(_path);
                return again.Tensors.First(candidate => candidate.Name == name).Load();
            }
            tensor = _tensors[name];
        }
        return tensor.Load();
    }

    /// <summary>Closes the file.</summary>
    public void Close()
    {
        lock (_lock)
        {
            _checkpoint?.Dispose();
            _checkpoint = null;
            _tensors = [];
        }
    }
}
