namespace Senet.Training;

/// <summary>What a run reports while it works.</summary>
public abstract record TrainingEvent
{
    private protected TrainingEvent()
    {
    }

    /// <summary>A line for the user.</summary>
    /// <param name="Text">The line.</param>
    /// <param name="IsWarning">Whether the user should act on it.</param>
    public sealed record Message(string Text, bool IsWarning = false) : TrainingEvent;

    /// <summary>Images scanned so far.</summary>
    /// <param name="Done">Images decoded.</param>
    /// <param name="Total">Images in all.</param>
    public sealed record Scanning(int Done, int Total) : TrainingEvent;

    /// <summary>Images packed into the cache so far.</summary>
    /// <param name="Done">Images packed.</param>
    /// <param name="Total">Images in all.</param>
    public sealed record Caching(int Done, int Total) : TrainingEvent;

    /// <summary>The data is ready and the network built; training begins.</summary>
    /// <param name="Run">The run as it is saved.</param>
    /// <param name="Parameters">Trainable values of the network.</param>
    /// <param name="Macs">Multiply-accumulates for one image.</param>
    /// <param name="StepsPerEpoch">Steps of one epoch.</param>
    /// <param name="Device">Where it runs.</param>
    public sealed record Started(RunDescription Run, long Parameters, long Macs, int StepsPerEpoch, string Device) : TrainingEvent;

    /// <summary>One step was taken.</summary>
    /// <param name="Epoch">Epoch, counted from 1.</param>
    /// <param name="Number">Step within the epoch, counted from 1.</param>
    /// <param name="Steps">Steps of the epoch.</param>
    /// <param name="Loss">Mean training loss of the epoch so far.</param>
    /// <param name="Accuracy">Training accuracy of the epoch so far, 0..1.</param>
    /// <param name="LearningRate">Learning rate of this step.</param>
    /// <param name="ImagesPerSecond">Images per second over the last steps.</param>
    /// <param name="Remaining">Estimated time to the end of the run, validation included once it has been timed.</param>
    public sealed record StepDone(int Epoch, int Number, int Steps, double Loss, double Accuracy, double LearningRate, double ImagesPerSecond, TimeSpan Remaining) : TrainingEvent
    {
        /// <summary>Share of the last steps' time that went by waiting for images, 0..1.</summary>
        public double WaitingShare { get; init; }
    }

    /// <summary>An epoch is complete, evaluated and saved.</summary>
    /// <param name="Metrics">Its figures.</param>
    /// <param name="IsBest">Whether it is the best so far; then <c>model.safetensors</c> holds it.</param>
    public sealed record EpochDone(EpochMetrics Metrics, bool IsBest) : TrainingEvent;

    /// <summary>Images evaluated so far.</summary>
    /// <param name="Done">Images evaluated.</param>
    /// <param name="Total">Images in all.</param>
    public sealed record Evaluating(int Done, int Total) : TrainingEvent;
}
