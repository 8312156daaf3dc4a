using System.Runtime.CompilerServices;
using Senet.Inference.Kernels;
using Senet.Inference.Memory;

namespace Senet.Inference.Steps;

/// <summary>One input of a dot product: a slot of the input map at one tap of the kernel.</summary>
readonly record struct Tap(int Channel, int Slot, int Row, int Column);

/// <summary>One or two vectors of output slots that share their list of inputs.</summary>
/// <param name="Slot">First output slot.</param>
/// <param name="Vectors">1 or 2.</param>
/// <param name="FirstTap">Where its inputs begin in the list of all.</param>
/// <param name="Depth">Number of inputs, K.</param>
/// <param name="Turns">How many turns of the kernel take <see cref="Tile.Together"/> of them each, from the first on.</param>
/// <param name="FirstWeight">Where its weights begin, (k, lane).</param>
readonly record struct Panel(int Slot, int Vectors, int FirstTap, int Depth, int Turns, long FirstWeight);

/// <summary>
/// How a convolution becomes matrix products: panels of output channels, each with the inputs that its groups read. A dense
/// convolution has one list for all panels; with groups, a panel reads the inputs of those groups that it has channels of.
/// </summary>
sealed class PanelLayout
{
    PanelLayout(Panel[] panels, Tap[] taps, long weightFloats)
    {
        Panels = panels;
        Taps = taps;
        WeightFloats = weightFloats;
    }

    public Panel[] Panels { get; }

    public Tap[] Taps { get; }

    public long WeightFloats { get; }

    /// <summary>Lays a convolution out.</summary>
    /// <param name="inputSlots">Channel of each input slot.</param>
    /// <param name="outputSlots">Channel of each output slot.</param>
    /// <param name="inputsPerGroup">Input channels of a group.</param>
    /// <param name="outputsPerGroup">Output channels of a group.</param>
    /// <param name="height">Kernel height.</param>
    /// <param name="width">Kernel width.</param>
    /// <param name="lanes">Slots of a vector.</param>
    /// <param name="planar">Whether the input's planes lie one behind the other: then channels are the slowest index, as slots are the fastest else.</param>
    public static PanelLayout Create(int[] inputSlots, int[] outputSlots, int inputsPerGroup, int outputsPerGroup, int height, int width, int lanes, bool planar)
    {
        var panels = new List<Panel>();
        var taps = new List<Tap>();
        var lists = new Dictionary<string, (int First, int Count, int Turns)>(StringComparer.Ordinal);
        long weights = 0;
        for (int slot = 0; slot < outputSlots.Length;)
        {
            int[] groups = GroupsOf(slot);
            if (groups.Length == 0)
            {
                slot += lanes;
                continue;
            }
            int vectors = slot + lanes < outputSlots.Length && groups.AsSpan().SequenceEqual(GroupsOf(slot + lanes)) ? 2 : 1;
            string key = string.Join(',', groups);
            if (!lists.TryGetValue(key, out (int First, int Count, int Turns) list))
            {
                list.First = taps.Count;
                list.Turns = AddTaps(groups);
                list.Count = taps.Count - list.First;
                lists.Add(key, list);
            }
            panels.Add(new(slot, vectors, list.First, list.Count, list.Turns, weights));
            weights += (long)list.Count * vectors * lanes;
            slot += vectors * lanes;
        }
        return new([.. panels], [.. taps], weights);

        int[] GroupsOf(int first) => [.. outputSlots.Skip(first).Take(lanes).Where(channel => channel >= 0).Select(channel => channel / outputsPerGroup).Distinct().Order()];

        // Turns of inputs that lie side by side, then the rest.
        int AddTaps(int[] groups)
        {
            int before = taps.Count;
            var run = new List<Tap>();
            var rest = new List<Tap>();
            foreach (Tap tap in TapsOf(groups))
            {
                if (run.Count > 0 && !IsBeside(run[^1], tap))
                {
                    rest.AddRange(run);
                    run.Clear();
                }
                run.Add(tap);
                if (run.Count == Tile.Together)
                {
                    taps.AddRange(run);
                    run.Clear();
                }
            }
            int turns = (taps.Count - before) / Tile.Together;
            taps.AddRange(rest);
            taps.AddRange(run);
            return turns;
        }

        bool IsBeside(Tap left, Tap right) => !planar && right.Slot % 16 != 0 && right == left with { Channel = right.Channel, Slot = left.Slot + 1 };

        IEnumerable<Tap> TapsOf(int[] groups)
        {
            int blockSize = planar ? 1 : 16;
            bool dense = groups.Length * inputsPerGroup == inputSlots.Count(channel => channel >= 0);
            var wanted = groups.ToHashSet();
            for (int block = 0; block < inputSlots.Length; block += blockSize)
            {
                for (int row = 0; row < height; row++)
                {
                    for (int column = 0; column < width; column++)
                    {
                        for (int slot = block; slot < block + blockSize; slot++)
                        {
                            int channel = inputSlots[slot];
                            if (channel >= 0 && (dense || wanted.Contains(channel / inputsPerGroup)))
                                yield return new(channel, slot, row, column);
                        }
                    }
                }
            }
        }
    }

    /// <summary>Writes the weights of all panels, scaled, 0 where an output does not read an input.</summary>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public unsafe void Pack(float* target, int[] outputSlots, ConvolutionWeights weights, int inputsPerGroup, int outputsPerGroup, int height, int width, int lanes)
    {
        int perFilter = inputsPerGroup * height * width;
        ReadOnlySpan<float> all = weights.Weight;
        foreach (Panel panel in Panels)
        {
            int slots = panel.Vectors * lanes;
            for (int lane = 0; lane < slots; lane++)
            {
                int output = outputSlots[panel.Slot + lane];
                if (output < 0)
                    continue;
                int group = output / outputsPerGroup;
                double scale = weights.Scale[output];
                ReadOnlySpan<float> filter = all.Slice(output * perFilter, perFilter);
                ReadOnlySpan<Tap> taps = Taps.AsSpan(panel.FirstTap, panel.Depth);
                float* values = target + panel.FirstWeight + lane;
                for (int k = 0; k < taps.Length; k++)
                {
                    Tap tap = taps[k];
                    int channel = tap.Channel - group * inputsPerGroup;
                    if ((uint)channel < (uint)inputsPerGroup)
                        values[(long)k * slots] = (float)(filter[(channel * height + tap.Row) * width + tap.Column] * scale);
                }
            }
        }
    }

    /// <summary>The shift of every output slot.</summary>
    public static unsafe void PackShift(float* target, int[] outputSlots, double[] shift)
    {
        for (int slot = 0; slot < outputSlots.Length; slot++)
            target[slot] = outputSlots[slot] < 0 ? 0 : (float)shift[outputSlots[slot]];
    }

    /// <summary>Distance of every tap from the pixel in the top left corner of the kernel.</summary>
    public int[] Offsets(MapView input, bool planar, int paddingHeight, int paddingWidth)
    {
        MapPlace place = input.Place;
        int[] offsets = new int[Taps.Length];
        for (int i = 0; i < offsets.Length; i++)
        {
            Tap tap = Taps[i];
            long plane = planar ? tap.Slot : tap.Slot / 16;
            int lane = planar ? 0 : tap.Slot % 16;
            offsets[i] = checked((int)(plane * place.Plane + (tap.Row - paddingHeight) * place.Pitch + (tap.Column - paddingWidth) * place.Slots + lane));
        }
        return offsets;
    }
}
