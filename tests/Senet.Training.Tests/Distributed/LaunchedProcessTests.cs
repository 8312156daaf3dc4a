using Senet.Training.Distributed;

namespace Senet.Training.Tests.Distributed;

public class LaunchedProcessTests
{
    [Fact]
    public void From_NoLauncher_IsNull()
    {
        Assert.Null(LaunchedProcess.From(_ => null));
        Assert.Null(LaunchedProcess.From(name => name == "OMPI_COMM_WORLD_RANK" ? "0" : null));
    }

    [Fact]
    public void From_OpenMpi_TellsItsPlace()
    {
        var variables = new Dictionary<string, string>
        {
            ["OMPI_COMM_WORLD_RANK"] = "5",
            ["OMPI_COMM_WORLD_SIZE"] = "8",
            ["OMPI_COMM_WORLD_LOCAL_RANK"] = "1",
            ["OMPI_COMM_WORLD_LOCAL_SIZE"] = "4",
        };
        Assert.Equal(new(5, 8, 1, 4), LaunchedProcess.From(variables.GetValueOrDefault));
    }

    [Fact]
    public void From_PmiWithoutLocalRanks_TakesAllForOneMachine() =>
        Assert.Equal(new(1, 2, 1, 2), LaunchedProcess.From(name => name switch { "PMI_RANK" => "1", "PMI_SIZE" => "2", _ => null }));

    [Fact]
    public void Share_AndGather_GiveEveryProcessWhatEachHas() => ThreadCollective.Run(3, collective =>
    {
        byte[][] all = collective.Gather([.. Enumerable.Repeat((byte)collective.Rank, collective.Rank)]);
        Assert.Equal([[], [1], [2, 2]], all);
        Assert.Null(collective.Share(null));
        double[] values = [collective.Rank, 1];
        collective.Sum(values);
        Assert.Equal([3, 3], values);
    });
}
