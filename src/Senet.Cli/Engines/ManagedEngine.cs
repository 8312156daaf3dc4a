namespace Senet.Cli;

/// <summary>Senet's own engine.</summary>
sealed class ManagedEngine(ImageClassifier classifier) : Engine(classifier.Description)
{
    public static ManagedEngine Load(string path, int? threads) => new(ImageClassifier.Load(path, new() { Threads = threads ?? 0 }));

    public override float[] Logits(ReadOnlySpan<float> inputs) => classifier.Logits(inputs);

    public override void Dispose() => classifier.Dispose();
}
