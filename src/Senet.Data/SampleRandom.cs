namespace Senet.Data;

/// <summary>
/// The random numbers of one sample: SplitMix64 (Steele, Lea, Flood 2014) started from a hash of (seed, epoch, index). The
/// integers are the same on every machine, whichever thread draws them and whatever was drawn for other samples.
/// </summary>
/// <remarks>A mutable struct: pass it by reference, a copy repeats the same numbers.</remarks>
public struct SampleRandom
{
    const ulong Golden = 0x9E3779B97F4A7C15;

    ulong state;

    /// <summary>Starts the sequence of one sample.</summary>
    /// <param name="seed">The run's seed.</param>
    /// <param name="epoch">Epoch, from 0.</param>
    /// <param name="index">Index of the sample in its source; -1 is used by <see cref="Shuffle"/>.</param>
    public SampleRandom(ulong seed, int epoch, int index)
    {
        // Each part is mixed before the next one enters, so neighbouring epochs and indices share no prefix of their sequences.
        ulong hash = Mix(seed + Golden);
        hash = Mix(hash ^ (uint)epoch);
        state = Mix(hash ^ ((ulong)(uint)index << 32 | (uint)index));
    }

    /// <summary>64 uniform bits.</summary>
    public ulong NextUInt64()
    {
        state += Golden;
        return Mix(state);
    }

    /// <summary>Uniform on [0, 1): a multiple of 2^-53.</summary>
    public double NextDouble() => (NextUInt64() >> 11) * (1.0 / (1UL << 53));

    /// <summary>Uniform on 0 .. <paramref name="maxExclusive"/> - 1, without bias.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="maxExclusive"/> is less than 1.</exception>
    public int NextInt(int maxExclusive)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(maxExclusive, 1);
        // Lemire 2019: the high half of bits * n is uniform once the low half is at least 2^64 mod n.
        ulong n = (ulong)maxExclusive;
        ulong high = Math.BigMul(NextUInt64(), n, out ulong low);
        if (low < n)
        {
            ulong threshold = unchecked(0 - n) % n;
            while (low < threshold)
                high = Math.BigMul(NextUInt64(), n, out low);
        }
        return (int)high;
    }

    /// <summary>True with probability one half.</summary>
    public bool NextBool() => (NextUInt64() >> 63) != 0;

    /// <summary>Permutes <paramref name="items"/> in place (Fisher-Yates); the permutation depends only on the length, the seed and the epoch.</summary>
    /// <param name="items">Overwritten with its permutation.</param>
    /// <param name="seed">The run's seed.</param>
    /// <param name="epoch">Epoch, from 0.</param>
    public static void Shuffle(int[] items, ulong seed, int epoch)
    {
        ArgumentNullException.ThrowIfNull(items);
        var random = new SampleRandom(seed, epoch, -1);
        for (int i = items.Length - 1; i > 0; i--)
        {
            int other = random.NextInt(i + 1);
            (items[i], items[other]) = (items[other], items[i]);
        }
    }

    static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
