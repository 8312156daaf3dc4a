using Senet.Graph;
using Senet.Inference.Kernels;
using Senet.Inference.Memory;
using Senet.Inference.Simd;

namespace Senet.Inference.Steps;

/// <summary>
/// Squeeze and excitation up to the gates: descriptors m from sums, h = relu(G m + g), s = gate(W2 h + c2) (arXiv:1709.01507, eqs. 2
/// and 3). Where the squeezed map is a convolution's output that is not there yet, m describes the convolution's input, and
/// the convolution is part of G; behind a 3x3 convolution m has nine parts, for each tap the sum over the pixels it sees.
/// </summary>
sealed unsafe class ExcitationStep<TSimd, TVec> : PlanStep
    where TSimd : struct, ISimd<TSimd, TVec>
    where TVec : unmanaged
{
    readonly ExcitationPlan _plan;
    readonly VectorProduct<TSimd, TVec> _first;
    readonly VectorProduct<TSimd, TVec> _second;
    readonly float _factor;

    public ExcitationStep(string name, ExcitationPlan plan, VectorProduct<TSimd, TVec> first, VectorProduct<TSimd, TVec> second)
        : base(name)
    {
        _plan = plan;
        _first = first;
        _second = second;
        _factor = 1f / plan.Source.Place.Pixels;
    }

    public override string Method => _plan.Taps > 1 ? "excitation, 9 sums" : "excitation";

    public override bool IsExcitation => true;

    int SourceBlocks => _plan.Source.Blocks;

    public override void Run(RunState state)
    {
        for (int image = 0; image < state.ImageCount; image++)
        {
            float* descriptor = Descriptor(state) + 16 * image;
            if (_plan.Sums is null)
                ReadMaxima(state, image, descriptor);
            else if (_plan.Taps == 1)
                _plan.Sums.Read(state, image, descriptor, 16 * _plan.Images, _factor);
            else
                ReadTapSums(state, image, descriptor);
        }
        state.Parallel(this, 1, _first.Items);
        state.Parallel(this, 2, _second.Items);
        for (int image = 0; image < state.ImageCount; image++)
            GateKernels.Apply<TSimd, TVec>(_plan.Gates.First(state, image), _plan.Gates.Slots.Length, _plan.Kind, _plan.Factor);
    }

    protected override void RunItem(RunState state, int phase, int item, int worker)
    {
        float* hidden = state.Arena + _plan.Hidden.Offset;
        if (phase == 1)
            _first.Run(item, Descriptor(state), hidden, 16 * _plan.Images, 16, state.ImageCount);
        else
            _second.Run(item, hidden, _plan.Gates.First(state, 0), 16, _plan.Gates.Slots.Length, state.ImageCount);
    }

    float* Descriptor(RunState state) => state.Arena + _plan.Descriptor.Offset;

    void ReadMaxima(RunState state, int image, float* descriptor)
    {
        MapPlace place = _plan.Source.Place;
        for (int block = 0; block < SourceBlocks; block++)
            PoolKernels.Maximum<TSimd, TVec>(_plan.Source.First(state, image, block), place.Pitch, place.Height, place.Width, descriptor + 16 * _plan.Images * block);
    }

    // With padding 1 a tap sees the plane moved by one: all of it but a border row or column. What both would take away, the
    // corner, is given back.
    void ReadTapSums(RunState state, int image, float* descriptor)
    {
        MapPlace place = _plan.Source.Place;
        int tapStride = 16 * _plan.Images;
        // Sums of all pixels go to tap 0 of each block first.
        _plan.Sums!.Read(state, image, descriptor, _plan.Taps * tapStride, 1);
        float* border = stackalloc float[4 * 16];
        float* all = stackalloc float[16];
        int bottom = place.Height - 1;
        int right = place.Width - 1;
        for (int block = 0; block < SourceBlocks; block++)
        {
            float* plane = _plan.Source.First(state, image, block);
            float* taps = descriptor + (nint)block * _plan.Taps * tapStride;
            new Span<float>(taps, 16).CopyTo(new Span<float>(all, 16));
            PoolKernels.Sum<TSimd, TVec>(plane + (nint)bottom * place.Pitch, place.Pitch, 1, place.Width, border);
            PoolKernels.Sum<TSimd, TVec>(plane, place.Pitch, 1, place.Width, border + 16);
            PoolKernels.Sum<TSimd, TVec>(plane + (nint)right * 16, place.Pitch, place.Height, 1, border + 32);
            PoolKernels.Sum<TSimd, TVec>(plane, place.Pitch, place.Height, 1, border + 48);
            for (int tap = 0; tap < 9; tap++)
            {
                int row = tap / 3;
                int column = tap % 3;
                float* rowSum = row == 0 ? border : border + 16;
                float* columnSum = column == 0 ? border + 32 : border + 48;
                float* corner = plane + (row == 0 ? (nint)bottom * place.Pitch : 0) + (column == 0 ? (nint)right * 16 : 0);
                for (int slot = 0; slot < 16; slot++)
                {
                    float sum = all[slot];
                    if (row != 1)
                        sum -= rowSum[slot];
                    if (column != 1)
                        sum -= columnSum[slot];
                    if (row != 1 && column != 1)
                        sum += corner[slot];
                    taps[(nint)tap * tapStride + slot] = sum * _factor;
                }
            }
        }
    }
}

/// <summary>What an excitation reads and where it keeps what.</summary>
sealed class ExcitationPlan
{
    /// <summary>The squeezed map, or the input of the convolution that gives it.</summary>
    public required MapView Source { get; init; }

    /// <summary>Sums over the source; null for maxima.</summary>
    public required SumsReader? Sums { get; init; }

    /// <summary>1, or 9 behind a 3x3 convolution.</summary>
    public required int Taps { get; init; }

    /// <summary>Images that are worked on at once.</summary>
    public required int Images { get; init; }

    public required GatePlace Gates { get; init; }

    public required ExcitationGate Kind { get; init; }

    /// <summary>Constant factor of the gates.</summary>
    public required float Factor { get; init; }

    /// <summary>m, (block, tap, image, slot).</summary>
    public required Reservation Descriptor { get; init; }

    /// <summary>h, (block, image, slot).</summary>
    public required Reservation Hidden { get; init; }
}
