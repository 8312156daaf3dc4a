using Senet.Cli;
using Senet.Graph;
using Senet.Weights;

namespace Senet.Tests;

/// <summary>An SE-ResNet-8 with random weights for the classes of <see cref="TinyPhotos"/>.</summary>
static class TinyModel
{
    public static string Write(TempFolder folder)
    {
        NetworkOptions options = ArchitectureRegistry.Get("se-resnet-8").Defaults with { Classes = 2 };
        string path = folder["model.safetensors"];
        ModelFile.Save(
            path,
            new ModelDescription
            {
                Architecture = "se-resnet-8",
                Options = options,
                Classes = [TinyPhotos.Brackets, "light"],
                Preprocessing = new() { Height = 32, Width = 32, ResizeShortSide = 32 },
            },
            RandomWeights.Create(ArchitectureRegistry.Get("se-resnet-8").Build(options), seed: 3).Values);
        return path;
    }
}
