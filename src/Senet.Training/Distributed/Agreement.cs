using System.Globalization;
using System.Runtime.InteropServices;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Senet.Graph;
using Senet.Torch;
using TorchSharp;
using static TorchSharp.torch;

namespace Senet.Training.Distributed;

/// <summary>That all processes do one and the same run.</summary>
static class Agreement
{
    // Machines of different kinds may round differently; what drifts apart by more is no longer one network.
    const double Tolerance = 1e-4;

    /// <summary>Compares what each process is about to do with what process 0 is; a collective call.</summary>
    /// <exception cref="SenetException">This process would do something else.</exception>
    public static void OnRun(RunDescription run, IReadOnlyList<string> classes, ICollective collective)
    {
        if (collective.Size == 1)
            return;
        // Paths and cores may differ between machines; what is behind the paths is compared by its counts and names.
        string own = JsonSerializer.Serialize(run with { Data = "", CacheFolder = null, Pretrained = null, Threads = 0 }, RunJsonContext.Default.RunDescription);
        string names = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', classes))));
        string[] first = Encoding.UTF8.GetString(collective.Share(Encoding.UTF8.GetBytes(own + '\0' + names))!).Split('\0');
        if (first[1] != names)
            throw new SenetException($"{run.Data}: holds other classes here ({Where(collective)}) than for process 0; every machine needs the same images");
        var wanted = (JsonObject)JsonNode.Parse(first[0])!;
        foreach ((string key, JsonNode? value) in (JsonObject)JsonNode.Parse(own)!)
        {
            if (!JsonNode.DeepEquals(value, wanted[key]))
                throw new SenetException($"{run.Data}: {key} is {Text(value)} here ({Where(collective)}), {Text(wanted[key])} for process 0; every machine needs the same images, options and version");
        }
    }

    /// <summary>Gives all processes the weights of process 0; a collective call.</summary>
    public static void StartFromTheSameWeights(GraphModule module, ICollective collective)
    {
        if (collective.Size == 1)
            return;
        using DisposeScope scope = NewDisposeScope();
        using IDisposable noGrad = no_grad();
        foreach (Tensor tensor in Weights(module))
        {
            // What the others add is nothing.
            using Tensor values = collective.Rank == 0 ? tensor.detach().to(float32, copy: true).contiguous() : zeros(tensor.shape, dtype: float32, device: tensor.device);
            collective.StartSum(values).Wait();
            tensor.copy_(values);
        }
    }

    /// <summary>Checks that all processes hold the same weights; a collective call.</summary>
    /// <exception cref="SenetException">They drifted apart.</exception>
    public static void OnWeights(GraphModule module, ICollective collective)
    {
        if (collective.Size == 1)
            return;
        using DisposeScope scope = NewDisposeScope();
        using IDisposable noGrad = no_grad();
        double[] sums = [.. Weights(module).Select(tensor => tensor.detach().to(float64).abs().sum().item<double>())];
        byte[] first = collective.Share(MemoryMarshal.AsBytes(sums.AsSpan()).ToArray())!;
        ReadOnlySpan<double> wanted = MemoryMarshal.Cast<byte, double>(first);
        for (int i = 0; i < sums.Length; i++)
        {
            if (Math.Abs(sums[i] - wanted[i]) > Tolerance * Math.Max(Math.Abs(wanted[i]), 1e-3))
                throw new SenetException($"the weights of process 0 and of this one ({Where(collective)}) drifted apart; use machines of one kind, and go on with --resume");
        }
    }

    static IEnumerable<Tensor> Weights(GraphModule module) =>
        module.Graph.Parameters.Select(spec => module.Find(spec.Name));

    static string Where(ICollective collective) => string.Create(CultureInfo.InvariantCulture, $"process {collective.Rank} on {Environment.MachineName}");

    static string Text(JsonNode? value) => value?.ToJsonString() is { } text ? text.Length <= 120 ? text : text[..120] + "..." : "none";
}
