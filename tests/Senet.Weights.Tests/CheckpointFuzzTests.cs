using System.Diagnostics;
using System.Globalization;
using Senet.Graph;
using Senet.Weights;

namespace Senet.Tests;

/// <summary>
/// Small files of every format with random damage: each is read or refused with the user's error, nothing else, in little memory.
/// <c>SENET_FUZZ_MUTATIONS</c> sets the number of mutations per file for longer runs, <c>SENET_FUZZ_SEED</c> another seed.
/// </summary>
public class CheckpointFuzzTests(ITestOutputHelper output)
{
    const int DefaultMutations = 2000;

    // Made here: the reference files have none.
    const string Tar = "tar";

    // No mutation of these files needs more than milliseconds; a shared machine may stop for seconds.
    static readonly TimeSpan Slow = TimeSpan.FromSeconds(20);

    // Opcodes of pickles, digits and signs of JSON, ends of varints.
    static readonly int[] Interesting = [0, 1, 0x7f, 0x80, 0xff, '(', ')', '.', 'R', 'Q', 'b', 'h', 'X', ']', '}', 'a', 'u', 't', 0x81, 0x8a, 0x8b, 0x8d, 0x93, '9', '-', '"', ','];

    [Theory]
    [InlineData("strided.pth")]
    [InlineData("strided_legacy.pth")]
    [InlineData("namespace.pth.tar")]
    [InlineData("deflated.pth")]
    [InlineData("malicious_protocol4.pth")]
    [InlineData(Tar)]
    [InlineData("tiny_se_caffe.caffemodel")]
    [InlineData("tiny_se_caffe_legacy_dims.caffemodel")]
    [InlineData("dtypes.safetensors")]
    public void Open_MutatedFile_SucceedsOrIsRefused(string name)
    {
        byte[] original = name == Tar ? TarBytes.Checkpoint() : File.ReadAllBytes(SharedFiles.Shared($"reference/checkpoints/{name}"));
        int mutations = Setting("SENET_FUZZ_MUTATIONS", DefaultMutations);
        var random = new Random(Setting("SENET_FUZZ_SEED", 1709));
        using var folder = new TempFolder();
        string path = folder["weights"];
        var watch = Stopwatch.StartNew();
        TimeSpan slowest = TimeSpan.Zero;
        int accepted = 0;
        for (int i = 0; i < mutations; i++)
        {
            byte[] mutated = Mutate(original, random);
            PyTorchProbe.Overwrite(path, mutated);
            TimeSpan before = watch.Elapsed;
            accepted += Check(path, mutated, i) ? 1 : 0;
            TimeSpan took = watch.Elapsed - before;
            slowest = took > slowest ? took : slowest;
            Assert.True(took < Slow, $"mutation {i} took {took}");
        }
        output.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{name}: {mutations} mutations, {accepted} accepted, {mutations / watch.Elapsed.TotalSeconds:F0} per second, slowest {slowest.TotalMilliseconds:F0} ms"));
    }

    static bool Check(string path, byte[] mutated, int index)
    {
        long before = GC.GetAllocatedBytesForCurrentThread();
        try
        {
            bool accepted = TryLoad(path);
            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 2 * mutated.Length + (64 << 20));
            return accepted;
        }
        catch (Exception exception)
        {
            string kept = Path.Combine(Path.GetTempPath(), $"senet-fuzz-{index}.weights");
            File.WriteAllBytes(kept, mutated);
            throw new InvalidOperationException($"mutation {index}, kept as {kept}: {exception.Message}", exception);
        }
    }

    static bool TryLoad(string path)
    {
        try
        {
            using Checkpoint checkpoint = CheckpointFile.Open(path);
            foreach (CheckpointTensor tensor in checkpoint.Tensors.Concat(checkpoint.Format == CheckpointFormat.Caffe ? CaffeWeights.Convert(checkpoint) : []))
                Assert.True(tensor.Shape.SequenceEqual(tensor.Load().Shape));
            return true;
        }
        catch (SenetException exception) when (exception.Message.StartsWith(path + ": ", StringComparison.Ordinal) && !exception.Message.Contains('\n'))
        {
            return false;
        }
    }

    static byte[] Mutate(byte[] original, Random random)
    {
        var bytes = new List<byte>(original);
        for (int edits = 1 + random.Next(4); edits > 0; edits--)
            Edit(bytes, random);
        return [.. bytes];
    }

    static void Edit(List<byte> bytes, Random random)
    {
        if (bytes.Count < 64)
            return;
        int at = random.Next(bytes.Count), length = Math.Min(1 + random.Next(16), bytes.Count - at);
        switch (random.Next(8))
        {
            case 0:
                bytes[at] ^= (byte)(1 << random.Next(8));
                break;
            case 1:
                bytes[at] = (byte)random.Next(256);
                break;
            case 2:
                bytes[at] = (byte)Interesting[random.Next(Interesting.Length)];
                break;
            case 3:
                bytes.RemoveRange(at, length);
                break;
            case 4:
                bytes.InsertRange(random.Next(bytes.Count), bytes.GetRange(at, length));
                break;
            case 5 when random.Next(8) == 0:
                bytes.RemoveRange(at, bytes.Count - at);
                break;
            case 6:
                bytes.InsertRange(at, CaffeComposer.Varint((ulong)random.NextInt64() >> random.Next(63)));
                break;
            default:
                // Lengths, counts and offsets are 4 or 8 bytes: all ones, or a large power of two.
                for (int i = 0; i < Math.Min(length, random.Next(2) == 0 ? 4 : 8); i++)
                    bytes[at + i] = (byte)(random.Next(4) == 0 ? 0x40 : 0xff);
                break;
        }
    }

    static int Setting(string variable, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(variable), NumberStyles.None, CultureInfo.InvariantCulture, out int value) ? value : otherwise;
}
