namespace Senet.Inference.Memory;

/// <summary>A piece of the arena: how much, from which layer to which, and in the end where.</summary>
sealed class Reservation
{
    public long Floats { get; set; }

    /// <summary>First layer that touches it.</summary>
    public int First { get; set; } = int.MaxValue;

    /// <summary>Last layer that touches it.</summary>
    public int Last { get; set; } = -1;

    /// <summary>Floats from the arena's start; set by <see cref="MemoryPlan.Assign"/>.</summary>
    public long Offset { get; set; }

    public void Touch(int layer)
    {
        First = Math.Min(First, layer);
        Last = Math.Max(Last, layer);
    }
}
