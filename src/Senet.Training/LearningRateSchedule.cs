namespace Senet.Training;

/// <summary>
/// The learning rate of every step of a run: a function of the recipe and the step, and for <see cref="ScheduleKind.Plateau"/> of the number of drops,
/// the only state that a resumed run needs.
/// </summary>
public sealed class LearningRateSchedule
{
    // PyTorch's OneCycleLR starts at 1/25 of the peak and ends at 1e-4 of the start.
    const double OneCycleStart = 1.0 / 25;
    const double OneCycleEnd = OneCycleStart / 1e4;

    readonly Recipe _recipe;
    readonly int _stepsPerEpoch;
    readonly long _totalSteps;
    readonly double _warmupSteps;

    /// <summary>The schedule of <paramref name="recipe"/> for epochs of <paramref name="stepsPerEpoch"/> steps.</summary>
    public LearningRateSchedule(Recipe recipe, int stepsPerEpoch)
    {
        ArgumentNullException.ThrowIfNull(recipe);
        ArgumentOutOfRangeException.ThrowIfLessThan(stepsPerEpoch, 1);
        _recipe = recipe;
        _stepsPerEpoch = stepsPerEpoch;
        _totalSteps = (long)recipe.Epochs * stepsPerEpoch;
        _warmupSteps = Math.Min(recipe.WarmupEpochs, recipe.Epochs / 2.0) * stepsPerEpoch;
    }

    /// <summary>The learning rate of step <paramref name="step"/>, counted from 0 over the whole run.</summary>
    /// <param name="step">The step.</param>
    /// <param name="plateauDrops">How often <see cref="ScheduleKind.Plateau"/> has lowered the rate; other schedules do not look at it.</param>
    public double Rate(long step, int plateauDrops = 0)
    {
        double full = _recipe.LearningRate;
        if (_recipe.Schedule == ScheduleKind.OneCycle)
            return full * OneCycle(step);
        double warmup = step + 1 < _warmupSteps ? (step + 1) / _warmupSteps : 1;
        long epoch = step / _stepsPerEpoch;
        switch (_recipe.Schedule)
        {
            case ScheduleKind.Step:
                return full * warmup * Math.Pow(_recipe.StepFactor, warmup < 1 ? 0 : epoch / _recipe.StepEpochs);
            case ScheduleKind.MultiStep:
                return full * warmup * Math.Pow(_recipe.StepFactor, warmup < 1 ? 0 : _recipe.Milestones.Count(milestone => epoch >= milestone));
            case ScheduleKind.Plateau:
                return warmup * Math.Max(full * Math.Pow(_recipe.StepFactor, plateauDrops), Math.Min(full, _recipe.EndLearningRate));
        }
        if (warmup < 1)
            return full * warmup;
        // The rest of the run, from 0 to 1.
        double progress = Math.Clamp((step - _warmupSteps) / Math.Max(1, _totalSteps - _warmupSteps), 0, 1);
        return _recipe.Schedule == ScheduleKind.Poly
            ? _recipe.EndLearningRate + (full - _recipe.EndLearningRate) * Math.Pow(1 - progress, _recipe.PolyPower)
            : Ease(full, _recipe.EndLearningRate, progress);
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
