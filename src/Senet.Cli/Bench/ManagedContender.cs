using Senet.Inference;

namespace Senet.Cli;

/// <summary>Senet's own engine; the plan is the caller's.</summary>
sealed class ManagedContender(InferencePlan plan, BenchedNetwork network, float[] images, int batch) : Contender(EngineKind.Managed)
{
    readonly float[] _logits = new float[batch * plan.Classes];

    public override float[] Run()
    {
        plan.Run(images, network.Input.Height, network.Input.Width, _logits);
        return _logits;
    }

    public override void Dispose()
    {
    }
}
