using Senet.Graph;
using Senet.Onnx;
using Senet.Weights;

namespace Senet.Cli;

/// <summary>ONNX Runtime, given the model as 'senet export' would write it.</summary>
sealed class OnnxEngine : Engine
{
    readonly OnnxCheck _session;

    OnnxEngine(ModelDescription description, Preprocessing input, OnnxCheck session)
        : base(description, input) => _session = session;

    public static OnnxEngine Load(string path, int? threads, Func<Preprocessing, Preprocessing> resized)
    {
        ModelFile file = ModelFile.Load(path);
        NetworkGraph graph = ArchitectureRegistry.Get(file.Description.Architecture).Build(file.Description.Options);
        Preprocessing input = resized(file.Description.Preprocessing);
        var size = new Size2d(input.Height, input.Width);
        return new(file.Description, input, new(OnnxExporter.Encode(graph, file.Tensors, new() { InputSize = size }), threads ?? 0));
    }

    public override float[] Logits(ReadOnlySpan<float> inputs) =>
        _session.Run(inputs.ToArray(), inputs.Length / Transform.Length, Transform.Channels, Transform.Height, Transform.Width);

    public override void Dispose() => _session.Dispose();
}
