namespace Senet.Inference.Memory;

/// <summary>Gives reservations that live at the same time different places in one arena, the largest first, each as low as it fits.</summary>
static class MemoryPlan
{
    // A cache line's floats; vectors are aligned to it.
    const int Line = 16;

    /// <summary>Sets every reservation's offset.</summary>
    /// <param name="reservations">All of them.</param>
    /// <param name="lowUntil">What is last touched by a layer before this one is placed before the rest, so that it lies at the arena's beginning.</param>
    /// <returns>Floats of the arena, and of its beginning up to where the former end.</returns>
    public static (long All, long Low) Assign(IReadOnlyList<Reservation> reservations, int lowUntil)
    {
        var placed = new List<Reservation>();
        long total = 0;
        foreach (Reservation reservation in reservations.OrderByDescending(r => r.Last < lowUntil).ThenByDescending(r => r.Floats).ThenBy(r => r.First))
        {
            long size = RoundUp(reservation.Floats);
            long offset = 0;
            foreach (Reservation other in placed.Where(other => other.First <= reservation.Last && reservation.First <= other.Last).OrderBy(other => other.Offset))
            {
                if (offset + size <= other.Offset)
                    break;
                offset = Math.Max(offset, other.Offset + RoundUp(other.Floats));
            }
            reservation.Offset = offset;
            placed.Add(reservation);
            total = Math.Max(total, offset + size);
        }
        return (total, placed.Where(r => r.Last < lowUntil).Max(r => (long?)(r.Offset + RoundUp(r.Floats))) ?? 0);
    }

    static long RoundUp(long floats) => (floats + Line - 1) / Line * Line;
}
