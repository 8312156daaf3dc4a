using System.Runtime.InteropServices;
using Senet.Graph;
using TorchSharp;
using static TorchSharp.torch;

namespace Senet.Torch.Tests;

public class ActivationMemoryTests
{
    // What autograd keeps beside the maps: statistics, copies of small weights, the batch in another order.
    const double Tolerance = 0.2;

    [Theory]
    [InlineData("se-resnet-20", 32, 64, Precision.Float32)]
    [InlineData("se-resnet-20", 32, 64, Precision.BFloat16)]
    [InlineData("se-resnet-50", 96, 16, Precision.Float32)]
    [InlineData("se-resnet-50", 96, 16, Precision.BFloat16)]
    [InlineData("vgg-11", 64, 16, Precision.Float32)]
    [InlineData("se-mobilenet", 96, 16, Precision.BFloat16)]
    [InlineData("preact-resnet-110", 32, 16, Precision.Float32)]
    public void BytesPerImage_ForwardPass_IsWhatTheAllocatorHolds(string id, int size, int batch, Precision precision)
    {
        if (!OperatingSystem.IsLinux())
            Assert.Skip("glibc's allocator counts its blocks");
        NetworkGraph graph = ArchitectureRegistry.Get(id).Build();
        using var module = new GraphModule(graph) { Precision = precision };
        using Tensor images = zeros(batch, 3, size, size);
        module.train();
        // What libtorch makes once is made before.
        Held(module, images);
        double expected = (double)batch * ActivationMemory.BytesPerImage(graph, new(3, size, size), precision, checkpoints: false);
        // The batch itself is there already.
        expected -= images.numel() * sizeof(float);
        // Copies of the convolutions' weights, which the memory estimate counts with the weights.
        if (precision == Precision.BFloat16)
            expected += 2.0 * graph.Nodes.OfType<Conv2dNode>().SelectMany(node => node.Parameters).Sum(spec => spec.ElementCount);
        Assert.InRange(Held(module, images) / expected, 1 - Tolerance, 1 + Tolerance);
    }

    [Fact]
    public void BytesPerImage_Vgg16_IsTheSumByHand()
    {
        NetworkGraph graph = ArchitectureRegistry.Get("vgg-16").Build();
        TensorShape input = ArchitectureRegistry.Get("vgg-16").Input;
        IReadOnlyList<TensorShape> shapes = graph.InferShapes(input);
        // Convolutions save what they read, batch normalisations as well, and a ReLU, written in place, saves what it gives: of each such
        // group one map where there is no normalisation, two where there is one. Pooling keeps its result and eight bytes of position for each value.
        long expected = 4 * input.Elements;
        for (int i = 1; i < shapes.Count; i++)
        {
            expected += graph.Nodes[i] switch
            {
                Conv2dNode when graph.Nodes[i + 1] is BatchNormNode => 4 * shapes[i].Elements,
                ReluNode => 4 * shapes[i].Elements,
                MaxPoolNode => (4 + 8) * shapes[i].Elements,
                DropoutNode => (4 + 1) * shapes[i].Elements,
                _ => 0,
            };
        }
        Assert.Equal(expected, ActivationMemory.BytesPerImage(graph, input, Precision.Float32, checkpoints: false));
    }

    [Fact]
    public void BytesPerImage_Networks_HalfOfThemInHalfPrecisionAndLessWithCheckpoints()
    {
        foreach (string id in new[] { "se-resnet-20", "se-resnet-50", "senet-154", "vgg-16" })
        {
            NetworkGraph graph = ArchitectureRegistry.Get(id).Build();
            TensorShape input = ArchitectureRegistry.Get(id).Input;
            long all = graph.InferShapes(input).Sum(shape => shape.Elements);
            long kept = ActivationMemory.BytesPerImage(graph, input, Precision.Float32, checkpoints: false);
            long checkpointed = ActivationMemory.BytesPerImage(graph, input, Precision.Float32, checkpoints: true);
            Assert.InRange(kept, 4 * all / 3, 4 * all * 3 / 2);
            Assert.InRange(checkpointed, 1, kept * 2 / 3);
            Assert.InRange(ActivationMemory.BytesPerImage(graph, input, Precision.BFloat16, checkpoints: false), kept / 2, kept * 3 / 4);
        }
    }

    static double Held(GraphModule module, Tensor images)
    {
        using DisposeScope scope = NewDisposeScope();
        nuint before = AllocatedBytes();
        Tensor logits = module.call(images);
        nuint after = AllocatedBytes();
        GC.KeepAlive(logits);
        return (double)after - before;
    }

    static nuint AllocatedBytes()
    {
        MallocInfo info = ReadMallocInfo();
        return info.HeapBytes + info.MappedBytes;
    }

    // struct mallinfo2 of malloc.h.
    readonly record struct MallocInfo(
        nuint Arena, nuint FreeChunks, nuint FastChunks, nuint Mappings, nuint MappedBytes, nuint Unused, nuint FastBytes, nuint HeapBytes, nuint FreeBytes, nuint TopBytes);

    [DllImport("libc", EntryPoint = "mallinfo2")]
    static extern MallocInfo ReadMallocInfo();
}
