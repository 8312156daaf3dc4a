using Senet.Inference.Memory;

namespace Senet.Inference.Tests;

public class MemoryPlanTests
{
    [Theory]
    [InlineData(1, 0)]
    [InlineData(2, 20)]
    [InlineData(3, 100)]
    public void Assign_RandomLives_KeepsThemApartAndTheEarlyOnesLow(int seed, int lowUntil)
    {
        var random = new Random(seed);
        Reservation[] all =
        [
            .. Enumerable.Range(0, 60).Select(_ =>
            {
                int first = random.Next(40);
                return new Reservation { Floats = random.Next(1, 5000), First = first, Last = first + random.Next(8) };
            }),
        ];
        (long total, long low) = MemoryPlan.Assign(all, lowUntil);
        for (int i = 0; i < all.Length; i++)
        {
            Assert.Equal(0, all[i].Offset % 16);
            Assert.InRange(all[i].Offset + all[i].Floats, 1, total);
            if (all[i].Last < lowUntil)
                Assert.InRange(all[i].Offset + all[i].Floats, 1, low);
            foreach (Reservation other in all[(i + 1)..].Where(other => other.First <= all[i].Last && all[i].First <= other.Last))
                Assert.True(other.Offset >= all[i].Offset + all[i].Floats || all[i].Offset >= other.Offset + other.Floats, "two that live at once share memory");
        }
        if (lowUntil == 0)
            Assert.Equal(0, low);
        Assert.InRange(total, all.Max(r => r.Floats), all.Sum(r => r.Floats + 16));
    }
}
