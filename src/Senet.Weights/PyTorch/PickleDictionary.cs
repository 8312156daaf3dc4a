using System.Numerics;
using System.Runtime.CompilerServices;

namespace Senet.Weights;

/// <summary>A Python dictionary: texts, numbers and truth values as keys, in the order of insertion.</summary>
sealed class PickleDictionary() : OrderedDictionary<object, object?>(KeyComparer.Instance)
{
    /// <summary>Whether there were values under other keys, such as tuples; they are dropped, as no name can say where they stood.</summary>
    public bool HasUnnamed { get; private set; }

    /// <summary>Sets an entry as Python does: a key that is there keeps its place.</summary>
    public void Set(object? key, object? value)
    {
        if (key is string or long or double or bool or BigInteger)
            this[key] = value;
        else
            HasUnnamed = true;
    }

    // Hashes of numbers are seeded per process: a file cannot be built so that all its keys collide.
    sealed class KeyComparer : IEqualityComparer<object>
    {
        public static readonly KeyComparer Instance = new();

        public new bool Equals(object? x, object? y) => object.Equals(x, y);

        public int GetHashCode(object obj) => obj switch
        {
            string text => text.GetHashCode(StringComparison.Ordinal),
            long number => HashCode.Combine(number),
            double number => HashCode.Combine(number),
            BigInteger number => HashCode.Combine(number),
            bool value => value ? 1 : 0,
            _ => RuntimeHelpers.GetHashCode(obj),
        };
    }
}
