using System.Text.Json;
using Senet.Graph;
using Senet.Weights;

namespace Senet.Tests;

/// <summary>A golden forward pass: the filled weights under the graph's names, the input and the float64 logits.</summary>
sealed class GoldenForward
{
    /// <summary>Torch's own float32 run deviates by at most 2.5e-6 from its float64 run; the smallest typical mistake by 6.8e-5.</summary>
    public const double RelativeL2Tolerance = 1e-5;

    readonly JsonElement _root;

    /// <summary>Reads golden/NAME.json; skips the test without the reference data.</summary>
    public GoldenForward(string file)
    {
        Reference = file.Replace("_64px", "", StringComparison.Ordinal);
        using FileStream stream = File.OpenRead(SharedFiles.Shared($"reference/golden/{file}.json"));
        using JsonDocument document = JsonDocument.Parse(stream);
        _root = document.RootElement.Clone();
        InputShape = _root.GetProperty("input_shape").Deserialize<long[]>()!;
        Input = ReferenceFill.Values("input", 'i', InputShape.Aggregate(1L, (product, size) => product * size));
    }

    /// <summary>Name of the implementation.</summary>
    public string Reference { get; }

    public long[] InputShape { get; }

    public float[] Input { get; }

    /// <summary>The filled tensors under the reference's own names, without counters and what the reference never runs.</summary>
    public IEnumerable<WeightTensor> Tensors()
    {
        IReadOnlySet<string> unused = ReferenceArchitectures.UnusedModules(Reference);
        foreach (JsonElement row in _root.GetProperty("tensors").EnumerateArray())
        {
            string name = row[0].GetString()!;
            char rule = row[1].GetString()![0];
            if (rule == 'z' || unused.Contains(name[..name.LastIndexOf('.')]))
                continue;
            long[] shape = row[2].Deserialize<long[]>()!;
            long count = shape.Aggregate(1L, (product, size) => product * size);
            float[] values = ReferenceFill.Values(name, rule, count, row[3].GetDouble(), row[4].GetDouble());
            double sum = 0;
            double magnitude = 0;
            foreach (float value in values)
            {
                sum += value;
                magnitude += Math.Abs((double)value);
            }
            Assert.Equal(row[5].GetDouble(), sum, 1e-9 * magnitude);
            yield return WeightTensor.FromFloat32(name, shape, values);
        }
    }

    /// <summary>The network that the names and shapes of the filled tensors tell, which is to be that of <see cref="ReferenceArchitectures"/>.</summary>
    public WeightMatch Recognise()
    {
        using Checkpoint checkpoint = FilledCheckpoint.Create(Reference, Tensors());
        return WeightRecognition.Recognise(checkpoint);
    }

    /// <summary>The filled tensors under the graph's names.</summary>
    public Dictionary<string, WeightTensor> Weights(NetworkGraph graph)
    {
        WeightMatch match = Recognise();
        Assert.Empty(match.Missing);
        Assert.Empty(match.LeftOver);
        Assert.Equal(graph.Parameters.Select(spec => spec.Name), match.Graph.Parameters.Select(spec => spec.Name));
        // The golden logits are in the reference's own class order.
        return match.InFileOrder().ToDictionary(tensor => tensor.Name, StringComparer.Ordinal);
    }

    /// <summary>The intermediate tensors of the reference, as nodes of our graph.</summary>
    public IReadOnlyList<GoldenPoint> Points(NetworkGraph graph) =>
        [.. _root.GetProperty("points").EnumerateArray().Select(point => new GoldenPoint(Reference, point, graph))];

    /// <summary>Compares float32 logits, (2, classes) row-major, with the float64 truth.</summary>
    public void AssertLogits(ReadOnlySpan<float> logits)
    {
        JsonElement truth = _root.GetProperty("float64");
        int images = (int)InputShape[0];
        int classes = logits.Length / images;
        for (int image = 0; image < images; image++)
        {
            double[] row = [.. logits.Slice(image * classes, classes).ToArray().Select(value => (double)value)];
            double[] first = truth.GetProperty("logits_first16")[image].Deserialize<double[]>()!;
            double[] last = truth.GetProperty("logits_last4")[image].Deserialize<double[]>()!;
            double maximum = truth.GetProperty("max_abs")[image].GetDouble();
            double l2 = truth.GetProperty("l2")[image].GetDouble();
            double[] ours = [.. row[..first.Length], .. row[^last.Length..]];
            double[] theirs = [.. first, .. last];
            Assert.InRange(ReferenceFill.RelativeL2(ours, theirs), 0, RelativeL2Tolerance);
            for (int i = 0; i < ours.Length; i++)
                Assert.Equal(theirs[i], ours[i], 3e-5 * maximum);
            Assert.Equal(l2, Math.Sqrt(row.Sum(value => value * value)), RelativeL2Tolerance * l2);
            Assert.Equal(truth.GetProperty("sum")[image].GetDouble(), row.Sum(), RelativeL2Tolerance * l2 * Math.Sqrt(classes));
            Assert.Equal(truth.GetProperty("argmax")[image].GetInt32(), Array.IndexOf(row, row.Max()));
        }
    }
}
