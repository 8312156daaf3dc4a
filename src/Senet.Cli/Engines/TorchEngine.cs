using Senet.Graph;
using Senet.Training;

namespace Senet.Cli;

/// <summary>libtorch.</summary>
sealed class TorchEngine(TorchClassifier classifier, Preprocessing input) : Engine(classifier.Description, input)
{
    public static TorchEngine Load(string path, string device, int? threads, Func<Preprocessing, Preprocessing> resized)
    {
        TorchThreads.Use(threads);
        var classifier = TorchClassifier.Load(path, device);
        return new(classifier, resized(classifier.Description.Preprocessing));
    }

    public override float[] Logits(ReadOnlySpan<float> inputs) => classifier.Logits(inputs, Transform.Height, Transform.Width);

    public override void Dispose() => classifier.Dispose();
}
