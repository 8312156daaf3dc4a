namespace Senet.Cli;

/// <summary>A network on one engine with one batch, ready to be timed.</summary>
abstract class Contender(EngineKind kind) : IDisposable
{
    /// <summary>Which engine.</summary>
    public EngineKind Kind { get; } = kind;

    /// <summary>One forward pass.</summary>
    /// <returns>(N, classes) logits, row-major.</returns>
    public abstract float[] Run();

    public abstract void Dispose();
}
