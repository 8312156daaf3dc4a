using Senet.Inference.Memory;
using Senet.Inference.Threads;

namespace Senet.Inference.Steps;

/// <summary>What one pass needs for itself: memory for the feature maps, and which images it is at. Used by one caller at a time.</summary>
sealed unsafe class RunState : IDisposable
{
    // Less than this is done before another core has seen it.
    const double LeastSharedNs = 6000;

    readonly NativeMemoryBlock _arena;
    readonly WorkerPool _pool;
    bool _hasWorkers;

    public RunState(long arenaFloats, bool hugePages, WorkerPool pool)
    {
        _arena = new(arenaFloats, hugePages);
        _pool = pool;
    }

    /// <summary>The feature maps of all steps; see <see cref="MemoryPlan"/>.</summary>
    public float* Arena => _arena.Floats;

    /// <summary>The caller's images, (N, C, H, W).</summary>
    public float* Images { get; set; }

    /// <summary>First image of the batch that the steps now work on.</summary>
    public int FirstImage { get; set; }

    /// <summary>How many images they work on at once.</summary>
    public int ImageCount { get; set; }

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
        if (_hasWorkers && items > 1 && estimate > LeastSharedNs)
        {
            _pool.Run(this, step, phase, items);
            if (_pool.IsContended)
                End();
            return;
        }
        for (int item = 0; item < items; item++)
            step.RunShare(this, phase, item, items, worker: 0);
    }

    public void Dispose() => _arena.Dispose();
}
