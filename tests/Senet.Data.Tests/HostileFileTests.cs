using System.Diagnostics;
using Senet.Tests;

namespace Senet.Data.Tests;

/// <summary>
/// Whatever the bytes, the decoder gives pixels or an <see cref="ImageDecodeException"/>, soon. A crash in native code would end
/// the test process, so that this class passes at all is part of the result.
/// </summary>
public sealed class HostileFileTests
{
    const int MostMsPerFile = 5000;

    [Fact]
    public void Decode_FilesMadeToBreakIt_AreRefusedByName()
    {
        List<string> wrong = [];
        int count = 0;
        foreach ((string name, byte[] file, string? refusal) in HostileFiles.All())
        {
            count++;
            long before = GC.GetAllocatedBytesForCurrentThread();
            var clock = Stopwatch.StartNew();
            string? reason = Reason(file);
            if (clock.ElapsedMilliseconds > MostMsPerFile)
                wrong.Add($"{name}: took {clock.ElapsedMilliseconds} ms");
            if (refusal is not null && (reason is null || !reason.Contains(refusal, StringComparison.OrdinalIgnoreCase)))
                wrong.Add($"{name}: {reason ?? "decoded"}");
            // Whether it is a bomb shows before memory is taken.
            if (reason is not null && GC.GetAllocatedBytesForCurrentThread() - before > 10_000_000)
                wrong.Add($"{name}: took {GC.GetAllocatedBytesForCurrentThread() - before} bytes");
        }
        Assert.True(wrong.Count == 0, string.Join(Environment.NewLine, wrong));
        Assert.True(count > 90);
    }

    [Fact]
    public void Decode_MutilatedFiles_GivePixelsOrARefusal()
    {
        // Cut, flipped, overwritten, shortened, lengthened and with extreme numbers: some 6,000 files, the same ones every time.
        OddImages[] small = [.. OddImages.All.Where(image => image.File.Length < 2500 && (long)image.Width * image.Height < 2000)];
        var wrong = new System.Collections.Concurrent.ConcurrentBag<string>();
        int decoded = 0, refused = 0;
        Parallel.For(0, small.Length, i =>
        {
            for (int round = 0; round < 45; round++)
            {
                var random = new SampleRandom(11, round, i);
                byte[] file = Mutilate(small[i].File, round % 6, ref random);
                var clock = Stopwatch.StartNew();
                try
                {
                    string? reason = Reason(file);
                    Interlocked.Increment(ref reason is null ? ref decoded : ref refused);
                    if (reason is { Length: < 10 } || reason?.Contains('\n', StringComparison.Ordinal) == true)
                        wrong.Add($"{small[i].Name}, {round}: '{reason}'");
                }
                catch (Exception error)
                {
                    wrong.Add($"{small[i].Name}, {round}: {error}");
                }
                if (clock.ElapsedMilliseconds > MostMsPerFile)
                    wrong.Add($"{small[i].Name}, {round}: took {clock.ElapsedMilliseconds} ms");
            }
        });
        Assert.True(wrong.IsEmpty, string.Join(Environment.NewLine, wrong));
        Assert.Equal(45 * small.Length, decoded + refused);
        Assert.True(decoded > 500 && refused > 1500, $"{decoded} decoded, {refused} refused");
    }

    [Fact]
    public void Scan_FolderOfHostileFiles_CountsAddUp()
    {
        using TempFolder folder = new();
        TestData.Tree(folder.Path, 3, "good", "bad");
        int refused = 0, all = 6;
        foreach ((string _, byte[] file, string? refusal) in HostileFiles.All())
        {
            File.WriteAllBytes(folder[$"bad/{all++:000}.jpg"], file);
            refused += refusal is null ? 0 : 1;
        }
        FolderSource source = FolderSource.Open(folder.Path);
        ScanReport report = DataScanner.Scan(source, 3, 255, 4, null, TestContext.Current.CancellationToken);
        Assert.Equal(all, report.Count);
        Assert.InRange(report.Bad.Count, refused, all - 6);
        Assert.Equal(all - report.Bad.Count, source.WithoutBad(report).Count);
        Assert.Equal(all - report.Bad.Count, report.Formats.Values.Sum());
        // What the scan refuses the loader refuses, for the same reason, and the other way round.
        HashSet<int> bad = [.. report.Bad.Select(b => b.Index)];
        for (int i = 0; i < source.Count; i++)
        {
            if (bad.Contains(i))
                Assert.Equal(report.Bad.Single(b => b.Index == i).Reason, Assert.Throws<ImageDecodeException>(() => source.Load(i, 3, 255)).Reason);
            else
                Assert.Equal((report.Images[i].Width, report.Images[i].Height), (source.Load(i, 3, 255).Width, source.Load(i, 3, 255).Height));
        }
    }

    static string? Reason(byte[] file)
    {
        try
        {
            ImageDecoder.Decode(file, "hostile", 3, 255);
            return null;
        }
        catch (ImageDecodeException error)
        {
            return error.Reason;
        }
    }

    static byte[] Mutilate(byte[] file, int how, ref SampleRandom random)
    {
        byte[] changed = [.. file];
        int at = random.NextInt(file.Length), length = random.NextInt(Math.Min(64, file.Length - at) + 1);
        switch (how)
        {
            case 0:
                return file[..at];
            case 1:
                changed[random.NextInt(Math.Min(file.Length, 200))] ^= (byte)(1 << random.NextInt(8));
                return changed;
            case 2:
                for (int i = random.NextInt(30); i >= 0; i--)
                    changed[random.NextInt(file.Length)] = (byte)random.NextInt(256);
                return changed;
            case 3:
                return [.. file[..at], .. file[(at + length)..]];
            case 4:
                return [.. file[..(at + length)], .. file[at..]];
            default:
                changed.AsSpan(at, Math.Min(4, file.Length - at)).Fill((byte)(random.NextBool() ? 255 : 0));
                return changed;
        }
    }
}
