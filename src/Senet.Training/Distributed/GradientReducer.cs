using Senet.Graph;
using Senet.Torch;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace Senet.Training.Distributed;

/// <summary>
/// Sums gradients over all processes while the backward pass still runs: parameters are gathered in buckets from the end of the
/// network on, and each bucket is sent as soon as the pass has gone by its first node (Li et al., arXiv:2006.15704).
/// </summary>
sealed class GradientReducer : IDisposable
{
    // PyTorch's sizes. The first bucket is small, so that there is something to send early.
    const int FirstBucketBytes = 1 << 20;
    const int BucketBytes = 25 << 20;

    readonly ICollective _collective;
    readonly GraphModule _module;
    readonly List<Bucket> _buckets = [];
    readonly List<string> _statisticNames = [];
    Tensor? _statistics;
    int _started;
    bool _isArmed;

    /// <summary>Plans the buckets and asks the module to call back; once per module.</summary>
    /// <param name="module">The network, on its device, with what is frozen frozen.</param>
    /// <param name="collective">The processes.</param>
    /// <param name="firstBucketBytes">Least size of the first bucket.</param>
    /// <param name="bucketBytes">Least size of the others but the last.</param>
    public GradientReducer(GraphModule module, ICollective collective, int firstBucketBytes = FirstBucketBytes, int bucketBytes = BucketBytes)
    {
        _module = module;
        _collective = collective;
        Dictionary<string, Parameter> trained = module.TrainableParameters.ToDictionary(entry => entry.Spec.Name, entry => entry.Value, StringComparer.Ordinal);
        foreach ((int? tap, List<ParameterSpec> specs) in Plan(module.Graph, trained.ContainsKey, [.. module.TappableNodes], firstBucketBytes, bucketBytes))
        {
            int bucket = _buckets.Count;
            _buckets.Add(new(specs.Select(spec => trained[spec.Name])));
            if (tap is { } node)
                module.Tap(node, () => StartThrough(bucket));
        }
        // What is frozen keeps its statistics.
        foreach (Node node in module.Graph.Nodes.Where(node => node.Parameters.Any(spec => trained.ContainsKey(spec.Name))))
            _statisticNames.AddRange(node.Parameters.Where(spec => !spec.IsTrainable).Select(spec => spec.Name));
    }

    /// <summary>Bytes of the buckets of a network of which everything is trained, in the order in which they are sent.</summary>
    public static IReadOnlyList<long> PlanBytes(NetworkGraph graph) =>
    [
        .. Plan(graph, _ => true, GraphModule.TappableNodesOf(graph), FirstBucketBytes, BucketBytes).Select(bucket => bucket.Parameters.Sum(spec => spec.ElementCount * sizeof(float))),
    ];

    /// <summary>Number of buckets.</summary>
    public int BucketCount => _buckets.Count;

    /// <summary>Buckets that were sent before the last backward pass ended.</summary>
    public int SentEarly { get; private set; }

    /// <summary>Says that the coming backward pass completes the step's gradients.</summary>
    public void Arm()
    {
        _started = 0;
        _isArmed = true;
    }

    /// <summary>After the backward pass: sends what is left, waits and puts the sums in the place of the gradients.</summary>
    /// <param name="share">This process's share of the batch, 0..1, with which its running statistics count.</param>
    public void Finish(double share)
    {
        SentEarly = _started;
        StartThrough(_buckets.Count - 1);
        _isArmed = false;
        IPendingSum? statistics = _module.BatchNormGroup is null && !_module.NormStatisticsFrozen ? StartStatistics(share) : null;
        foreach (Bucket bucket in _buckets)
            bucket.Finish();
        if (statistics is null)
            return;
        statistics.Wait();
        CopyStatistics((running, slice) => running.copy_(slice));
    }

    public void Dispose()
    {
        _buckets.ForEach(bucket => bucket.Dispose());
        _statistics?.Dispose();
    }

    // From the end of the network on; Tap is the node whose tap is passed when the bucket is complete, null for the end of the pass.
    static IEnumerable<(int? Tap, List<ParameterSpec> Parameters)> Plan(NetworkGraph graph, Func<string, bool> isTrained, IEnumerable<int> tappable, int firstBucketBytes, int bucketBytes)
    {
        HashSet<int> taps = [.. tappable];
        var open = new List<ParameterSpec>();
        long bytes = 0, least = firstBucketBytes;
        for (int node = graph.Nodes.Count - 1; node >= 0; node--)
        {
            // The tap behind this node is passed when all nodes after it are done.
            if (bytes >= least && taps.Contains(node))
            {
                yield return (node, open);
                open = [];
                (bytes, least) = (0, bucketBytes);
            }
            foreach (ParameterSpec spec in graph.Nodes[node].Parameters.Where(spec => spec.IsTrainable && isTrained(spec.Name)))
            {
                open.Add(spec);
                bytes += spec.ElementCount * sizeof(float);
            }
        }
        if (open.Count > 0)
            yield return (null, open);
    }

    void StartThrough(int last)
    {
        if (!_isArmed)
            return;
        for (; _started <= last; _started++)
            _buckets[_started].Start(_collective);
    }

    // Without synchronised normalisation each process has seen other images: the mean of their running statistics goes on, so
    // that all processes hold the same network after every step.
    IPendingSum? StartStatistics(double share)
    {
        Tensor[] all = [.. Statistics()];
        if (all.Length == 0)
            return null;
        _statistics ??= zeros([all.Sum(tensor => tensor.numel())], dtype: float32, device: all[0].device).DetachFromDisposeScope();
        CopyStatistics((running, slice) => slice.copy_(running).mul_(share));
        return _collective.StartSum(_statistics);
    }

    void CopyStatistics(Action<Tensor, Tensor> copy) => ForSlices(Statistics(), _statistics!, running => running, copy);

    // Tensors and their places in a flat one; what the second function gives none for is left out.
    static void ForSlices<T>(IEnumerable<T> tensors, Tensor flat, Func<T, Tensor?> values, Action<Tensor, Tensor> copy)
        where T : Tensor
    {
        using DisposeScope scope = NewDisposeScope();
        using IDisposable noGrad = no_grad();
        long position = 0;
        foreach (T tensor in tensors)
        {
            long count = tensor.numel();
            if (values(tensor) is { } value)
                copy(value, flat.narrow(0, position, count).view_as(value));
            position += count;
        }
    }

    IEnumerable<Tensor> Statistics() => _statisticNames.Select(name => _module.get_buffer(name)!);

    // The gradients of some parameters side by side.
    sealed class Bucket : IDisposable
    {
        readonly Parameter[] _parameters;
        Tensor? _values;
        IPendingSum? _sum;

        public Bucket(IEnumerable<Parameter> parameters) => _parameters = [.. parameters];

        public void Start(ICollective collective)
        {
            _values ??= zeros([_parameters.Sum(parameter => parameter.numel())], dtype: float32, device: _parameters[0].device).DetachFromDisposeScope();
            Copy((gradient, slice) => slice.copy_(gradient));
            _sum = collective.StartSum(_values);
        }

        public void Finish()
        {
            _sum!.Wait();
            _sum = null;
            Copy((gradient, slice) => gradient.copy_(slice));
        }

        public void Dispose() => _values?.Dispose();

        // What the step does not use has no gradient, in any process.
        void Copy(Action<Tensor, Tensor> copy) => ForSlices(_parameters, _values!, parameter => parameter.grad, copy);
    }
}
