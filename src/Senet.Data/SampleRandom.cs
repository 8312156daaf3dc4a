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
    /// <param name="index">Index of the sample in its source; -1 is used by <see cref="Shuffle"/>, lower ones by what mixes batches.</param>
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

    /// <summary>Uniform on [<paramref name="min"/>, <paramref name="max"/>).</summary>
    public double NextDouble(double min, double max) => min + (max - min) * NextDouble();

    /// <summary>A number of the standard normal distribution (Box and Muller 1958; one of the pair).</summary>
    public double NextNormal() => Math.Sqrt(-2 * Math.Log(1 - NextDouble())) * Math.Cos(2 * Math.PI * NextDouble());

    /// <summary>A number of the distribution Beta(<paramref name="alpha"/>, <paramref name="alpha"/>), 0..1.</summary>
    /// <param name="alpha">Above 0; below 1 the ends are likelier than the middle.</param>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="alpha"/> is not above 0.</exception>
    public double NextBeta(double alpha)
    {
        if (!(alpha > 0))
            throw new ArgumentOutOfRangeException(nameof(alpha), alpha, "expected a number above 0");
        // The share of one of two gamma numbers, from their logarithms: for small alpha both may be too small for a double.
        double difference = NextLogGamma(alpha) - NextLogGamma(alpha);
        return 1 / (1 + Math.Exp(-difference));
    }

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
        random.Permute(items);
    }

    /// <summary>Permutes <paramref name="items"/> in place, all permutations equally likely (Fisher-Yates).</summary>
    internal void Permute(Span<int> items)
    {
        for (int i = items.Length - 1; i > 0; i--)
        {
            int other = NextInt(i + 1);
            (items[i], items[other]) = (items[other], items[i]);
        }
    }

    // Marsaglia and Tsang 2000 for shapes of at least 1; a smaller one from that of shape + 1 (their section 6).
    double NextLogGamma(double shape)
    {
        if (shape < 1)
            return NextLogGamma(shape + 1) + Math.Log(1 - NextDouble()) / shape;
        double d = shape - 1 / 3.0, c = 1 / Math.Sqrt(9 * d);
        while (true)
        {
            double x = NextNormal(), v = 1 + c * x;
            if (v <= 0)
                continue;
            v = v * v * v;
            if (Math.Log(1 - NextDouble()) < 0.5 * x * x + d - d * v + d * Math.Log(v))
                return Math.Log(d * v);
        }
    }

    static ulong Mix(ulong z)
    {
        z = (z ^ (z >> 30)) * 0xBF58476D1CE4E5B9;
        z = (z ^ (z >> 27)) * 0x94D049BB133111EB;
        return z ^ (z >> 31);
    }
}
