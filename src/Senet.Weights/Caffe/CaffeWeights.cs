using System.Globalization;
using Senet.Graph;

namespace Senet.Weights;

/// <summary>
/// Turns the numbered blobs of a caffemodel into named tensors: what a blob means follows from its layer's type. Names are the
/// layer's plus <c>.weight</c>, <c>.bias</c>, <c>.running_mean</c> or <c>.running_var</c>, so <c>conv1/7x7_s2/bn.running_mean</c>.
/// </summary>
/// <remarks>
/// The <c>.prototxt</c> is not needed: types, and the one parameter that changes a blob's meaning (<c>transpose</c>), are in the
/// caffemodel. Blobs of other layer types (PReLU, Deconvolution, ...) keep their numbered names, so that whoever matches names
/// with a network sees that something was left over.
/// </remarks>
public static class CaffeWeights
{
    /// <summary>
    /// The tensors by name, float32, in the file's order, read when asked for, one at a time.
    /// <list type="bullet">
    /// <item>Convolution: <c>.weight</c> [out, in / groups, height, width] and <c>.bias</c> [out] if it has one.</item>
    /// <item>InnerProduct: <c>.weight</c> [out, in], also where the file holds it transposed, and <c>.bias</c> [out] if it has one.</item>
    /// <item>BatchNorm: <c>.running_mean</c> and <c>.running_var</c> [channels], divided by the layer's third blob. Caffe sums both
    /// with decay and keeps the sum of the weights there; where that is 0, nothing was ever summed, and Caffe takes mean and
    /// variance for 0. So does this.</item>
    /// <item>Scale: <c>.weight</c> and <c>.bias</c> [channels]; zeros for a bias that is absent. With a second input for the scale,
    /// as where squeeze-excite multiplies, there is no weight, and a bias only if the layer has one.</item>
    /// </list>
    /// </summary>
    /// <param name="checkpoint">An open caffemodel; it must stay open while tensors are loaded.</param>
    /// <exception cref="ArgumentException">The checkpoint is not a caffemodel.</exception>
    /// <exception cref="SenetException">A layer's blobs are not those of its type; loading a batch normalisation's tensor: its
    /// factor is negative or not a number.</exception>
    public static IReadOnlyList<CheckpointTensor> Convert(Checkpoint checkpoint)
    {
        ArgumentNullException.ThrowIfNull(checkpoint);
        if (checkpoint.Format != CheckpointFormat.Caffe)
            throw new ArgumentException($"{checkpoint.Path} is {checkpoint.Format}, expected {CheckpointFormat.Caffe}", nameof(checkpoint));
        var tensors = new List<CheckpointTensor>(checkpoint.Tensors.Count);
        foreach (IGrouping<string, CheckpointTensor> blobs in checkpoint.Tensors.GroupBy(t => t.Name[..t.Name.LastIndexOf(CaffeFile.BlobSeparator)]))
        {
            var layer = new Layer(checkpoint, blobs.Key, [.. blobs]);
            tensors.AddRange(layer.Type switch
            {
                "Convolution" => layer.Convolution(),
                "InnerProduct" => layer.InnerProduct(),
                "BatchNorm" => layer.BatchNorm(),
                "Scale" => layer.Scale(),
                _ => layer.Blobs,
            });
        }
        return tensors;
    }

    /// <summary>One layer with blobs.</summary>
    sealed class Layer(Checkpoint checkpoint, string name, CheckpointTensor[] blobs)
    {
        public string Type { get; } = checkpoint.Scalars.GetValueOrDefault($"{name}/type", "");

        public CheckpointTensor[] Blobs => blobs;

        public IEnumerable<CheckpointTensor> Convolution()
        {
            ExpectBlobs(1, 2, "weight and perhaps bias");
            if (blobs[0].Shape.Count != 4)
                throw Bad($"the weight is {Format(blobs[0])}, expected the four dimensions of a two-dimensional convolution");
            yield return Renamed("weight", blobs[0], [.. blobs[0].Shape]);
            if (blobs.Length > 1)
                yield return Vector("bias", blobs[1], blobs[0].Shape[0]);
        }

