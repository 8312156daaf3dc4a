namespace Senet.Training.Tests;

public class LearningRateScheduleTests
{
    [Fact]
    public void Rate_Step_DropsTenfoldEveryThirtyEpochs()
    {
        // The paper's schedule, section 5.1: 0.6, divided by ten every 30 epochs.
        var schedule = new LearningRateSchedule(Recipes.Paper, stepsPerEpoch: 10);
        Assert.Equal(0.6, schedule.Rate(0), 12);
        Assert.Equal(0.6, schedule.Rate(299), 12);
        Assert.Equal(0.06, schedule.Rate(300), 12);
        Assert.Equal(0.0006, schedule.Rate(999), 12);
    }

    [Fact]
    public void Rate_CosineWithWarmup_RisesLinearlyThenFallsToZero()
    {
        Recipe recipe = Recipes.Photos with { Epochs = 10, LearningRate = 1, WarmupEpochs = 2 };
        var schedule = new LearningRateSchedule(recipe, stepsPerEpoch: 5);
        Assert.Equal(0.1, schedule.Rate(0), 12);
        Assert.Equal(0.5, schedule.Rate(4), 12);
        Assert.Equal(1, schedule.Rate(10), 12);
        // Half-way through the 40 steps behind the warm-up the cosine stands at one half.
        Assert.Equal(0.5, schedule.Rate(30), 12);
        Assert.InRange(schedule.Rate(49), 0, 0.002);
    }

    [Fact]
    public void Rate_WarmupLongerThanTheRun_TakesHalfOfIt()
    {
        var schedule = new LearningRateSchedule(Recipes.Photos with { Epochs = 1, LearningRate = 1, WarmupEpochs = 5 }, stepsPerEpoch: 10);
        Assert.Equal(0.2, schedule.Rate(0), 12);
        Assert.Equal(1, schedule.Rate(5), 12);
        Assert.InRange(schedule.Rate(9), 0, 0.2);
    }

    [Fact]
    public void Rate_OneCycle_MatchesPyTorchsDefinition()
    {
        // torch.optim.lr_scheduler.OneCycleLR(max_lr=1, total_steps=100, pct_start=0.3): the peak lies at step 0.3 * 100 - 1,
        // the start at 1/25 and the end at 1/25e4; between them half cosines.
        Recipe recipe = Recipes.SmallImages with { Epochs = 10, LearningRate = 1, OneCyclePeak = 0.3 };
        var schedule = new LearningRateSchedule(recipe, stepsPerEpoch: 10);
        Assert.Equal(0.04, schedule.Rate(0), 12);
        Assert.Equal(1, schedule.Rate(29), 12);
        Assert.Equal(4e-6, schedule.Rate(99), 12);
        Assert.Equal(1 + (0.04 - 1) / 2 * (1 + Math.Cos(Math.PI * 14 / 29)), schedule.Rate(14), 12);
        Assert.Equal(4e-6 + (1 - 4e-6) / 2 * (1 + Math.Cos(Math.PI * 30 / 70)), schedule.Rate(59), 12);
    }

    [Theory]
    [InlineData(ScheduleKind.Step)]
    [InlineData(ScheduleKind.Cosine)]
    [InlineData(ScheduleKind.OneCycle)]
    [InlineData(ScheduleKind.MultiStep)]
    [InlineData(ScheduleKind.Plateau)]
    [InlineData(ScheduleKind.Poly)]
    public void Rate_OneEpochOfOneStep_IsFiniteAndPositive(ScheduleKind kind)
    {
        var schedule = new LearningRateSchedule(Recipes.Photos with { Epochs = 1, WarmupEpochs = 0, Schedule = kind }, stepsPerEpoch: 1);
        Assert.InRange(schedule.Rate(0), 1e-9, Recipes.Photos.LearningRate);
    }

