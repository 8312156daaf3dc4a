using System.Globalization;
using Senet.Data;
using Senet.Training;

namespace Senet.Cli;

/// <summary>Every value of a recipe: the member's name, the option that changes it and the value as that option takes it.</summary>
static class RecipeValues
{
    public static IEnumerable<(string Member, string Option, string Value)> Of(Recipe recipe)
    {
        Augmentation images = recipe.Augmentation;
        return
        [
            (nameof(Recipe.Epochs), "--epochs", Text(recipe.Epochs)),
            (nameof(Recipe.BatchSize), "--batch-size", Text(recipe.BatchSize)),
            (nameof(Recipe.AccumulationSteps), "--accumulate", Text(recipe.AccumulationSteps)),
            (nameof(Recipe.Seed), "--seed", Text(recipe.Seed)),
            (nameof(Recipe.Optimizer), "--optimizer", recipe.Optimizer.ToString().ToLowerInvariant()),
            (nameof(Recipe.LearningRate), "--lr", Text(recipe.LearningRate)),
            (nameof(Recipe.Momentum), "--momentum", Text(recipe.Momentum)),
            (nameof(Recipe.Nesterov), "--nesterov", Text(recipe.Nesterov)),
            (nameof(Recipe.Beta1), "--beta1", Text(recipe.Beta1)),
            (nameof(Recipe.Beta2), "--beta2", Text(recipe.Beta2)),
            (nameof(Recipe.Epsilon), "--epsilon", Text(recipe.Epsilon)),
            (nameof(Recipe.WeightDecay), "--weight-decay", Text(recipe.WeightDecay)),
            (nameof(Recipe.WeightDecayOnNormAndBias), "--decay-norm-and-bias", Text(recipe.WeightDecayOnNormAndBias)),
            (nameof(Recipe.ClipNorm), "--clip-norm", Text(recipe.ClipNorm)),
            (nameof(Recipe.Schedule), "--schedule", Kebab(recipe.Schedule)),
            (nameof(Recipe.WarmupEpochs), "--warmup", Text(recipe.WarmupEpochs)),
            (nameof(Recipe.EndLearningRate), "--end-lr", Text(recipe.EndLearningRate)),
            (nameof(Recipe.StepEpochs), "--step-epochs", Text(recipe.StepEpochs)),
            (nameof(Recipe.Milestones), "--milestones", List(recipe.Milestones.Select(Text))),
            (nameof(Recipe.StepFactor), "--step-factor", Text(recipe.StepFactor)),
            (nameof(Recipe.PlateauPatience), "--plateau-patience", Text(recipe.PlateauPatience)),
            (nameof(Recipe.PolyPower), "--poly-power", Text(recipe.PolyPower)),
            (nameof(Recipe.OneCyclePeak), "--one-cycle-peak", Text(recipe.OneCyclePeak)),
            (nameof(Recipe.Loss), "--loss", recipe.Loss == LossKind.BinaryCrossEntropy ? "bce" : Kebab(recipe.Loss)),
            (nameof(Recipe.LabelSmoothing), "--label-smoothing", Text(recipe.LabelSmoothing)),
            (nameof(Recipe.ClassWeights), "--class-weights", Kebab(recipe.ClassWeights)),
            (nameof(Recipe.Sampling), "--sampling", Kebab(recipe.Sampling)),
            (nameof(Recipe.Dropout), "--dropout", recipe.Dropout is { } dropout ? Text(dropout) : "the network's"),
            (nameof(Recipe.StochasticDepth), "--stochastic-depth", Text(recipe.StochasticDepth)),
            (nameof(Recipe.EmaDecay), "--ema-decay", Text(recipe.EmaDecay)),
            (nameof(Recipe.FreezeNormLastEpochs), "--freeze-norm-last", Text(recipe.FreezeNormLastEpochs)),
            (nameof(Recipe.FreezeThrough), "--freeze", recipe.FreezeThrough switch { -1 => "none", 0 => "stem", int stage => Text(stage) }),
            (nameof(Recipe.StageRates), "--stage-lr", List(recipe.StageRates.Select(Text))),
            (nameof(Recipe.Normalisation), "--normalise", recipe.Normalisation == Normalisation.Mean ? "mean" : "mean-std"),
            (nameof(Augmentation.Crop), "--crop", Kebab(images.Crop)),
            (nameof(Augmentation.ScaleMin), "--scale-min", Text(images.ScaleMin)),
            (nameof(Augmentation.ScaleMax), "--scale-max", Text(images.ScaleMax)),
            (nameof(Augmentation.RatioMin), "--ratio-min", Text(images.RatioMin)),
            (nameof(Augmentation.RatioMax), "--ratio-max", Text(images.RatioMax)),
            (nameof(Augmentation.Interpolation), "--interpolation", Kebab(images.Interpolation)),
            (nameof(Augmentation.Padding), "--padding", Text(images.Padding)),
            (nameof(Augmentation.Flip), "--no-flip", images.Flip ? "mirrored" : "not mirrored"),
            (nameof(Augmentation.Ops), "--augment", images.Ops.Count == 0 ? "none" : images.Ops.ToString()),
            (nameof(Recipe.FastDecode), "--fast-decode", Text(recipe.FastDecode)),
        ];
    }

