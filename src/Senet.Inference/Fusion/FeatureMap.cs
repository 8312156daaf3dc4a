namespace Senet.Inference.Fusion;

/// <summary>
/// What one fused layer hands to others. Channels lie in blocks of 16 slots; which channel a slot holds is part of the
/// description, so that concatenations, shuffles and groups cost no copy: whoever reads asks where a channel lies.
/// </summary>
sealed class FeatureMap
{
    public const int BlockSize = 16;

    public FeatureMap(string name, int[] slots, FusedLayer? producer)
    {
        Name = name;
        Slots = slots;
        Producer = producer;
    }

    /// <summary>Name of the node whose output it is.</summary>
    public string Name { get; }

    /// <summary>Channel of each slot, -1 for none; a multiple of 16 slots. Slots without a channel hold anything.</summary>
    public int[] Slots { get; }

    public int Blocks => Slots.Length / BlockSize;

    /// <summary>The layer that writes it; null for the network's input and for a concatenation.</summary>
    public FusedLayer? Producer { get; }

    /// <summary>The concatenation it is a part of.</summary>
    public FeatureMap? Parent { get; private set; }

    /// <summary>First block within <see cref="Parent"/>.</summary>
    public int FirstBlock { get; private set; }

    /// <summary>The parts of a concatenation, one behind the other.</summary>
    public FeatureMap[] Parts { get; private set; } = [];

    /// <summary>The map with the same memory and other channel numbers, that this one is another view of.</summary>
    public FeatureMap? Source { get; private init; }

    /// <summary>The map that memory is taken for.</summary>
    public FeatureMap Root => Source is not null ? Source.Root : Parent is not null ? Parent.Root : this;

    /// <summary>Block of <see cref="Root"/> that is this map's first.</summary>
    public int RootBlock => Source is not null ? Source.RootBlock : Parent is not null ? Parent.RootBlock + FirstBlock : 0;

    /// <summary>Whether it is the network's input as its planes lie, which convolutions read; no blocks.</summary>
    public bool IsPlanar { get; init; }

    /// <summary>Whether it is a vector for each image: (block, image, slot), images taking the place of pixels.</summary>
    public bool IsVector { get; init; }

    /// <summary>Whether someone needs each channel's sum over the pixels.</summary>
    public bool WantsSums { get; private set; }

    /// <summary>Gates that readers have to apply; null where the map is what it should be.</summary>
    public Gate? PendingGate { get; init; }

    /// <summary>Slots for channels in their order, filled up to whole blocks.</summary>
    public static int[] InOrder(int channels)
    {
        int[] slots = new int[(channels + BlockSize - 1) / BlockSize * BlockSize];
        for (int i = 0; i < slots.Length; i++)
            slots[i] = i < channels ? i : -1;
        return slots;
    }

    /// <summary>Joins maps that no one else has joined.</summary>
    public static FeatureMap Concatenate(string name, FeatureMap[] parts)
    {
        var slots = new List<int>();
        int firstChannel = 0;
        foreach (FeatureMap part in parts)
        {
            slots.AddRange(part.Slots.Select(channel => channel < 0 ? -1 : firstChannel + channel));
            firstChannel += part.ChannelCount;
        }
        var whole = new FeatureMap(name, [.. slots], producer: null) { Parts = parts };
        int block = 0;
        foreach (FeatureMap part in parts)
        {
            part.Parent = whole;
            part.FirstBlock = block;
            block += part.Blocks;
        }
        return whole;
    }

    /// <summary>Channels, without the empty slots.</summary>
    public int ChannelCount => Slots.Count(channel => channel >= 0);

    /// <summary>The same memory with channel <c>channels[c]</c> called c.</summary>
    public FeatureMap Renamed(string name, int[] channels)
    {
        int[] newName = new int[channels.Length];
        for (int c = 0; c < channels.Length; c++)
            newName[channels[c]] = c;
        return new(name, [.. Slots.Select(channel => channel < 0 ? -1 : newName[channel])], producer: null) { Source = this };
    }

    /// <summary>The same memory, to be multiplied by gates when it is read.</summary>
    public FeatureMap Gated(string name, Gate gate) => new(name, Slots, producer: null) { Source = this, PendingGate = gate };

    /// <summary>Slot of each channel.</summary>
    public int[] SlotOfChannel()
    {
        int[] slots = new int[ChannelCount];
        for (int slot = 0; slot < Slots.Length; slot++)
        {
            if (Slots[slot] >= 0)
                slots[Slots[slot]] = slot;
        }
        return slots;
    }

    /// <summary>Asks the layers that write it for sums.</summary>
    public void RequestSums()
    {
        WantsSums = true;
        Source?.RequestSums();
        foreach (FeatureMap part in Parts)
            part.RequestSums();
    }

    /// <summary>The maps with sums of their own that make up this one, with the slot where each begins.</summary>
    public IEnumerable<(FeatureMap Part, int FirstSlot)> SumParts(int firstSlot = 0)
    {
        if (Source is not null)
            return Source.SumParts(firstSlot);
        if (Parts.Length == 0)
            return [(this, firstSlot)];
        return Parts.SelectMany(part => part.SumParts(firstSlot + BlockSize * part.FirstBlock));
    }
}
