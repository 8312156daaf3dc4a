namespace Senet.Inference.Steps;

/// <summary>
/// Whole images as items: a thread takes one through all the steps before the cut, in memory of its own. The threads meet once and not at every
/// step, and read nothing that another one wrote.
/// </summary>
sealed class ImageStep(PlanStep[] steps) : PlanStep("images")
{
    public override string Method => "images";

    /// <summary>Images that are taken so: as many for every thread.</summary>
    public int Images { get; init; }

    public override void Run(RunState state)
    {
        state.OpenLanes();
        state.Parallel(this, 0, Images);
    }

    protected override void RunItem(RunState state, int phase, int item, int worker)
    {
        RunState lane = state.Lane(worker);
        lane.ImageCount = 1;
        lane.FirstImage = item;
        lane.IsAlone = true;
        foreach (PlanStep step in steps)
            step.Run(lane);
        lane.IsAlone = false;
    }
}
