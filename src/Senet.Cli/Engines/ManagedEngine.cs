using Senet.Graph;

namespace Senet.Cli;

/// <summary>Senet's own engine.</summary>
sealed class ManagedEngine(ImageClassifier classifier, Preprocessing input) : Engine(classifier.Description, input)
{
    public static ManagedEngine Load(string path, int? threads, Func<Preprocessing, Preprocessing> resized)
    {
        var classifier = ImageClassifier.Load(path, new() { Threads = threads ?? 0 });
        return new(classifier, resized(classifier.Description.Preprocessing));
    }

    public override float[] Logits(ReadOnlySpan<float> inputs) => classifier.Logits(inputs, Transform.Height, Transform.Width);

    public override void Dispose() => classifier.Dispose();
}
