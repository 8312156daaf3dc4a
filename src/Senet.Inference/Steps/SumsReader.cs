using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics;
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
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    public void Read(RunState state, int image, float* target, nint blockStride, float factor)
    {
        foreach ((SumsPlace sums, int firstSlot) in Parts)
        {
            for (int slot = 0; slot < sums.Slots; slot += Vector512<float>.Count)
            {
                float* source = sums.First(state, image, 0) + slot;
                Vector512<float> sum = Vector512.Load(source);
                for (int part = 1; part < sums.Parts; part++)
                {
                    source += sums.Slots;
                    sum += Vector512.Load(source);
                }
                (sum * factor).Store(target + (firstSlot + slot) / 16 * blockStride);
            }
        }
    }
}