        public IEnumerable<CheckpointTensor> InnerProduct()
        {
            ExpectBlobs(1, 2, "weight and perhaps bias");
            IReadOnlyList<long> shape = blobs[0].Shape;
            if (shape.Count < 2 || shape.SkipLast(2).Any(d => d != 1))
                throw Bad($"the weight is {Format(blobs[0])}, expected outputs by inputs, perhaps behind ones");
            (long outputs, long inputs) = (shape[^2], shape[^1]);
            if (checkpoint.Scalars.GetValueOrDefault($"{name}/transpose") == "true")
            {
                (outputs, inputs) = (inputs, outputs);
                yield return Computed("weight", [outputs, inputs], () => Transpose(blobs[0].Load().ToFloat32(), (int)outputs, (int)inputs));
            }
            else
            {
                yield return Renamed("weight", blobs[0], [outputs, inputs]);
            }
            if (blobs.Length > 1)
                yield return Vector("bias", blobs[1], outputs);
        }

        public IEnumerable<CheckpointTensor> BatchNorm()
        {
            ExpectBlobs(3, 3, "mean, variance and their factor");
            long channels = Count(blobs[0]);
            // Checks that both are vectors of that length.
            Vector("running_mean", blobs[0], channels);
            Vector("running_var", blobs[1], channels);
            Vector("factor", blobs[2], 1);
            yield return Computed("running_mean", [channels], () => DividedByFactor(blobs[0]));
            yield return Computed("running_var", [channels], () => DividedByFactor(blobs[1]));
        }

        public IEnumerable<CheckpointTensor> Scale()
        {
            if (checkpoint.Scalars.ContainsKey($"{name}/bottoms"))
            {
                ExpectBlobs(1, 1, "a bias, since the scale is an input");
                yield return Vector("bias", blobs[0], Count(blobs[0]));
                yield break;
            }
            ExpectBlobs(1, 2, "scale and perhaps bias");
            long channels = Count(blobs[0]);
            yield return Vector("weight", blobs[0], channels);
            yield return blobs.Length > 1 ? Vector("bias", blobs[1], channels)
                : Computed("bias", [channels], () => new float[channels]);
        }

        float[] DividedByFactor(CheckpointTensor blob)
        {
            float factor = blobs[2].Load().ToFloat32()[0];
            if (!float.IsFinite(factor) || factor < 0)
                throw Bad($"the factor of mean and variance is {factor}, expected a positive number, or 0 where nothing was trained");
            float[] values = blob.Load().ToFloat32();
            for (int i = 0; i < values.Length; i++)
                values[i] = factor == 0 ? 0 : (float)(values[i] / (double)factor);
            return values;
        }

        static float[] Transpose(float[] values, int outputs, int inputs)
        {
            float[] result = new float[values.Length];
            for (int i = 0; i < inputs; i++)
            {
                for (int o = 0; o < outputs; o++)
                    result[o * inputs + i] = values[i * outputs + o];
            }
            return result;
        }

        CheckpointTensor Vector(string role, CheckpointTensor blob, long length) =>
            // Older files write a vector as four dimensions, all but one of them 1.
            Count(blob) == length && blob.Shape.Count(d => d != 1) <= 1 ? Renamed(role, blob, [length])
            : throw Bad($"the blob {FileErrors.Quote(blob.Name)} is {Format(blob)}, expected {length} values of {role}");

        CheckpointTensor Renamed(string role, CheckpointTensor blob, long[] shape)
        {
            string tensorName = $"{name}.{role}";
            return new CheckpointTensor(tensorName, TensorType.Float32, shape, () =>
            {
                WeightTensor raw = blob.Load();
                return raw.Type == TensorType.Float32
                    ? new WeightTensor(tensorName, TensorType.Float32, shape, raw.Data)
                    : WeightTensor.FromFloat32(tensorName, shape, raw.ToFloat32());
            });
        }

        CheckpointTensor Computed(string role, long[] shape, Func<float[]> values) =>
            new($"{name}.{role}", TensorType.Float32, shape, () => WeightTensor.FromFloat32($"{name}.{role}", shape, values()));

        void ExpectBlobs(int least, int most, string what)
        {
            if (blobs.Length < least || blobs.Length > most)
                throw Bad($"has {blobs.Length} blobs, expected {what}");
        }

        SenetException Bad(FormattableString problem) =>
            new($"{checkpoint.Path}: layer {FileErrors.Quote(name)} ({Type}): {problem.ToString(CultureInfo.InvariantCulture)}");

        static string Format(CheckpointTensor blob) => WeightTensor.FormatShape([.. blob.Shape]);

        static long Count(CheckpointTensor blob) => WeightTensor.TryCountElements([.. blob.Shape], out long count) ? count : -1;
    }
}
