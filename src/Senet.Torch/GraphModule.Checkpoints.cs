using Senet.Graph;
using TorchSharp;
using static TorchSharp.torch;

namespace Senet.Torch;

// Activation checkpointing (Chen et al., arXiv:1604.06174): the forward pass keeps only the maps between the parts that
// ActivationMemory.Cuts names, and the backward pass computes each part again when it comes to it.
public sealed partial class GraphModule
{
    readonly IReadOnlyList<int> _cuts;
    readonly Stack<Checkpoint> _checkpoints = [];
    readonly BackwardFailure _backwardFailure = new();

    // A part of the network whose inner maps were dropped: node indices, what went in (the part's before), what came out (owned), and
    // the state of libtorch's generator before it where the part draws.
    sealed record Checkpoint(int Start, int End, Tensor Input, Tensor Output, Tensor? Generator, Pass Pass);

    /// <summary>
    /// Whether training keeps the feature maps between residual blocks alone and computes the others a second time in the backward pass: the
    /// same gradients to the bit and the same statistics for much less memory and about a third more time. <see cref="Backward"/> has to be called.
    /// </summary>
    public bool CheckpointActivations { get; set; }

    /// <summary>Adds the gradients of <paramref name="loss"/> to those of the parameters.</summary>
    /// <param name="loss">A scalar made of the logits of the last forward pass.</param>
    /// <remarks>What a tap or the sums of a <see cref="BatchNormGroup"/> threw on the way is thrown from here.</remarks>
    public void Backward(Tensor loss)
    {
        ArgumentNullException.ThrowIfNull(loss);
        loss.backward();
        ThrowIfBackwardFailed();
        while (_checkpoints.TryPop(out Checkpoint? part))
        {
            using Tensor output = part.Output;
            using Tensor? generator = part.Generator;
            if (output.requires_grad)
                Repeat(part);
        }
    }

    void Repeat(Checkpoint part)
    {
        using DisposeScope scope = NewDisposeScope();
        if (part.Output.grad is not { } gradient)
            return;
        Tensor? now = part.Generator is null ? null : Generator.Default.get_state();
        if (part.Generator is not null)
            Generator.Default.set_state(part.Generator);
        Tensor output = Run(part.Start, part.End, part.Input, part.Pass with { Repeats = true, Gates = null }, see: null);
        if (now is not null)
            Generator.Default.set_state(now);
        output.backward([gradient]);
        ThrowIfBackwardFailed();
    }

    void ThrowIfBackwardFailed()
    {
        _backwardFailure.ThrowIfAny();
        BatchNormGroup?.Failure.ThrowIfAny();
    }

    Tensor RunCheckpointed(Tensor input, Pass pass)
    {
        Forget();
        Tensor boundary = input;
        int start = 0;
        bool isTrained = false;
        foreach (int end in _cuts)
        {
            IEnumerable<Node> nodes = Graph.Nodes.Skip(start + 1).Take(end - start);
            Tensor? generator = StochasticDepth > 0 || nodes.Any(node => node.IsRandom) ? Generator.Default.get_state().DetachFromDisposeScope() : null;
            // Gradients reach a part where it, or one before it, is trained.
            isTrained |= nodes.Any(node => !IsFrozen(node) && node.Parameters.Any(spec => spec.IsTrainable));
            Tensor output;
            using (no_grad())
                output = Run(start, end, boundary, pass, see: null).DetachFromDisposeScope();
            output.requires_grad_(isTrained);
            _checkpoints.Push(new(start, end, boundary, output, generator, pass));
            boundary = output;
            start = end;
        }
        return Run(start, _steps.Length - 1, boundary, pass, see: null);
    }

    // What a forward pass left whose backward pass never came.
    void Forget()
    {
        while (_checkpoints.TryPop(out Checkpoint? part))
        {
            part.Output.Dispose();
            part.Generator?.Dispose();
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
            Forget();
        base.Dispose(disposing);
    }
}
