using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;
using Senet.Graph;
using Senet.Inference.Fusion;
using Senet.Inference.Memory;
using Senet.Inference.Planning;
using Senet.Inference.Simd;
using Senet.Inference.Steps;
using Senet.Inference.Threads;
using Senet.Weights;

namespace Senet.Inference;

/// <summary>
/// A network ready to run on the CPU. One plan serves any number of callers at once: every pass takes memory of its own, which is
/// kept for the next (as many as there were passes at a time), and after the first pass of a shape nothing is allocated. The
/// worker threads belong to the process; while one caller has them, others run on their own thread alone.
/// </summary>
public sealed unsafe class InferencePlan : IDisposable
{
    readonly FusedNetwork _network;
    readonly WeightSource _weights;
    readonly PackedWeights _packed;
    readonly WorkerPool _pool;
    readonly InferenceOptions _options;
    readonly Lock _lock = new();
    readonly Dictionary<(int Images, int Height, int Width), LinkedListNode<((int, int, int) Shape, ShapePlan Plan)>> _plans = [];
    readonly LinkedList<((int Images, int Height, int Width) Shape, ShapePlan Plan)> _recent = [];
    bool _disposed;

    InferencePlan(NetworkGraph graph, WeightSource weights, InferenceOptions options, PlanFile? file = null)
    {
        Graph = graph;
        InstructionSet = file?.InstructionSet ?? options.InstructionSet ?? BestInstructionSet;
        _options = options;
        _weights = weights;
        _network = NetworkFusion.Fuse(graph);
        _pool = WorkerPool.Get(options.Threads == 0 ? Environment.ProcessorCount : options.Threads);
        _packed = new(options.HugePages, file);
    }

    /// <summary>The widest instruction set that this processor has and the runtime may use.</summary>
    public static InstructionSet BestInstructionSet =>
        Avx512F.IsSupported && Vector512.IsHardwareAccelerated ? InstructionSet.Avx512
        : Avx2.IsSupported && Fma.IsSupported ? InstructionSet.Avx2
        : Vector128.IsHardwareAccelerated ? InstructionSet.Vector128
        : InstructionSet.Scalar;

    /// <summary>The network.</summary>
    public NetworkGraph Graph { get; }

    /// <summary>The vector instructions in use.</summary>
    public InstructionSet InstructionSet { get; }

    /// <summary>Threads of one pass.</summary>
    public int Threads => _pool.Threads;

    /// <summary>Outputs for each image.</summary>
    public int Classes => Graph.Output.OutputChannels;

    /// <summary>Fuses the network; weights are packed when the first shape is prepared.</summary>
    /// <param name="graph">The network.</param>
    /// <param name="weights">One tensor per name of <see cref="NetworkGraph.Parameters"/>; <c>num_batches_tracked</c> counters may be there. Kept for shapes that need another form of a weight.</param>
    /// <param name="options">How it runs; null takes the defaults.</param>
    /// <exception cref="SenetException">Names are missing or unexpected, a shape differs, or the engine cannot run the network.</exception>
    public static InferencePlan Compile(NetworkGraph graph, IReadOnlyDictionary<string, WeightTensor> weights, InferenceOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(weights);
        if (WeightDifferences.OfNames(graph, weights) is { } names)
            throw new SenetException($"the weights are not those of {graph.Name}: {names}");
        if (WeightDifferences.FirstOfAnotherShape(graph, weights) is { } spec)
            throw new SenetException($"{spec.Name} has shape [{string.Join(", ", weights[spec.Name].Shape)}]; {graph.Name} expects [{string.Join(", ", spec.Shape)}]");
        return new(graph, new(name => weights[name]), Checked(options));
    }

    /// <summary>As above, with weights that are asked for when they are packed and not kept: the way to load a large file in little memory.</summary>
    /// <param name="graph">The network.</param>
    /// <param name="weights">Gives the tensor of a name of <see cref="NetworkGraph.Parameters"/>; may be called from several threads, several times, and for as long as the plan lives.</param>
    /// <param name="options">How it runs; null takes the defaults.</param>
    /// <param name="areAvailable">Says whether <paramref name="weights"/> still gives any, before a new shape is prepared; where it does not, the forms that are packed have to do. Null: always.</param>
    /// <exception cref="SenetException">The engine cannot run the network.</exception>
    public static InferencePlan Compile(NetworkGraph graph, Func<string, WeightTensor> weights, InferenceOptions? options = null, Func<bool>? areAvailable = null)
    {
        ArgumentNullException.ThrowIfNull(graph);
        ArgumentNullException.ThrowIfNull(weights);
        return new(graph, new(weights, areAvailable), Checked(options));
    }