    /// <summary>The optimiser with what it needs, in a few words.</summary>
    public static string Optimizer(Recipe recipe) => recipe.Optimizer switch
    {
        OptimizerKind.Sgd => $"SGD {Text(recipe.Momentum)}{(recipe.Nesterov ? " Nesterov" : "")}",
        OptimizerKind.AdamW => "AdamW",
        _ => "LAMB",
    };

    /// <summary>The schedule with what it needs, in a few words.</summary>
    public static string Schedule(Recipe recipe)
    {
        string warmup = recipe.WarmupEpochs > 0 && recipe.Schedule != ScheduleKind.OneCycle ? $", warm-up {Text(recipe.WarmupEpochs)}" : "";
        string shape = recipe.Schedule switch
        {
            ScheduleKind.Step => $"x {Text(recipe.StepFactor)} every {Text(recipe.StepEpochs)}",
            ScheduleKind.MultiStep => $"x {Text(recipe.StepFactor)} at {List(recipe.Milestones.Select(Text))}",
            ScheduleKind.Plateau => $"x {Text(recipe.StepFactor)} on plateaus of {Text(recipe.PlateauPatience)}",
            _ => Kebab(recipe.Schedule),
        };
        return shape + warmup;
    }

    /// <summary>What else is switched on, in a few words; empty for nothing.</summary>
    public static string Extras(Recipe recipe) => string.Join(", ", new (bool On, string Text)[]
    {
        (recipe.Loss == LossKind.BinaryCrossEntropy, "binary cross-entropy"),
        (recipe.LabelSmoothing > 0, $"label smoothing {Text(recipe.LabelSmoothing)}"),
        (recipe.ClassWeights == ClassWeighting.Balanced, "balanced class weights"),
        (recipe.Sampling == Sampling.Balanced, "balanced sampling"),
        (recipe.ClipNorm > 0, $"gradients clipped at {Text(recipe.ClipNorm)}"),
        (recipe.StochasticDepth > 0, $"stochastic depth {Text(recipe.StochasticDepth)}"),
        (recipe.EmaDecay > 0, $"moving average {Text(recipe.EmaDecay)}"),
        (recipe.FreezeNormLastEpochs > 0, $"batch normalisation frozen for the last {Numbers.Count(recipe.FreezeNormLastEpochs, "epoch", "epochs")}"),
    }.Where(extra => extra.On).Select(extra => extra.Text));

    static string Text(double value) => value.ToString("G6", CultureInfo.InvariantCulture);

    static string Text(int value) => value.ToString(CultureInfo.InvariantCulture);

    static string Text(bool value) => value ? "true" : "false";

    static string List(IEnumerable<string> values) => string.Join(',', values) is { Length: > 0 } list ? list : "none";

    static string Kebab<T>(T value)
        where T : struct, Enum => System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString());
}
