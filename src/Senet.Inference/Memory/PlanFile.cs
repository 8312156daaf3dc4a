namespace Senet.Inference.Memory;

/// <summary>Packed weights in a file that is mapped into memory.</summary>
sealed class PlanFile : IDisposable
{
    public static PackedBlob? Find(string key, long floats) => null;

    public void Dispose()
    {
    }
}
