namespace Senet.Inference.Steps;

/// <summary>One operation of a plan for images of one shape. Immutable once the plan is built; what changes from pass to pass is in the <see cref="RunState"/>.</summary>
abstract class PlanStep
{
    protected PlanStep(string name) => Name = name;

    /// <summary>Multiply-accumulates of a tile kernel in a nanosecond, for estimates: a core with AVX-512.</summary>
    public const double MacsPerNs = 58;

    /// <summary>The graph's node that the step ends with.</summary>
    public string Name { get; }

    /// <summary>What computes it, for tables.</summary>
    public abstract string Method { get; }

    /// <summary>Multiply-accumulates of the layer for one image as the graph counts them, whatever the method does.</summary>
    public long Macs { get; init; }

    /// <summary>Whether the step belongs to squeeze-and-excitation alone.</summary>
    public virtual bool IsExcitation => false;

    /// <summary>Weights that the next step waits for if nobody fetches them before; items of the last phase do, each its share.</summary>
    public WeightsAhead? Ahead { get; set; }

    /// <summary>Weights of a later step to be fetched by this one's tiles; null where there are none.</summary>
    public WeightStream? Stream { get; set; }

    /// <summary>Whether the step fetches what <see cref="Stream"/> holds: as much of each item's share as its tiles have time for.</summary>
    public virtual bool CanStream => false;

    /// <summary>The phase that <see cref="Run"/> ends with.</summary>
    public virtual int LastPhase => 0;

    /// <summary>Runs the step for the state's images on the calling thread and, item by item, on the workers.</summary>
    public abstract void Run(RunState state);

    /// <summary>Runs item <paramref name="item"/> of a phase's <paramref name="items"/>, as <see cref="RunItem"/> does, and what is to be fetched ahead.</summary>
    public void RunShare(RunState state, int phase, int item, int items, int worker)
    {
        if (Ahead is not null && phase == LastPhase)
            Ahead.Fetch(item, items);
        RunItem(state, phase, item, worker);
    }

    /// <summary>Runs one item of one phase. Items of a phase may run in any order on any thread; the result is the same.</summary>
    protected virtual void RunItem(RunState state, int phase, int item, int worker) => throw new NotSupportedException();
}
