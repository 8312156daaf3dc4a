using Senet.Graph;
using Senet.Weights;

namespace Senet.Cli;

/// <summary>What <c>senet bench</c> times.</summary>
/// <param name="Graph">The network.</param>
/// <param name="Weights">Its weights.</param>
/// <param name="Input">Channels, height and width of an image.</param>
/// <param name="Origin">Where the weights are from.</param>
sealed record BenchedNetwork(NetworkGraph Graph, IReadOnlyDictionary<string, WeightTensor> Weights, TensorShape Input, string Origin)
{
    const ulong Seed = 1709_01507;

    /// <summary>A model file, a run folder or an architecture with random weights.</summary>
    /// <param name="name">Path or architecture.</param>
    /// <param name="size">Height and width of the images; null takes the model's own.</param>
    public static BenchedNetwork Load(string name, int? size)
    {
        BenchedNetwork network;
        if (ModelLocation.IsPath(name))
        {
            string path = ModelLocation.ResolveModel(name);
            ModelFile file = ModelFile.Load(path);
            Preprocessing input = file.Description.Preprocessing;
            network = new(ArchitectureRegistry.Get(file.Description.Architecture).Build(file.Description.Options), file.Tensors, new(input.Channels, input.Height, input.Width), path);
        }
        else
        {
            Architecture architecture = ArchitectureRegistry.Get(name);
            NetworkGraph graph = architecture.Build();
            network = new(graph, RandomWeights.Create(graph, Seed), architecture.Input, "random weights");
        }
        return size is { } side ? network with { Input = new(network.Input.Channels, side, side) } : network;
    }

    /// <summary>Random pixels of one batch, (N, C, H, W).</summary>
    public float[] Images(int batch) => RandomWeights.Images(checked((int)(batch * Input.Elements)), Seed);
}
