#pragma warning disable CA1720 // The members are element types; their .NET names are the clearest ones.

namespace Senet.Training;

/// <summary>How the precision of a run is chosen.</summary>
public enum PrecisionChoice
{
    /// <summary>Float32, the same on every machine.</summary>
    Float32,

    /// <summary>Bfloat16, fast on processors that have it and slow on others.</summary>
    BFloat16,

    /// <summary>Bfloat16 where a short measurement at the start finds it clearly faster on this CPU, else float32.</summary>
    Auto,
}