    [Theory]
    [InlineData("step")]
    [InlineData("multi-step")]
    [InlineData("cosine")]
    [InlineData("one-cycle")]
    [InlineData("poly")]
    [InlineData("warmup-step")]
    public void Rate_EveryStep_IsPyTorchs(string name)
    {
        // PyTorch 1.13: tests/fixtures/training-maths.py, 12 epochs of 5 steps.
        Recipe recipe = new Recipe { Name = name, Epochs = 12, LearningRate = 1 };
        recipe = name switch
        {
            "step" => recipe with { Schedule = ScheduleKind.Step, StepEpochs = 4 },
            "multi-step" => recipe with { Schedule = ScheduleKind.MultiStep, Milestones = [3, 4, 10], StepFactor = 0.2 },
            "cosine" => recipe with { Schedule = ScheduleKind.Cosine, EndLearningRate = 0.05 },
            "one-cycle" => recipe with { Schedule = ScheduleKind.OneCycle },
            "poly" => recipe with { Schedule = ScheduleKind.Poly, PolyPower = 2 },
            _ => recipe with { Schedule = ScheduleKind.Step, StepEpochs = 4, WarmupEpochs = 2 },
        };
        var schedule = new LearningRateSchedule(recipe, stepsPerEpoch: 5);
        double[] expected = TrainingMaths.Numbers("schedules", name);
        Assert.InRange(expected.Length, 59, 60);
        TrainingMaths.AssertClose(expected, [.. Enumerable.Range(0, expected.Length).Select(step => schedule.Rate(step))], 1e-11, name);
    }

    [Theory]
    [InlineData("plateau-2", 2, 0.1, 1e-4)]
    [InlineData("plateau-0", 0, 0.5, 0.01)]
    public void Rate_Plateau_IsPyTorchs(string name, int patience, double factor, double lowest)
    {
        var recipe = new Recipe { Name = name, LearningRate = 0.1, Schedule = ScheduleKind.Plateau, PlateauPatience = patience, StepFactor = factor, EndLearningRate = lowest };
        var schedule = new LearningRateSchedule(recipe, stepsPerEpoch: 1);
        var state = new PlateauState();
        var rates = new List<double>();
        foreach (double loss in TrainingMaths.Numbers("schedules", "losses"))
        {
            rates.Add(schedule.Rate(rates.Count, state.Drops));
            state = state.Next(loss, patience);
        }
        TrainingMaths.AssertClose(TrainingMaths.Numbers("schedules", name), rates, 1e-12, name);
        Assert.True(state.Drops > 2);
    }

    [Fact]
    public void Rate_PlateauBehindWarmup_RisesLinearly()
    {
        var schedule = new LearningRateSchedule(new Recipe { Name = "", Epochs = 10, LearningRate = 1, Schedule = ScheduleKind.Plateau, WarmupEpochs = 2 }, stepsPerEpoch: 5);
        Assert.Equal([0.1, 0.5, 1, 1], new[] { schedule.Rate(0), schedule.Rate(4), schedule.Rate(9), schedule.Rate(30) }, (a, b) => Math.Abs(a - b) < 1e-12);
    }

    [Fact]
    public void Next_LossThatIsNotANumber_CountsAsBad()
    {
        PlateauState state = new PlateauState().Next(double.NaN, 0);
        Assert.Equal((null, 1), (state.Best, state.Drops));
        Assert.Equal((2.0, 1), (state.Next(2, 0).Best, state.Next(2, 0).Drops));
    }

    [Fact]
    public void Validate_Schedule_NamesTheOption()
    {
        Assert.Equal("--milestones 0: expected at least one epoch for the multi-step schedule", Message(Recipes.Photos with { Schedule = ScheduleKind.MultiStep }));
        Assert.Equal("--milestones 0: expected epochs of at least 1", Message(Recipes.Cifar with { Milestones = [0, 4] }));
        Assert.Equal("--end-lr 0.1: expected 0 to the learning rate of 0.05", Message(Recipes.Photos with { EndLearningRate = 0.1 }));
        Assert.Equal("--accumulate 17: expected 1 to 16, two images in each part of a batch of 32", Message(Recipes.Photos with { AccumulationSteps = 17 }));
        Assert.StartsWith("--class-weights balanced and --sampling balanced: ", Message(Recipes.Photos with { ClassWeights = ClassWeighting.Balanced, Sampling = Sampling.Balanced }), StringComparison.Ordinal);

        static string Message(Recipe recipe) => Assert.Throws<Senet.Graph.SenetException>(recipe.Validate).Message;
    }
}
