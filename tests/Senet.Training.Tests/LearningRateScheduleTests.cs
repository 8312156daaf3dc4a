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
    public void Rate_OneEpochOfOneStep_IsFiniteAndPositive(ScheduleKind kind)
    {
        var schedule = new LearningRateSchedule(Recipes.Photos with { Epochs = 1, WarmupEpochs = 0, Schedule = kind }, stepsPerEpoch: 1);
        Assert.InRange(schedule.Rate(0), 1e-9, Recipes.Photos.LearningRate);
    }
}
