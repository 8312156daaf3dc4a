using static TorchSharp.torch;

namespace Senet.Torch;

/// <summary>The identity, which calls back when its gradient comes along in the backward pass.</summary>
/// <remarks>
/// libtorch runs the backward pass in the exact reverse order of the forward pass, so that at the call the gradients of all that
/// ran behind the tap are complete, those of parallel branches included. The output shares the input's memory and must not be overwritten in place.
/// </remarks>
sealed class GradientTap : autograd.SingleTensorFunction<GradientTap>
{
    const string Callback = "callback";

    public override string Name => nameof(GradientTap);

    /// <summary>The value with a tap behind it; the caller owns the result and still owns <paramref name="value"/>.</summary>
    public static Tensor Apply(Tensor value, Action passed) => apply(value, passed);

    public override Tensor forward(autograd.AutogradContext ctx, params object[] vars)
    {
        ctx.save_data(Callback, vars[1]);
        ctx.set_materialize_grads(false);
        return (Tensor)vars[0];
    }

    public override List<Tensor> backward(autograd.AutogradContext ctx, Tensor grad_output)
    {
        ((Action)ctx.get_data(Callback))();
        return [grad_output, null!];
    }
}
