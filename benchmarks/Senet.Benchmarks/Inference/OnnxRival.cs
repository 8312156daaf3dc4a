using Microsoft.ML.OnnxRuntime;
using Senet.Graph;
using Senet.Onnx;

namespace Senet.Benchmarks.Inference;

/// <summary>ONNX Runtime with the folded export at a fixed image size, all optimisations, tensors bound to memory once.</summary>
sealed class OnnxRival : IDisposable
{
    readonly SessionOptions _options;
    readonly InferenceSession _session;
    readonly RunOptions _run = new();

    public OnnxRival(string path, int threads)
    {
        _options = new()
        {
            IntraOpNumThreads = threads,
            InterOpNumThreads = 1,
            ExecutionMode = ExecutionMode.ORT_SEQUENTIAL,
            GraphOptimizationLevel = GraphOptimizationLevel.ORT_ENABLE_ALL,
        };
        _session = new(path, _options);
    }

    /// <summary>Writes the file that the rival reads.</summary>
    public static void Export(RandomNetwork network, string path) =>
        OnnxExporter.Write(path, network.Graph, network.Weights, new OnnxExportOptions { InputSize = new Size2d(network.Size, network.Size), FoldBatchNorm = true });

    /// <summary>A call that runs one batch.</summary>
    public Action Bind(float[] images, int channels, int size, float[] logits)
    {
        int count = images.Length / (channels * size * size);
        OrtValue input = OrtValue.CreateTensorValueFromMemory(images, [count, channels, size, size]);
        OrtValue output = OrtValue.CreateTensorValueFromMemory(logits, [count, logits.Length / count]);
        return () => _session.Run(_run, _session.InputNames, [input], _session.OutputNames, [output]);
    }

    public void Dispose()
    {
        _run.Dispose();
        _session.Dispose();
        _options.Dispose();
    }
}
