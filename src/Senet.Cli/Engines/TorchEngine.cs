using Senet.Training;

namespace Senet.Cli;

/// <summary>libtorch.</summary>
sealed class TorchEngine(TorchClassifier classifier) : Engine(classifier.Description)
{
    public static TorchEngine Load(string path, string device, int? threads)
    {
        TorchThreads.Use(threads);
        return new(TorchClassifier.Load(path, device));
    }

    public override float[] Logits(ReadOnlySpan<float> inputs) => classifier.Logits(inputs);

    public override void Dispose() => classifier.Dispose();
}
