namespace Senet.Cli;

/// <summary>ONNX Runtime on the exported network; the session is the caller's.</summary>
sealed class OnnxContender(OnnxCheck session, BenchedNetwork network, float[] images, int batch) : Contender(EngineKind.Onnx)
{
    public override float[] Run() => session.Run(images, batch, network.Input.Channels, network.Input.Height, network.Input.Width);

    public override void Dispose()
    {
    }
}
