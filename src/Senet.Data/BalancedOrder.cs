namespace Senet.Data;

/// <summary>The order of an epoch that visits all classes equally often.</summary>
static class BalancedOrder
{
    /// <summary>
    /// As many indices as there are labels. The classes follow each other in blocks, each block a permutation of all; within a class the images come in
    /// random order, and again in another one when all of them have been taken.
    /// </summary>
    public static int[] Create(ReadOnlySpan<int> labels, ulong seed, int epoch)
    {
        var members = new SortedDictionary<int, List<int>>();
        for (int i = 0; i < labels.Length; i++)
        {
            if (!members.TryGetValue(labels[i], out List<int>? list))
                members[labels[i]] = list = [];
            list.Add(i);
        }
        int[][] classes = [.. members.Values.Select(list => list.ToArray())];
        int[] taken = new int[classes.Length], block = new int[classes.Length], order = new int[labels.Length];
        var random = new SampleRandom(seed, epoch, -1);
        for (int position = 0; position < order.Length; position++)
        {
            int inBlock = position % block.Length;
            if (inBlock == 0)
            {
                for (int i = 0; i < block.Length; i++)
                    block[i] = i;
                random.Permute(block);
            }
            int chosen = block[inBlock];
            int[] images = classes[chosen];
            int next = taken[chosen]++ % images.Length;
            if (next == 0)
                random.Permute(images);
            order[position] = images[next];
        }
        return order;
    }

    /// <summary>For every position, how often its index has come before.</summary>
    public static int[] Repeats(ReadOnlySpan<int> order)
    {
        int[] seen = new int[order.Length], repeats = new int[order.Length];
        for (int i = 0; i < order.Length; i++)
            repeats[i] = seen[order[i]]++;
        return repeats;
    }
}
