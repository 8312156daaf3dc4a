using System.Globalization;
using Senet.Graph;

namespace Senet.Training;

/// <summary>Compares what a run will take with what the machine has, before the first step.</summary>
static class MemoryCheck
{
    // From here on the system's own needs, the image cache and the estimate's error may not fit beside the run any more.
    const double Comfortable = 0.8;

    /// <summary>Reports the estimate, warns where it comes near the limit, and refuses what goes beyond.</summary>
    /// <param name="network">Name of the network, for messages.</param>
    /// <param name="estimate">The estimate.</param>
    /// <param name="limit">Bytes that the process may take.</param>
    /// <param name="canCheckpoint">Whether checkpointing is an option that is not in use.</param>
    /// <param name="insist">Whether the user wants the run all the same: a warning in place of the refusal.</param>
    /// <param name="report">Receives the lines.</param>
    /// <exception cref="SenetException">The run does not fit; the message proposes what does.</exception>
    public static void Run(string network, MemoryEstimate estimate, long limit, bool canCheckpoint, bool insist, Action<TrainingEvent> report)
    {
        report(new TrainingEvent.Message(estimate.Describe()));
        if (estimate.Total <= Comfortable * limit)
            return;
        int fits = estimate.LargestBatch((long)(Comfortable * limit));
        // A round number is easier to read, and convolutions like multiples of eight.
        fits = fits >= 16 ? fits / 8 * 8 : fits;
        string advice = fits >= 2 ? string.Create(CultureInfo.InvariantCulture, $"--batch-size {fits} fits") : "a smaller --size or network fits";
        if (canCheckpoint)
            advice += ", and --checkpoint-activations takes less";
        string text = string.Create(
            CultureInfo.InvariantCulture,
            $"{network} at batch {estimate.Batch} takes about {MemoryEstimate.Gigabytes(estimate.Total)} GB of memory and {MemoryEstimate.Gigabytes(limit)} GB are there: {advice}");
        if (estimate.Total > limit && !insist)
            throw new SenetException($"{text}; --ignore-memory tries it all the same");
        report(new TrainingEvent.Message(text, IsWarning: true));
    }
}
