using System.Runtime.ExceptionServices;

namespace Senet.Torch;

/// <summary>
/// Keeps what is thrown by code that libtorch calls in its backward pass until that pass has ended: an exception that crossed native
/// frames would end the process.
/// </summary>
sealed class BackwardFailure
{
    volatile ExceptionDispatchInfo? _first;

    /// <summary>Runs <paramref name="call"/>; after a failure, nothing of the same pass.</summary>
    public void Guard(Action call)
    {
        if (_first is not null)
            return;
        try
        {
            call();
        }
        catch (Exception error)
        {
            _first = ExceptionDispatchInfo.Capture(error);
        }
    }

    /// <summary>Throws what was kept, once; called behind the backward pass.</summary>
    public void ThrowIfAny()
    {
        ExceptionDispatchInfo? first = _first;
        _first = null;
        first?.Throw();
    }
}
