using Senet.Inference.Memory;
using Senet.Inference.Threads;

namespace Senet.Inference.Steps;

/// <summary>What one pass needs for itself: memory for the feature maps, and which images it is at. Used by one caller at a time.</summary>
sealed unsafe class RunState : IDisposable
{
    // Less than this is done before another core has seen it.
    const double LeastSharedNs = 6000;

    readonly NativeMemoryBlock _arena;
    readonly long _laneFloats;
    readonly bool _hugePages;
    readonly WorkerPool _pool;
    readonly RunState?[] _lanes;
    readonly RunState? _parent;
    bool _hasWorkers;

    public RunState(long arenaFloats, long laneFloats, bool hugePages, WorkerPool pool)
        : this(arenaFloats, hugePages, pool, parent: null) => _laneFloats = laneFloats;

    RunState(long arenaFloats, bool hugePages, WorkerPool pool, RunState? parent)
    {
        _arena = new(arenaFloats, hugePages);
        _hugePages = hugePages;
        _pool = pool;
        _parent = parent;
        _lanes = parent is null ? new RunState?[pool.Threads] : [];
    }

    /// <summary>The feature maps of all steps; see <see cref="MemoryPlan"/>.</summary>
    public float* Arena => _arena.Floats;

    /// <summary>Where what all images of the batch have of their own lies: the same arena, or that of the state whose lane this is.</summary>
    public float* BatchArena => (_parent ?? this)._arena.Floats;

    /// <summary>Whether workers are there for this pass.</summary>
    public bool HasWorkers => _hasWorkers;

    /// <summary>Makes the lanes ready for this pass.</summary>
    public void OpenLanes()
    {
        for (int worker = 1; worker < _lanes.Length; worker++)
        {
            RunState lane = _lanes[worker] ??= new(_laneFloats, _hugePages, _pool, this);
            lane.Images = Images;
        }
    }

    /// <summary>The state with which a worker takes images through the steps alone, beside the others; the first one's is this state itself.</summary>
    public RunState Lane(int worker) => worker == 0 ? this : _lanes[worker]!;

    /// <summary>The caller's images, (N, C, H, W).</summary>
    public float* Images { get; set; }

    /// <summary>First image of the batch that the steps now work on.</summary>
    public int FirstImage { get; set; }

    /// <summary>How many images they work on at once.</summary>
    public int ImageCount { get; set; }

    /// <summary>Whether the thread that has this state works alone although there are workers: they are at other images.</summary>
    public bool IsAlone { get; set; }

    public void Begin() => _hasWorkers = _pool.TryEnter();

    public void End()
    {
        if (_hasWorkers)
            _pool.Exit();
        _hasWorkers = false;
    }

    /// <summary>Runs the items of a phase, on the workers where they are free and there is enough to do.</summary>
    /// <param name="step">The step.</param>
    /// <param name="phase">Its phase.</param>
    /// <param name="items">Number of items.</param>
    /// <param name="estimate">Roughly the nanoseconds that all items take one core.</param>
    public void Parallel(PlanStep step, int phase, int items, double estimate = double.PositiveInfinity)
    {
        if (_hasWorkers && !IsAlone && items > 1 && estimate > LeastSharedNs)
        {
            _pool.Run(this, step, phase, items);
            if (_pool.IsContended)
                End();
            return;
        }
        for (int item = 0; item < items; item++)
            step.RunShare(this, phase, item, items, worker: 0);
    }

    public void Dispose()
    {
        foreach (RunState? lane in _lanes)
            lane?.Dispose();
        _arena.Dispose();
    }
}
