using Senet.Graph;

namespace Senet.Inference;

/// <summary>A compiled plan that this engine or this processor cannot run; the model it was made of can be compiled again.</summary>
public sealed class StalePlanException(string message) : SenetException(message)
{
    /// <summary>The model file that the plan was made of, where the plan still says so.</summary>
    public PlanSource? Model { get; init; }
}
