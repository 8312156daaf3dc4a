using Senet.Inference.Kernels;
using Senet.Inference.Memory;

namespace Senet.Inference.Steps;

/// <summary>What happens to a convolution's sums before they are stored: relu((sum + bias) * gate + residual), and sums of that.</summary>
sealed unsafe record Epilogue
{
    public required MapView Output { get; init; }

    public required PackedBlob Bias { get; init; }

    public GatePlace? Gate { get; init; }

    public MapView? Residual { get; init; }

    public int ResidualStride { get; init; } = 1;

    public bool Relu { get; init; }

    public SumsPlace? Sums { get; init; }

    /// <summary>What is left to do with the values of one block of one image, from its first pixel on; their place and number are the caller's to fill in.</summary>
    public PixelFinish Finish(RunState state, int image, int block, int part)
    {
        float* sums = Sums is null ? null : Sums.First(state, image, part) + 16 * block;
        if (sums != null)
            new Span<float>(sums, 16).Clear();
        return new()
        {
            Target = Output.First(state, image, block),
            TargetRow = Output.Place.Pitch,
            Bias = Bias.Floats + 16 * block,
            Gate = Gate is null ? null : Gate.First(state, image) + 16 * block,
            Residual = Residual is { } view ? view.First(state, image, block) : null,
            ResidualRow = Residual?.Place.Pitch ?? 0,
            Sums = sums,
            Low = Relu ? 0 : float.NegativeInfinity,
        };
    }
}