    /// <summary>Runs what a plan file holds. The plan owns the file from then on.</summary>
    /// <param name="file">The file.</param>
    /// <param name="options">How it runs; the instruction set is the file's.</param>
    /// <exception cref="SenetException">The network is not known, or the engine cannot run it.</exception>
    public static InferencePlan Compile(PlanFile file, InferenceOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(file);
        NetworkGraph graph = ArchitectureRegistry.Get(file.Description.Architecture).Build(file.Description.Options);
        var weights = new WeightSource(name => throw new SenetException(
            $"{file.Path}: does not hold the form of {name} that this batch or image size needs; compile the model for it as well"), () => false);
        return new(graph, weights, Checked(options), file);
    }

    /// <summary>Prepares for a shape, so that the first pass is like any other: packs weights and takes memory.</summary>
    /// <param name="images">Images of a batch.</param>
    /// <param name="height">Height in pixels.</param>
    /// <param name="width">Width in pixels.</param>
    /// <exception cref="SenetException">The images do not fit the network.</exception>
    public void Prepare(int images, int height, int width)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(images, 1);
        ShapePlan plan = Find(Math.Min(images, _options.MostImages), height, width);
        plan.Return(plan.Rent());
    }

    /// <summary>Runs a batch.</summary>
    /// <param name="images">(N, C, H, W), row-major.</param>
    /// <param name="height">H in pixels.</param>
    /// <param name="width">W in pixels.</param>
    /// <param name="logits">Gains (N, <see cref="Classes"/>), row-major.</param>
    /// <exception cref="ArgumentException"><paramref name="images"/> is no whole number of images, or <paramref name="logits"/> has another length than its result.</exception>
    /// <exception cref="SenetException">The images do not fit the network.</exception>
    /// <exception cref="ObjectDisposedException">The plan was disposed.</exception>
    /// <remarks>May be called from many threads at once.</remarks>
    public void Run(ReadOnlySpan<float> images, int height, int width, Span<float> logits) => Run(images, height, width, logits, details: null);

    /// <summary>Runs a batch and returns what else is of interest.</summary>
    /// <param name="images">(N, C, H, W), row-major.</param>
    /// <param name="height">H in pixels.</param>
    /// <param name="width">W in pixels.</param>
    /// <exception cref="ArgumentException">As for <see cref="Run(ReadOnlySpan{float}, int, int, Span{float})"/>.</exception>
    /// <exception cref="SenetException">As for <see cref="Run(ReadOnlySpan{float}, int, int, Span{float})"/>.</exception>
    public InferenceDetails RunDetailed(ReadOnlySpan<float> images, int height, int width)
    {
        int count = CountImages(images, height, width);
        var details = new InferenceDetails(count, Classes);
        Run(images, height, width, details.Logits, details);
        return details;
    }

    /// <summary>Times every step over several passes of one batch.</summary>
    /// <param name="images">(N, C, H, W), at most <see cref="InferenceOptions.MostImages"/>.</param>
    /// <param name="height">H in pixels.</param>
    /// <param name="width">W in pixels.</param>
    /// <param name="passes">Passes, of which the fastest counts, step by step.</param>
    public IReadOnlyList<StepProfile> Profile(ReadOnlySpan<float> images, int height, int width, int passes)
    {
        int count = CountImages(images, height, width);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, _options.MostImages);
        ShapePlan plan = Find(count, height, width);
        RunState state = plan.Rent();
        long[] best = new long[plan.Steps.Length];
        Array.Fill(best, long.MaxValue);
        long[] ticks = new long[plan.Steps.Length];
        fixed (float* first = images)
        {
            for (int i = 0; i < passes; i++)
            {
                Array.Clear(ticks);
                plan.Run(state, first, ticks);
                for (int j = 0; j < ticks.Length; j++)
                    best[j] = Math.Min(best[j], ticks[j]);
            }
        }
        plan.Return(state);
        return [.. plan.Steps.Select((step, i) => new StepProfile(step.Name, step.Method, step.IsExcitation, step.Macs * count, TimeSpan.FromSeconds((double)best[i] / System.Diagnostics.Stopwatch.Frequency)))];
    }

    internal PackedWeights Packed => _packed;

    /// <summary>Shapes that it is prepared for, the one used last first.</summary>
    internal IEnumerable<PlanShape> PreparedShapes => _recent.Select(entry => new PlanShape(entry.Shape.Images, entry.Shape.Height, entry.Shape.Width));

    /// <summary>Bytes of all packed weights.</summary>
    public long WeightBytes => _packed.Bytes;

    /// <summary>Frees the weights and the memory of passes. No pass may be running.</summary>
    public void Dispose()
    {
        lock (_lock)
        {
            if (_disposed)
                return;
            _disposed = true;
            foreach ((_, ShapePlan plan) in _recent)
                plan.Dispose();
            _packed.Dispose();
        }
    }

    static InferenceOptions Checked(InferenceOptions? options)
    {
        options ??= new();
        if (options.Threads is < 0 or > 1024)
            throw new SenetException(FormattableString.Invariant($"{options.Threads} threads; expected 1 to 1024, or 0 for one per processor"));
        if (options.MostImages < 1 || options.MostShapes < 1)
            throw new SenetException(FormattableString.Invariant($"at most {options.MostImages} images and {options.MostShapes} shapes; expected at least 1"));
        if (options.InstructionSet is { } set && set > BestInstructionSet)
            throw new SenetException($"the instruction set {set} is not available here; the best is {BestInstructionSet}");
        return options;
    }

    int CountImages(ReadOnlySpan<float> images, int height, int width)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(height, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        long perImage = (long)Graph.Input.OutputChannels * height * width;
        if (images.Length == 0 || images.Length % perImage != 0)
            throw new ArgumentException(FormattableString.Invariant($"{images.Length} values; expected a multiple of {Graph.Input.OutputChannels} x {height} x {width} = {perImage}"), nameof(images));
        return (int)(images.Length / perImage);
    }

    void Run(ReadOnlySpan<float> images, int height, int width, Span<float> logits, InferenceDetails? details)
    {
        int count = CountImages(images, height, width);
        if (logits.Length != count * Classes)
            throw new ArgumentException(FormattableString.Invariant($"room for {logits.Length} logits; expected {count} x {Classes} = {count * Classes}"), nameof(logits));
        int perImage = images.Length / count;
        for (int first = 0; first < count; first += _options.MostImages)
        {
            int now = Math.Min(_options.MostImages, count - first);
            ShapePlan plan = Find(now, height, width);
            RunState state = plan.Rent();
            fixed (float* start = images.Slice(first * perImage, now * perImage))
                plan.Run(state, start, []);
            ShapePlan.CopyVectors(state, plan.Logits, plan.LogitSlots, now, logits.Slice(first * Classes, now * Classes));
            details?.Copy(state, plan, first);
            plan.Return(state);
        }
    }

    ShapePlan Find(int images, int height, int width)
    {
        lock (_lock)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            var shape = (images, height, width);
            if (_plans.TryGetValue(shape, out LinkedListNode<((int, int, int) Shape, ShapePlan Plan)>? known))
            {
                _recent.Remove(known);
                _recent.AddFirst(known);
                return known.Value.Plan;
            }
            // Errors first, in the words of the graph.
            Graph.InferShapes(new(Graph.Input.OutputChannels, height, width));
            ShapePlan plan = Build(images, height, width);
            _plans[shape] = _recent.AddFirst((shape, plan));
            if (_recent.Count > _options.MostShapes)
            {
                // A pass that still uses it gives its memory back to a disposed plan, which frees it.
                ((int, int, int) Shape, ShapePlan Plan) oldest = _recent.Last!.Value;
                _recent.RemoveLast();
                _plans.Remove(oldest.Shape);
                oldest.Plan.Dispose();
            }
            return plan;
        }
    }

    ShapePlan Build(int images, int height, int width)
    {
        try
        {
            return InstructionSet switch
            {
                InstructionSet.Avx512 => PlanBuilder<Simd512, Vector512<float>>.Build(_network, _weights, _packed, _pool, _options.Core, _options.HugePages, images, height, width),
                InstructionSet.Avx2 => PlanBuilder<Simd256, Vector256<float>>.Build(_network, _weights, _packed, _pool, _options.Core, _options.HugePages, images, height, width),
                InstructionSet.Vector128 => PlanBuilder<Simd128, Vector128<float>>.Build(_network, _weights, _packed, _pool, _options.Core, _options.HugePages, images, height, width),
                _ => PlanBuilder<SimdScalar, float>.Build(_network, _weights, _packed, _pool, _options.Core, _options.HugePages, images, height, width),
            };
        }
        catch (OverflowException error)
        {
            throw new SenetException(FormattableString.Invariant($"{Graph.Name}: feature maps of images of {height} x {width} pixels are too large for the engine; give it smaller ones"), error);
        }
    }
}
