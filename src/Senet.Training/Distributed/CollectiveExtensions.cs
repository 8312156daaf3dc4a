using System.Buffers.Binary;
using static TorchSharp.torch;

namespace Senet.Training.Distributed;

/// <summary>What is built from a collective's few operations; all processes call alike.</summary>
static class CollectiveExtensions
{
    /// <summary>Replaces the numbers by their sums over all processes.</summary>
    public static void Sum(this ICollective collective, Span<double> values)
    {
        if (collective.Size == 1)
            return;
        using Tensor sums = tensor(values.ToArray());
        collective.StartSum(sums).Wait();
        sums.data<double>().ToArray().CopyTo(values);
    }

    /// <summary>A library's name for the type of values that it is to sum.</summary>
    /// <exception cref="ArgumentException">The values are neither float32 nor float64, or not contiguous.</exception>
    public static T TypeOfSum<T>(Tensor values, T float32, T float64)
    {
        T type = values.dtype switch
        {
            ScalarType.Float32 => float32,
            ScalarType.Float64 => float64,
            _ => throw new ArgumentException($"{values.dtype} values cannot be summed; expected float32 or float64", nameof(values)),
        };
        return values.is_contiguous() ? type : throw new ArgumentException("the values are not contiguous", nameof(values));
    }

    /// <summary>What every process gave, by rank; lengths may differ.</summary>
    public static byte[][] Gather(this ICollective collective, byte[] own)
    {
        var all = new byte[collective.Size][];
        for (int rank = 0; rank < all.Length; rank++)
            all[rank] = collective.Share(rank == collective.Rank ? own : null, rank)!;
        return all;
    }

    /// <summary>Bytes of one process in all of them; null where it has none. The others' argument is not looked at.</summary>
    public static byte[]? Share(this ICollective collective, byte[]? bytes, int root = 0)
    {
        if (collective.Size == 1)
            return bytes;
        Span<byte> length = stackalloc byte[sizeof(int)];
        bool isRoot = collective.Rank == root;
        BinaryPrimitives.WriteInt32LittleEndian(length, isRoot ? bytes?.Length ?? -1 : 0);
        collective.Broadcast(length, root);
        int count = BinaryPrimitives.ReadInt32LittleEndian(length);
        if (count < 0)
            return null;
        byte[] shared = isRoot ? bytes! : new byte[count];
        if (count > 0)
            collective.Broadcast(shared, root);
        return shared;
    }

    /// <summary>Runs <paramref name="work"/> in one process of each machine, then in the others: what the first leaves in a cache, they find.</summary>
    public static T FirstOfMachineFirst<T>(this ICollective collective, Func<T> work)
    {
        if (collective.Size == 1)
            return work();
        T? result = default;
        if (collective.LocalRank == 0)
            result = work();
        collective.Barrier();
        return collective.LocalRank == 0 ? result! : work();
    }
}
