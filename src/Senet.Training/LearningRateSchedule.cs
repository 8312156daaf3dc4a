namespace Senet.Training;

/// <summary>The learning rate of every step of a run: a function of the recipe and the step alone, so that a resumed run needs no state.</summary>
public sealed class LearningRateSchedule
{
    // PyTorch's OneCycleLR starts at 1/25 of the peak and ends at 1e-4 of the start.
    const double OneCycleStart = 1.0 / 25;
    const double OneCycleEnd = OneCycleStart / 1e4;

    readonly Recipe _recipe;
    readonly int _stepsPerEpoch;
    readonly long _totalSteps;

    /// <summary>The schedule of <paramref name="recipe"/> for epochs of <paramref name="stepsPerEpoch"/> steps.</summary>
    public LearningRateSchedule(Recipe recipe, int stepsPerEpoch)
    {
        ArgumentNullException.ThrowIfNull(recipe);
        ArgumentOutOfRangeException.ThrowIfLessThan(stepsPerEpoch, 1);
        _recipe = recipe;
        _stepsPerEpoch = stepsPerEpoch;
        _totalSteps = (long)recipe.Epochs * stepsPerEpoch;
    }

    /// <summary>The learning rate of step <paramref name="step"/>, counted from 0 over the whole run.</summary>
    public double Rate(long step)
    {
        if (_recipe.Schedule == ScheduleKind.OneCycle)
            return _recipe.LearningRate * OneCycle(step);
        double warmupSteps = Math.Min(_recipe.WarmupEpochs, _recipe.Epochs / 2.0) * _stepsPerEpoch;
        if (step + 1 < warmupSteps)
            return _recipe.LearningRate * (step + 1) / warmupSteps;
        if (_recipe.Schedule == ScheduleKind.Step)
            return _recipe.LearningRate * Math.Pow(_recipe.StepFactor, step / _stepsPerEpoch / _recipe.StepEpochs);
        double progress = Math.Clamp((step - warmupSteps) / Math.Max(1, _totalSteps - warmupSteps), 0, 1);
        return _recipe.LearningRate * Ease(1, 0, progress);
    }

    double OneCycle(long step)
    {
        double peak = _recipe.OneCyclePeak * _totalSteps - 1;
        return step <= peak
            ? Ease(OneCycleStart, 1, peak <= 0 ? 1 : step / peak)
            : Ease(1, OneCycleEnd, (step - peak) / Math.Max(1, _totalSteps - 1 - peak));
    }

    // Half a cosine from one factor to another.
    static double Ease(double from, double to, double progress) => to + (from - to) * (1 + Math.Cos(Math.PI * progress)) / 2;
}
