using Senet.Graph;
using Senet.Onnx;
using Senet.Weights;

namespace Senet.Cli;

/// <summary>ONNX Runtime, given the model as 'senet export' would write it.</summary>
sealed class OnnxEngine : Engine
{
    readonly OnnxCheck _session;

    OnnxEngine(ModelDescription description, OnnxCheck session)
        : base(description) => _session = session;

    public static OnnxEngine Load(string path, int? threads)
    {
        ModelFile file = ModelFile.Load(path);
        NetworkGraph graph = ArchitectureRegistry.Get(file.Description.Architecture).Build(file.Description.Options);
        var size = new Size2d(file.Description.Preprocessing.Height, file.Description.Preprocessing.Width);
        return new(file.Description, new(OnnxExporter.Encode(graph, file.Tensors, new() { InputSize = size }), threads ?? 0));
    }

    public override float[] Logits(ReadOnlySpan<float> inputs) =>
        _session.Run(inputs.ToArray(), inputs.Length / Transform.Length, Transform.Channels, Transform.Height, Transform.Width);

    public override void Dispose() => _session.Dispose();
}
