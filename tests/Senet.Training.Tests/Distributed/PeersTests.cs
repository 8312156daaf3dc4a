using System.Diagnostics;
using Senet.Training.Distributed;

namespace Senet.Training.Tests.Distributed;

public class PeersTests
{
    static readonly TimeSpan s_never = TimeSpan.FromMinutes(5);

    [Fact]
    public void LetFirstSpeak_FirstIsBusy_WaitsUntilItWaits()
    {
        using var failed = new ManualResetEventSlim();
        using var spoken = new ManualResetEventSlim();
        bool isBusy = true;
        var clock = Stopwatch.StartNew();
        ThreadCollective.Run(2, collective =>
        {
            var peers = Peers.Meet(collective);
            if (collective.Rank == 1)
            {
                failed.Set();
                try
                {
                    peers.LetFirstSpeak(s_never);
                    Assert.False(Volatile.Read(ref isBusy), "it spoke although the first process had not come so far");
                    Assert.True(peers.ClaimLastWords());
                }
                finally
                {
                    spoken.Set();
                }
            }
            else
            {
                failed.Wait();
                // What the first process does meanwhile; a limit in the dark would be over.
                Thread.Sleep(1000);
                Volatile.Write(ref isBusy, false);
                // It waits for the others until they are done.
                while (!spoken.IsSet)
                    Assert.Null(peers.FindFailed());
                Assert.False(peers.ClaimLastWords());
            }
        });
        Assert.True(clock.Elapsed < s_never);
    }

    [Fact]
    public void LetFirstSpeak_FirstNeverWaits_ReturnsAfterTheLimit() => ThreadCollective.Run(2, collective =>
    {
        var peers = Peers.Meet(collective);
        peers.LetFirstSpeak(TimeSpan.FromMilliseconds(100));
        collective.Barrier();
    });
}
