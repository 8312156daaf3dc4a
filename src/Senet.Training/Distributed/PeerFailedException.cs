using Senet.Graph;

namespace Senet.Training.Distributed;

/// <summary>Another process of the run ended, so that this one cannot go on.</summary>
public sealed class PeerFailedException : SenetException
{
    /// <summary>The error with its one line.</summary>
    public PeerFailedException(string message)
        : base(message)
    {
    }
}
