namespace Senet.Inference.Tests;

/// <summary>Threads, callers, memory.</summary>
public class ConcurrencyTests
{
    [Theory]
    [InlineData("se-resnet-18", 96)]
    [InlineData("se-bn-inception", 64)]
    [InlineData("se-resnext-50-32x4d", 64)]
    [InlineData("se-shufflenet-g3", 64)]
    [InlineData("se-resnet-20", 32)]
    public void Run_AnyNumberOfThreads_GivesTheSameBits(string id, int size)
    {
        FilledNetwork network = FilledNetwork.OfArchitecture(id);
        // Three and eight images: some taken through the first layers by a thread each, the rest by all of them.
        foreach (int count in new[] { 1, 3, 8 })
        {
            float[] images = network.Images(count, size, size);
            float[]? expected = null;
            foreach (int threads in new[] { 1, 2, 3, 8 })
            {
                using InferencePlan plan = network.Compile(new() { Threads = threads });
                for (int i = 0; i < 3; i++)
                {
                    float[] logits = FilledNetwork.Run(plan, images, count, size, size);
                    expected ??= logits;
                    Assert.Equal(expected, logits);
                }
            }
        }
    }

    [Fact]
    public void RunDetailed_ThreadsWithImagesOfTheirOwn_GivesTheSameGatesAndFeatures()
    {
        FilledNetwork network = FilledNetwork.OfArchitecture("se-resnet-20");
        float[] images = network.Images(5, 32, 32);
        using InferencePlan alone = network.Compile(new() { Threads = 1 }), two = network.Compile(new() { Threads = 2 });
        InferenceDetails expected = alone.RunDetailed(images, 32, 32);
        for (int i = 0; i < 3; i++)
        {
            InferenceDetails actual = two.RunDetailed(images, 32, 32);
            Assert.Equal(expected.Logits, actual.Logits);
            Assert.Equal(expected.Features, actual.Features);
            Assert.Equal(9, actual.Gates.Count);
            Assert.Equal(expected.Gates.SelectMany(gate => gate.Value), actual.Gates.SelectMany(gate => gate.Value));
        }
    }

    [Fact]
    public void Run_ManyCallersAndTwoPlans_GivesTheSameBitsAndAllocatesNothing()
    {
        FilledNetwork network = FilledNetwork.OfArchitecture("se-resnet-8");
        FilledNetwork other = FilledNetwork.OfArchitecture("resnet-8");
        using InferencePlan plan = network.Compile(new() { Threads = 2 });
        using InferencePlan otherPlan = other.Compile(new() { Threads = 3 });
        float[] images = network.Images(2, 32, 32);
        float[] expected = FilledNetwork.Run(plan, images, 2, 32, 32);
        float[] otherExpected = FilledNetwork.Run(otherPlan, images, 2, 32, 32);
        int wrong = 0;
        long allocated = 0;
        Thread[] callers = [.. Enumerable.Range(0, 8).Select(caller => new Thread(() =>
        {
            InferencePlan own = caller % 2 == 0 ? plan : otherPlan;
            float[] truth = caller % 2 == 0 ? expected : otherExpected;
            float[] logits = new float[truth.Length];
            own.Run(images, 32, 32, logits);
            long before = GC.GetAllocatedBytesForCurrentThread();
            for (int i = 0; i < 300; i++)
            {
                own.Run(images, 32, 32, logits);
                if (!logits.AsSpan().SequenceEqual(truth))
                    Interlocked.Increment(ref wrong);
            }
            Interlocked.Add(ref allocated, GC.GetAllocatedBytesForCurrentThread() - before);
        }))];
        foreach (Thread caller in callers)
            caller.Start();
        foreach (Thread caller in callers)
            caller.Join();
        Assert.Equal(0, wrong);
        // An arena whose place on the stack of idle ones was not there yet; nothing in proportion to the 2,400 calls.
        Assert.InRange(allocated, 0, 64 * 1024);
    }

    [Fact]
    public void Run_OneCallerAfterWarmUp_AllocatesNothing()
    {
        FilledNetwork network = FilledNetwork.OfArchitecture("se-resnet-20");
        using InferencePlan plan = network.Compile();
        float[] images = network.Images(3, 32, 32);
        float[] logits = new float[3 * plan.Classes];
        plan.Run(images, 32, 32, logits);
        // What calls allocate shows in every window; what the runtime does once on this thread, such as its first wait, in one.
        Assert.Equal(0, Enumerable.Range(0, 5).Min(_ => Allocated()));

        long Allocated()
        {
            long before = GC.GetAllocatedBytesForCurrentThread();
            for (int i = 0; i < 20; i++)
                plan.Run(images, 32, 32, logits);
            return GC.GetAllocatedBytesForCurrentThread() - before;
        }
    }

    [Fact]
    public void Run_MoreImagesThanAPassTakesAndMoreShapesThanAreKept_GivesEveryImageItsOwnResult()
    {
        FilledNetwork network = FilledNetwork.OfArchitecture("se-resnet-8");
        using InferencePlan plan = network.Compile(new() { MostImages = 4, MostShapes = 2 });
        foreach (int size in new[] { 32, 33, 40, 32 })
            network.AssertParity(plan, 11, size, size);
    }
}
