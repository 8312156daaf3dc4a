namespace Senet.Cli;

/// <summary>What one engine needs for one batch size.</summary>
/// <param name="Engine">Name of the engine, as <c>--engine</c> takes it.</param>
/// <param name="Batch">Images of a pass.</param>
/// <param name="Passes">Passes timed.</param>
/// <param name="MinMs">Shortest pass in milliseconds.</param>
/// <param name="MedianMs">Median pass in milliseconds.</param>
/// <param name="ImagesPerSecond">Throughput at the median.</param>
/// <param name="GmacsPerSecond">The graph's multiply-accumulates per second at the median, in billions.</param>
/// <param name="ShareOfPeak">The same as a share of the measured peak; above 1 where an engine gets by with fewer than the graph counts.</param>
/// <param name="MinRatio">Shortest pass over the managed engine's.</param>
/// <param name="MedianRatio">Median pass over the managed engine's.</param>
/// <param name="Difference">Largest relative difference of an image's logits from the managed engine's.</param>
sealed record EngineTime(
    string Engine, int Batch, int Passes, double MinMs, double MedianMs, double ImagesPerSecond, double GmacsPerSecond, double ShareOfPeak, double MinRatio, double MedianRatio, double Difference);
