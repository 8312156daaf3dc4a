using Senet.Inference.Memory;

namespace Senet.Inference.Steps;

/// <summary>Reads sums that several writers made, one behind the other and part by part.</summary>
/// <param name="Parts">Sums and the slot of the whole where each begins.</param>
sealed unsafe record SumsReader((SumsPlace Sums, int FirstSlot)[] Parts)
{
    /// <summary>Writes the sum of every slot of one image.</summary>
    /// <param name="state">The pass.</param>
    /// <param name="image">Number among the state's images.</param>
    /// <param name="target">Slot 0.</param>
    /// <param name="blockStride">Floats from 16 slots to the next 16.</param>
    /// <param name="factor">What the sums are multiplied by.</param>
    public void Read(RunState state, int image, float* target, nint blockStride, float factor)
    {
        foreach ((SumsPlace sums, int firstSlot) in Parts)
        {
            for (int slot = 0; slot < sums.Slots; slot += 16)
            {
                var sum = new Span<float>(target + (firstSlot + slot) / 16 * blockStride, 16);
                new Span<float>(sums.First(state, image, 0) + slot, 16).CopyTo(sum);
                for (int part = 1; part < sums.Parts; part++)
                {
                    float* next = sums.First(state, image, part) + slot;
                    for (int i = 0; i < 16; i++)
                        sum[i] += next[i];
                }
                for (int i = 0; i < 16; i++)
                    sum[i] *= factor;
            }
        }
    }
}
