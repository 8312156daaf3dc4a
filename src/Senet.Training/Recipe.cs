using Senet.Data;
using Senet.Graph;

namespace Senet.Training;

/// <summary>How a network is trained: optimiser, schedule, regularisation, augmentation. Saved with every run.</summary>
public sealed record Recipe
{
    /// <summary>Name of the recipe this one started from.</summary>
    public required string Name { get; init; }

    /// <summary>Version of the recipe this one started from: any change to a named recipe's values raises it.</summary>
    public int Version { get; init; } = 1;

    /// <summary>Passes over the training images.</summary>
    public int Epochs { get; init; } = 30;

    /// <summary>Images per step, at least 2 (batch normalisation needs more than one).</summary>
    public int BatchSize { get; init; } = 32;

    /// <summary>
    /// Parts that a batch is handled in, one after the other, their gradients added up: a large batch in the memory of a small one. The loss stays the
    /// mean over the whole batch; batch normalisation sees the parts. A part has two images at least.
    /// </summary>
    public int AccumulationSteps { get; init; } = 1;

    /// <summary>Learning rate at its highest, for this batch size.</summary>
    public double LearningRate { get; init; } = 0.1;

    /// <summary>How gradients change the weights.</summary>
    public OptimizerKind Optimizer { get; init; } = OptimizerKind.Sgd;

    /// <summary>Momentum of SGD.</summary>
    public double Momentum { get; init; } = 0.9;

    /// <summary>Nesterov's form of the momentum.</summary>
    public bool Nesterov { get; init; }

    /// <summary>AdamW and LAMB: decay rate of the gradients' running mean.</summary>
    public double Beta1 { get; init; } = 0.9;

    /// <summary>AdamW and LAMB: decay rate of the squared gradients' running mean.</summary>
    public double Beta2 { get; init; } = 0.999;

    /// <summary>AdamW and LAMB: added to the denominator.</summary>
    public double Epsilon { get; init; } = 1e-8;

    /// <summary>Largest norm of all gradients as one vector; longer ones are scaled down to it. 0 leaves them as they are.</summary>
    public double ClipNorm { get; init; }

    /// <summary>Weight decay: of SGD added to the gradient (L2), of AdamW taken off the weights, of LAMB added to the direction.</summary>
    public double WeightDecay { get; init; } = 1e-4;

    /// <summary>Decays biases and batch normalisation's scales and shifts as well.</summary>
    public bool WeightDecayOnNormAndBias { get; init; }

    /// <summary>Shape of the learning rate over the run.</summary>
    public ScheduleKind Schedule { get; init; } = ScheduleKind.Cosine;

    /// <summary>Lowest learning rate of the cosine, poly and plateau schedules.</summary>
    public double EndLearningRate { get; init; }

    /// <summary>Epochs between two drops of <see cref="ScheduleKind.Step"/>.</summary>
    public int StepEpochs { get; init; } = 30;

    /// <summary>Epochs after which <see cref="ScheduleKind.MultiStep"/> drops.</summary>
    public IReadOnlyList<int> Milestones { get; init; } = [];

    /// <summary>Factor of each drop of <see cref="ScheduleKind.Step"/>, <see cref="ScheduleKind.MultiStep"/> and <see cref="ScheduleKind.Plateau"/>.</summary>
    public double StepFactor { get; init; } = 0.1;

    /// <summary>Epochs without a lower validation loss that <see cref="ScheduleKind.Plateau"/> waits; the one after them drops the rate.</summary>
    public int PlateauPatience { get; init; } = 10;

    /// <summary>Exponent of <see cref="ScheduleKind.Poly"/>.</summary>
    public double PolyPower { get; init; } = 1;

    /// <summary>Epochs of linear warm-up from nearly zero, before any schedule but one-cycle; may be a fraction. Never more than half of the run.</summary>
    public double WarmupEpochs { get; init; }

    /// <summary>Fraction of the run at which <see cref="ScheduleKind.OneCycle"/> reaches the full rate.</summary>
    public double OneCyclePeak { get; init; } = 0.3;

