using Senet.Inference.Memory;
using Senet.Inference.Planning;
using Senet.Inference.Steps;

namespace Senet.Inference;

/// <summary>What a pass gives beside the logits.</summary>
public sealed unsafe class InferenceDetails
{
    readonly Dictionary<string, float[]> _gates = new(StringComparer.Ordinal);

    internal InferenceDetails(int images, int classes)
    {
        Images = images;
        Logits = new float[images * classes];
    }

    /// <summary>N.</summary>
    public int Images { get; }

    /// <summary>(N, classes), row-major.</summary>
    public float[] Logits { get; }

    /// <summary>The classifier's input, (N, features), row-major; empty where the network does not end with a fully connected layer.</summary>
    public float[] Features { get; private set; } = [];

    /// <summary>Gates of every squeeze-and-excitation block with a squeeze, by the block's name: (N, C), row-major.</summary>
    public IReadOnlyDictionary<string, float[]> Gates => _gates;

    internal void Copy(RunState state, ShapePlan plan, int firstImage)
    {
        if (plan.Features is not null)
        {
            int length = plan.FeatureSlots.Max() + 1;
            if (Features.Length == 0)
                Features = new float[Images * length];
            ShapePlan.CopyVectors(state, plan.Features, plan.FeatureSlots, plan.Images, Features.AsSpan(firstImage * length, plan.Images * length));
        }
        foreach (GatePlace gate in plan.Gates)
        {
            int channels = gate.Slots.Max() + 1;
            if (!_gates.TryGetValue(gate.Name, out float[]? values))
                _gates[gate.Name] = values = new float[Images * channels];
            for (int image = 0; image < plan.Images; image++)
            {
                float* source = gate.First(state, image);
                for (int slot = 0; slot < gate.Slots.Length; slot++)
                {
                    if (gate.Slots[slot] >= 0)
                        values[(firstImage + image) * channels + gate.Slots[slot]] = source[slot] / gate.Factor;
                }
            }
        }
    }
}
