using System.Globalization;
using Microsoft.ML.OnnxRuntime;
using Senet.Graph;

namespace Senet.Cli;

/// <summary>An ONNX model in ONNX Runtime, to be compared with the network it was made from.</summary>
sealed class OnnxCheck : IDisposable
{
    /// <summary>
    /// Largest relative difference that passes. Two ways of adding the same float32 numbers differ by some 1e-6 at the end of a
    /// deep network, folding included; the smallest mistake in a layer by far more.
    /// </summary>
    public const double Tolerance = 1e-4;

    readonly InferenceSession _session;

    /// <summary>Loads a model.</summary>
    /// <param name="model">The bytes of the file.</param>
    /// <param name="threads">Threads of an operator; 0 takes all processors.</param>
    /// <param name="optimise">Whether ONNX Runtime may rearrange the network, as it does unless told otherwise.</param>
    /// <exception cref="SenetException">ONNX Runtime refuses the model.</exception>
    public OnnxCheck(byte[] model, int threads = 0, bool optimise = true)
    {
        using var options = new SessionOptions
        {
            IntraOpNumThreads = threads,
            LogSeverityLevel = OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR,
            GraphOptimizationLevel = optimise ? GraphOptimizationLevel.ORT_ENABLE_ALL : GraphOptimizationLevel.ORT_DISABLE_ALL,
        };
        _session = Try(() => new InferenceSession(model, options));
    }

    /// <summary>Version of ONNX Runtime.</summary>
    public static string RuntimeVersion => OrtEnv.Instance().GetVersionString();

    /// <summary>Name, type and dimensions of the input; -1 for an open one.</summary>
    public KeyValuePair<string, NodeMetadata> Input => _session.InputMetadata.Single();

    /// <summary>Name, type and dimensions of the output.</summary>
    public KeyValuePair<string, NodeMetadata> Output => _session.OutputMetadata.Single();

    /// <summary>What the file says of itself.</summary>
    public ModelMetadata Metadata => _session.ModelMetadata;

    /// <summary>Runs the model on one batch.</summary>
    /// <param name="input">Floats (N, C, H, W) or bytes (N, H, W, C), row-major.</param>
    /// <param name="shape">The four dimensions.</param>
    /// <returns>The output, (N, classes) row-major.</returns>
    /// <exception cref="SenetException">ONNX Runtime cannot run the model on this input.</exception>
    public float[] Run<T>(T[] input, params long[] shape)
        where T : unmanaged => Try(() =>
        {
            using OrtValue tensor = OrtValue.CreateTensorValueFromMemory(input, shape);
            using var options = new RunOptions();
            using IDisposableReadOnlyCollection<OrtValue> outputs = _session.Run(options, [Input.Key], [tensor], [Output.Key]);
            return outputs[0].GetTensorDataAsSpan<float>().ToArray();
        });

    /// <summary>Runs the model on one batch and compares the result with the network's own.</summary>
    /// <returns>The largest relative difference of an image's outputs.</returns>
    /// <exception cref="SenetException">It exceeds <see cref="Tolerance"/>, or the model does not run.</exception>
    public double Compare<T>(T[] input, long[] shape, ReadOnlySpan<float> expected)
        where T : unmanaged
    {
        double difference = Difference(expected, Run(input, shape), (int)shape[0]);
        if (!(difference <= Tolerance))
            throw new SenetException(string.Create(CultureInfo.InvariantCulture, $"ONNX Runtime {RuntimeVersion} and Senet differ by {difference:G3} on the same images; expected at most {Tolerance}"));
        return difference;
    }

    /// <summary>The largest over all images of |actual - expected| / |expected| (Euclidean norms of the outputs); infinite for different lengths.</summary>
    public static double Difference(ReadOnlySpan<float> expected, ReadOnlySpan<float> actual, int images)
    {
        if (expected.Length != actual.Length)
            return double.PositiveInfinity;
        int outputs = expected.Length / images;
        double largest = 0;
        for (int start = 0; start < expected.Length; start += outputs)
        {
            double error = 0;
            double norm = 0;
            for (int i = start; i < start + outputs; i++)
            {
                error += Square((double)actual[i] - expected[i]);
                norm += Square(expected[i]);
            }
            // Math.Max keeps what is not a number; a comparison would lose it.
            largest = Math.Max(largest, error == 0 ? 0 : Math.Sqrt(error / norm));
        }
        return largest;

        static double Square(double value) => value * value;
    }

    public void Dispose() => _session.Dispose();

    static TResult Try<TResult>(Func<TResult> action)
    {
        try
        {
            return action();
        }
        catch (OnnxRuntimeException error)
        {
            throw new SenetException($"ONNX Runtime {RuntimeVersion} refuses the model: {error.Message}", error);
        }
    }
}