    /// <summary>What is minimised.</summary>
    public LossKind Loss { get; init; } = LossKind.CrossEntropy;

    /// <summary>How much the images of a class count in the loss.</summary>
    public ClassWeighting ClassWeights { get; init; } = ClassWeighting.None;

    /// <summary>Which images an epoch visits.</summary>
    public Sampling Sampling { get; init; } = Sampling.Shuffled;

    /// <summary>Probability mass spread evenly over all classes (Szegedy et al., arXiv:1512.00567, section 7).</summary>
    public double LabelSmoothing { get; init; }

    /// <summary>Dropout in front of the classifier for networks that this recipe trains from scratch; null leaves it to the network.</summary>
    public double? Dropout { get; init; }

    /// <summary>
    /// Probability of dropping the last residual branch of an image; that of earlier ones rises to it linearly from the input on (Huang et al.,
    /// arXiv:1603.09382). Drawn for each image where the paper draws for each batch; what is kept is scaled up, so that evaluation needs no scaling.
    /// </summary>
    public double StochasticDepth { get; init; }

    /// <summary>Decay of the moving average of the weights that is evaluated and saved as the model; 0 keeps none.</summary>
    public double EmaDecay { get; init; }

    /// <summary>Epochs at the end in which batch normalisation keeps and uses the statistics it has, as for SENet-154 (the paper's appendix). Never more than half of the run.</summary>
    public int FreezeNormLastEpochs { get; init; }

    /// <summary>
    /// Last part of the network that is frozen, batch normalisation's statistics included: 0 the stem, then the stages from 1 on;
    /// -1 freezes nothing. The classifier is always trained.
    /// </summary>
    public int FreezeThrough { get; init; } = -1;

    /// <summary>Factors of the learning rate for the stem, every stage and the classifier, in this order; empty for 1 everywhere.</summary>
    public IReadOnlyList<double> StageRates { get; init; } = [];

    /// <summary>Seed of the initial weights, the order of the images, the augmentation and dropout.</summary>
    public int Seed { get; init; }

    /// <summary>What is done to pixel values; a network that starts from trained weights keeps its own.</summary>
    public Normalisation Normalisation { get; init; } = Normalisation.MeanAndDeviation;

    /// <summary>Random changes to the training images.</summary>
    public Augmentation Augmentation { get; init; } = new();

    /// <summary>Whether training decodes large JPEGs at a fraction of their size; see <see cref="LoaderOptions.FastDecode"/>.</summary>
    public bool FastDecode { get; init; }

