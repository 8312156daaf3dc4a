using System.Globalization;
using Senet.Graph;
using Senet.Torch;
using Senet.Weights;

namespace Senet.Training;

/// <summary>The weights of a trained network that another run starts from.</summary>
sealed class PretrainedWeights
{
    readonly string _path;
    readonly Dictionary<string, WeightTensor> _tensors;
    readonly string _headName;

    PretrainedWeights(string path, ModelDescription description, IEnumerable<WeightTensor> tensors)
    {
        _path = path;
        Description = description;
        _tensors = tensors.ToDictionary(tensor => tensor.Name, StringComparer.Ordinal);
        Architecture = ArchitectureRegistry.Get(description.Architecture);
        _headName = Architecture.Build(description.Options).Output.Name;
    }

    /// <summary>The network it was.</summary>
    public Architecture Architecture { get; }

    /// <summary>Its options, classes and preprocessing.</summary>
    public ModelDescription Description { get; }

    /// <summary>Reads a model file, or a checkpoint of any public implementation.</summary>
    /// <exception cref="SenetException">The file cannot be read, or belongs to no network that is known.</exception>
    public static PretrainedWeights Read(string path)
    {
        using Checkpoint checkpoint = CheckpointFile.Open(path);
        if (ModelFile.IsModel(checkpoint))
        {
            ModelFile model = ModelFile.Load(path);
            return new(path, model.Description, model.Tensors.Values);
        }
        WeightMatch match = WeightRecognition.Recognise(checkpoint);
        return new(
            path,
            new() { Architecture = match.Architecture.Id, Options = match.Options, Classes = match.Classes, Preprocessing = match.Preprocessing },
            match.Load());
    }

    /// <summary>
    /// The options for a run: the file's own; those of the run's architecture, where it is another network, with what both have a use
    /// for taken from the file.
    /// </summary>
    public NetworkOptions OptionsFor(Architecture architecture)
    {
        if (architecture.Id == Architecture.Id)
            return Description.Options;
        // New blocks in a trained network are to leave its features as they are.
        SeOptions? se = architecture.Defaults.Se is { } usual && Description.Options.Se is null ? usual with { IdentityInit = true } : architecture.Defaults.Se;
        return Description.Options with { Se = se };
    }

    /// <summary>How its network wants images, at another size where the run has one.</summary>
    public Preprocessing PreprocessingFor(int size)
    {
        Preprocessing own = Description.Preprocessing;
        return size == own.Height && size == own.Width
            ? own
            : own with { Height = size, Width = size, ResizeShortSide = Math.Max(size, (int)Math.Round((double)size * own.ResizeShortSide / own.Height)) };
    }

    /// <summary>Overwrites the module's weights with those of the file, and says in one line what was done.</summary>
    /// <param name="module">A fresh module; what is not in the file stays as it was initialised.</param>
    /// <param name="classes">Class names of the run.</param>
    /// <exception cref="SenetException">The file lacks weights other than the classifier's and those of new SE blocks, or has them in another shape.</exception>
    public string Load(GraphModule module, IReadOnlyList<string> classes)
    {
        Dictionary<string, WeightTensor> weights = module.ExportWeights().ToDictionary(tensor => tensor.Name, StringComparer.Ordinal);
        int taken = 0;
        int fresh = 0;
        var missing = new List<string>();
        foreach (ParameterSpec spec in module.Graph.Parameters.Where(spec => !IsHead(spec.Name)))
        {
            if (_tensors.TryGetValue(spec.Name, out WeightTensor? tensor) && tensor.Shape.SequenceEqual(spec.Shape))
            {
                weights[spec.Name] = tensor;
                taken++;
            }
            else if (spec.Name.Contains(".se.", StringComparison.Ordinal) && Description.Options.Se is null)
            {
                fresh++;
            }
            else
            {
                missing.Add(spec.Name);
            }
        }
        if (missing.Count > 0)
        {
            throw new SenetException(
                $"{_path}: holds {Architecture.Id}, in which {missing.Count} weights of {module.Graph.Name} are missing or have another shape ({string.Join(", ", missing.Take(3))}{(missing.Count > 3 ? ", ..." : "")}); choose its own network or SE twin");
        }
        string head = LoadHead(module, weights, classes);
        module.LoadWeights(weights, _path);
        string blocks = fresh > 0 ? string.Create(CultureInfo.InvariantCulture, $"; {module.Graph.Nodes.OfType<SqueezeExciteNode>().Count()} new SE blocks") : "";
        return string.Create(CultureInfo.InvariantCulture, $"{taken} weights from {_path} ({Architecture.Id}); {head}{blocks}");
    }

    bool IsHead(string name) => name.StartsWith($"{_headName}.", StringComparison.Ordinal);

    string LoadHead(GraphModule module, Dictionary<string, WeightTensor> weights, IReadOnlyList<string> classes)
    {
        IReadOnlyList<string> old = Description.Classes;
        int count = Description.Options.Classes;
        string[] names = [.. weights.Keys.Where(IsHead)];
        if (count == classes.Count && (old.Count == 0 || old.SequenceEqual(classes)))
        {
            foreach (string name in names.Where(_tensors.ContainsKey))
                weights[name] = _tensors[name];
            return "its classifier is kept";
        }
        Dictionary<string, int> rows = old.Select((name, index) => (name, index)).DistinctBy(pair => pair.name).ToDictionary(StringComparer.Ordinal);
        int kept = classes.Count(rows.ContainsKey);
        foreach (string name in names.Where(_tensors.ContainsKey))
            weights[name] = WithRows(weights[name], _tensors[name], classes, rows);
        return kept == 0
            ? string.Create(CultureInfo.InvariantCulture, $"its classifier for {count} classes is replaced by one for {classes.Count}")
            : string.Create(CultureInfo.InvariantCulture, $"its classifier for {count} classes is replaced by one for {classes.Count}, {kept} of them kept by name");
    }

    // The fresh tensor with the rows of those classes that the file knows.
    static WeightTensor WithRows(WeightTensor fresh, WeightTensor trained, IReadOnlyList<string> classes, Dictionary<string, int> rows)
    {
        float[] values = fresh.ToFloat32();
        float[] source = trained.ToFloat32();
        int width = values.Length / classes.Count;
        for (int i = 0; i < classes.Count; i++)
        {
            if (rows.TryGetValue(classes[i], out int row))
                source.AsSpan(row * width, width).CopyTo(values.AsSpan(i * width));
        }
        return WeightTensor.FromFloat32(fresh.Name, fresh.Shape, values);
    }
}
