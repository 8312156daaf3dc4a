namespace Senet.Cli;

/// <summary>What can run a network.</summary>
enum EngineKind
{
    /// <summary>Senet.Inference, on the CPU.</summary>
    Managed,

    /// <summary>libtorch, on the CPU or a GPU.</summary>
    Torch,

    /// <summary>ONNX Runtime on the CPU.</summary>
    Onnx,
}