    /// <summary>Throws when a value is outside its range.</summary>
    /// <exception cref="SenetException">A value is out of range; the message names it as the command's option.</exception>
    public void Validate()
    {
        Require(Epochs >= 1, "epochs", Epochs, "at least 1");
        Require(BatchSize >= 2, "batch-size", BatchSize, "at least 2, because batch normalisation needs more than one image");
        Require(LearningRate is > 0 and < double.PositiveInfinity, "lr", LearningRate, "a positive number");
        Require(Momentum is >= 0 and < 1, "momentum", Momentum, "0 or more and below 1");
        Require(Beta1 is >= 0 and < 1, "beta1", Beta1, "0 or more and below 1");
        Require(Beta2 is >= 0 and < 1, "beta2", Beta2, "0 or more and below 1");
        Require(Epsilon is > 0 and < double.PositiveInfinity, "epsilon", Epsilon, "a positive number");
        Require(ClipNorm is >= 0 and < double.PositiveInfinity, "clip-norm", ClipNorm, "0 or more");
        Require(WeightDecay is >= 0 and < double.PositiveInfinity, "weight-decay", WeightDecay, "0 or more");
        Require(LabelSmoothing is >= 0 and < 1, "label-smoothing", LabelSmoothing, "0 or more and below 1");
        Require(WarmupEpochs is >= 0 and < double.PositiveInfinity, "warmup", WarmupEpochs, "0 or more");
        Require(AccumulationSteps >= 1 && AccumulationSteps <= BatchSize / 2, "accumulate", AccumulationSteps, FormattableString.Invariant($"1 to {BatchSize / 2}, two images in each part of a batch of {BatchSize}"));
        Require(EndLearningRate >= 0 && EndLearningRate <= LearningRate, "end-lr", EndLearningRate, FormattableString.Invariant($"0 to the learning rate of {LearningRate}"));
        foreach (int milestone in Milestones)
            Require(milestone >= 1, "milestones", milestone, "epochs of at least 1");
        Require(Schedule != ScheduleKind.MultiStep || Milestones.Count > 0, "milestones", 0, "at least one epoch for the multi-step schedule");
        Require(PlateauPatience >= 0, "plateau-patience", PlateauPatience, "0 or more");
        Require(PolyPower is > 0 and < double.PositiveInfinity, "poly-power", PolyPower, "a positive number");
        Require(Dropout is null or (>= 0 and < 1), "dropout", Dropout ?? 0, "0 or more and below 1");
        Require(StochasticDepth is >= 0 and < 1, "stochastic-depth", StochasticDepth, "0 or more and below 1");
        Require(EmaDecay is >= 0 and < 1, "ema-decay", EmaDecay, "0 or more and below 1");
        Require(FreezeNormLastEpochs >= 0, "freeze-norm-last", FreezeNormLastEpochs, "0 or more");
        if (ClassWeights == ClassWeighting.Balanced && Sampling == Sampling.Balanced)
            throw new SenetException("--class-weights balanced and --sampling balanced: rare classes would count twice; choose one of them");
        Require(StepEpochs >= 1, "step-epochs", StepEpochs, "at least 1");
        Require(StepFactor is > 0 and <= 1, "step-factor", StepFactor, "above 0 and at most 1");
        Require(FreezeThrough >= -1, "freeze", FreezeThrough, "the stem or a stage");
        foreach (double factor in StageRates)
            Require(factor is >= 0 and < double.PositiveInfinity, "stage-lr", factor, "factors of 0 or more");
        Require(OneCyclePeak is > 0 and < 1, "one-cycle-peak", OneCyclePeak, "above 0 and below 1");
        Require(Augmentation.ScaleMin > 0 && Augmentation.ScaleMin <= Augmentation.ScaleMax, "scale-min", Augmentation.ScaleMin, FormattableString.Invariant($"above 0 and at most {Augmentation.ScaleMax}"));
        Require(Augmentation.ScaleMax <= 1, "scale-max", Augmentation.ScaleMax, "at most 1");
        Require(Augmentation.RatioMin > 0 && Augmentation.RatioMin <= Augmentation.RatioMax, "ratio-min", Augmentation.RatioMin, FormattableString.Invariant($"above 0 and at most {Augmentation.RatioMax}"));
        Require(double.IsFinite(Augmentation.RatioMax), "ratio-max", Augmentation.RatioMax, "a number");
        Require(Augmentation.Padding >= 0, "padding", Augmentation.Padding, "0 or more");
    }

    /// <summary>Throws when the recipe speaks of stages that the network does not have.</summary>
    /// <exception cref="SenetException">It does; the message names the command's option.</exception>
    internal void Validate(NetworkGraph graph)
    {
        if (FreezeThrough >= graph.HeadStage)
            throw new SenetException(FormattableString.Invariant($"--freeze {FreezeThrough}: {graph.Name} has stages 1 to {graph.HeadStage - 1}; the classifier cannot be frozen"));
        if (StageRates.Count > 0 && StageRates.Count != graph.HeadStage + 1)
        {
            throw new SenetException(FormattableString.Invariant(
                $"--stage-lr: {StageRates.Count} factors; {graph.Name} takes {graph.HeadStage + 1}: the stem, stages 1 to {graph.HeadStage - 1}, the classifier"));
        }
    }

    static void Require(bool condition, string option, double value, string expected)
    {
        if (!condition)
            throw new SenetException(FormattableString.Invariant($"--{option} {value}: expected {expected}"));
    }
}
