using Senet.Torch;
using TorchSharp;
using static TorchSharp.torch;

namespace Senet.Cli;

/// <summary>libtorch on the CPU; the module is the caller's.</summary>
sealed class TorchContender : Contender
{
    readonly GraphModule _module;
    readonly Tensor _images;

    public TorchContender(GraphModule module, BenchedNetwork network, float[] images, int batch)
        : base(EngineKind.Torch)
    {
        _module = module;
        _images = tensor(images, [batch, network.Input.Channels, network.Input.Height, network.Input.Width]);
    }

    public override float[] Run()
    {
        using DisposeScope scope = NewDisposeScope();
        using IDisposable noGrad = no_grad();
        return _module.call(_images).data<float>().ToArray();
    }

    public override void Dispose() => _images.Dispose();
}
