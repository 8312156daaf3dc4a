using System.Globalization;
using Senet.Training;

namespace Senet.Cli;

/// <summary>Shows what a training run reports.</summary>
abstract class TrainingDisplay
{
    int _epochs;

    private protected TrainingDisplay(Terminal terminal) => Terminal = terminal;

    private protected Terminal Terminal { get; }

    /// <summary>Runs <paramref name="train"/> and shows its events: drawn in place on a terminal, otherwise line by line.</summary>
    public static TrainingResult Run(Terminal terminal, Func<Action<TrainingEvent>, TrainingResult> train) =>
        terminal.IsInteractive ? new LiveTrainingDisplay(terminal).Show(train) : new PlainTrainingDisplay(terminal).Show(train);

    private protected abstract TrainingResult Show(Func<Action<TrainingEvent>, TrainingResult> train);

    /// <summary>A line that stays.</summary>
    private protected abstract void Line(string text, bool isWarning = false);

    /// <summary>A passing state.</summary>
    private protected abstract void Progress(TrainingEvent state, int epochs);

    private protected void Handle(TrainingEvent state)
    {
        switch (state)
        {
            case TrainingEvent.Message message:
                Line(message.Text, message.IsWarning);
                break;
            case TrainingEvent.Started started:
                _epochs = started.Run.Recipe.Epochs;
                foreach (string line in Describe(started))
                    Line(line);
                break;
            case TrainingEvent.EpochDone done:
                Line(Describe(done, _epochs));
                break;
            default:
                Progress(state, _epochs);
                break;
        }
    }

    static IEnumerable<string> Describe(TrainingEvent.Started started)
    {
        RunDescription run = started.Run;
        Recipe recipe = run.Recipe;
        yield return string.Create(
            CultureInfo.InvariantCulture,
            $"{run.Architecture}: {Numbers.Grouped(started.Parameters)} parameters, {Numbers.Giga(started.Macs)} GMACs, input {run.Preprocessing.Channels} x {run.Preprocessing.Height} x {run.Preprocessing.Width}, {Numbers.Count(run.Options.Classes, "class", "classes")}, on {started.Device}");
        yield return string.Create(
            CultureInfo.InvariantCulture,
            $"recipe {recipe.Name}: {Numbers.Count(recipe.Epochs, "epoch", "epochs")} of {Numbers.Count(started.StepsPerEpoch, "step", "steps")}, batch {recipe.BatchSize}{(recipe.AccumulationSteps > 1 ? $" in {recipe.AccumulationSteps} parts" : "")}, {RecipeValues.Optimizer(recipe)}, rate {recipe.LearningRate:G4}, {RecipeValues.Schedule(recipe)}, weight decay {recipe.WeightDecay:G4}, seed {recipe.Seed}");
        if (RecipeValues.Extras(recipe) is { Length: > 0 } extras)
            yield return $"with {extras}";
        yield return $"augmentation: {AugmentationText.Line(recipe.Augmentation)}";
    }

    static string Describe(TrainingEvent.EpochDone done, int epochs)
    {
        EpochMetrics row = done.Metrics;
        string text = string.Create(
            CultureInfo.InvariantCulture,
            $"epoch {row.Epoch}/{epochs}  train loss {row.TrainLoss:F4} acc {Numbers.Percent(row.TrainTop1)}  validation loss {row.ValidationLoss:F4} top-1 {Numbers.Percent(row.ValidationTop1)} top-5 {Numbers.Percent(row.ValidationTop5)}  lr {row.LearningRate:G3}  {row.ImagesPerSecond:F0} images/s  {Numbers.Time(TimeSpan.FromSeconds(row.TrainSeconds))} + {Numbers.Time(TimeSpan.FromSeconds(row.ValidationSeconds))}");
        return done.IsBest ? text + "  best" : text;
    }

    // Below a twentieth it is not worth a word.
    static string Waiting(TrainingEvent.StepDone step) =>
        step.WaitingShare < 0.05 ? "" : $"  waiting for images {Numbers.Percent(step.WaitingShare, 0)} of the time";

    /// <summary>One line for a passing state.</summary>
    private protected static string Describe(TrainingEvent state, int epochs) => state switch
    {
        TrainingEvent.Caching caching => $"packing images: {Numbers.Grouped(caching.Done)} of {Numbers.Grouped(caching.Total)}",
        TrainingEvent.Scanning scanning => $"scanning images: {Numbers.Grouped(scanning.Done)} of {Numbers.Grouped(scanning.Total)}",
        TrainingEvent.Evaluating evaluating => $"validation: {Numbers.Grouped(evaluating.Done)} of {Numbers.Grouped(evaluating.Total)}",
        TrainingEvent.StepDone step => string.Create(
            CultureInfo.InvariantCulture,
            $"epoch {step.Epoch}/{epochs}  step {step.Number}/{step.Steps}  {step.ImagesPerSecond:F0} images/s  loss {step.Loss:F4}  acc {Numbers.Percent(step.Accuracy)}  lr {step.LearningRate:G3}  left {Numbers.Time(step.Remaining)}{Waiting(step)}"),
        _ => "",
    };
}
