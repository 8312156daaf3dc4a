namespace Senet.Training.Distributed;

/// <summary>A sum over all processes that is being formed.</summary>
public interface IPendingSum
{
    /// <summary>Waits until the sum is there.</summary>
    /// <exception cref="Graph.SenetException">Another process ended, or the network between them failed.</exception>
    void Wait();
}
