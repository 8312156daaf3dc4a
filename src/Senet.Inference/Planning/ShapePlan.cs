using Senet.Inference.Memory;
using Senet.Inference.Steps;
using Senet.Inference.Threads;

namespace Senet.Inference.Planning;

/// <summary>A network for batches of one size and images of one size: steps, and how much memory a pass needs.</summary>
sealed unsafe class ShapePlan : IDisposable
{
    // Arenas kept for the next callers; more callers than that at once make new ones.
    const int MostIdle = 64;

    readonly Stack<RunState> _idle = [];
    readonly Lock _lock = new();
    readonly WorkerPool _pool;
    readonly bool _hugePages;
    bool _disposed;

    public ShapePlan(WorkerPool pool, bool hugePages)
    {
        _pool = pool;
        _hugePages = hugePages;
    }

    public required int Images { get; init; }

    public required PlanStep[] Steps { get; init; }

    /// <summary>Steps before this one run image by image, the others for all images at once.</summary>
    public required int Cut { get; init; }

    /// <summary>Takes whole images through the steps before <see cref="Cut"/> on threads of their own; null where all threads share each step.</summary>
    public ImageStep? Lanes { get; init; }

    /// <summary>Floats at the arena's beginning that the steps before <see cref="Cut"/> use for one image at a time.</summary>
    public long LaneFloats { get; init; }

    public required long ArenaFloats { get; init; }

    public required MapPlace Logits { get; init; }

    /// <summary>Class of each slot of <see cref="Logits"/>.</summary>
    public required int[] LogitSlots { get; init; }

    /// <summary>What the classifier reads; null where the network ends otherwise.</summary>
    public required MapPlace? Features { get; init; }

    public required int[] FeatureSlots { get; init; }

    public required IReadOnlyList<GatePlace> Gates { get; init; }

    /// <summary>Memory for one pass, used before or new.</summary>
    public RunState Rent()
    {
        lock (_lock)
        {
            if (_idle.TryPop(out RunState? state))
                return state;
        }
        return new RunState(ArenaFloats, LaneFloats, _hugePages, _pool);
    }

    public void Return(RunState state)
    {
        lock (_lock)
        {
            if (!_disposed && _idle.Count < MostIdle)
            {
                _idle.Push(state);
                return;
            }
        }
        state.Dispose();
    }

    /// <summary>Runs all steps; <paramref name="ticks"/>, if given, gains each step's time.</summary>
    public void Run(RunState state, float* images, Span<long> ticks)
    {
        state.Images = images;
        state.Begin();
        try
        {
            if (Cut > 0)
            {
                int image = 0;
                if (Lanes is { } lanes && ticks.IsEmpty && state.HasWorkers)
                {
                    lanes.Run(state);
                    image = lanes.Images;
                }
                state.ImageCount = 1;
                for (; image < Images; image++)
                {
                    state.FirstImage = image;
                    RunSteps(state, 0, Cut, ticks);
                }
            }
            state.FirstImage = 0;
            state.ImageCount = Images;
            RunSteps(state, Cut, Steps.Length, ticks);
        }
        finally
        {
            state.End();
        }
    }

    /// <summary>Copies a vector of every image, features in their order.</summary>
    public static void CopyVectors(RunState state, MapPlace place, int[] slots, int images, Span<float> target)
    {
        int length = 0;
        foreach (int feature in slots)
            length = Math.Max(length, feature + 1);
        for (int image = 0; image < images; image++)
        {
            Span<float> vector = target.Slice(image * length, length);
            for (int slot = 0; slot < slots.Length; slot++)
            {
                if (slots[slot] >= 0)
                    vector[slots[slot]] = place.First(state, image, slot / 16)[slot % 16];
            }
        }
    }

    public void Dispose()
    {
        lock (_lock)
        {
            _disposed = true;
            while (_idle.TryPop(out RunState? state))
                state.Dispose();
        }
    }

    void RunSteps(RunState state, int first, int end, Span<long> ticks)
    {
        for (int i = first; i < end; i++)
        {
            if (ticks.IsEmpty)
            {
                Steps[i].Run(state);
                continue;
            }
            long start = System.Diagnostics.Stopwatch.GetTimestamp();
            Steps[i].Run(state);
            ticks[i] += System.Diagnostics.Stopwatch.GetTimestamp() - start;
        }
    }
}
