using System.Buffers.Binary;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Senet.Data;
using Senet.Graph;
using Senet.Tests;
using Senet.Training.Logging;
using Tensorboard;

namespace Senet.Training.Tests;

public sealed class RunLogTests : IDisposable
{
    static readonly LogFormat[] s_all = [LogFormat.TensorBoard, LogFormat.JsonLines, LogFormat.Csv];

    readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Train_EverythingLogged_GivesTheBytesOfARunWithoutLogs()
    {
        TinyImages.Write(_folder["data"], perClass: 8);
        Trainer.Train(Settings("silent", new()));
        Trainer.Train(Settings("logged", new() { Formats = s_all, Every = 1, GatesEvery = 1, GradientsEvery = 1 }));
        Assert.Equal(File.ReadAllBytes(_folder["silent/model.safetensors"]), File.ReadAllBytes(_folder["logged/model.safetensors"]));
        Assert.False(Directory.Exists(_folder["silent/log"]));

        JsonElement[] lines = [.. File.ReadLines(_folder["logged/log/log.jsonl"]).Select(line => JsonDocument.Parse(line).RootElement)];
        Assert.Equal(Enumerable.Range(1, 4), Of("step").Select(line => line.GetProperty("step").GetInt32()));
        Assert.Equal([1, 2], Of("epoch").Select(line => line.GetProperty("epoch").GetInt32()));
        string[] blocks = [.. ArchitectureRegistry.Get("se-resnet-8").Build().Nodes.OfType<SqueezeExciteNode>().Select(node => node.Name)];
        Assert.Equal(Enumerable.Repeat(blocks, 4).SelectMany(names => names), Of("gate").Select(line => line.GetProperty("part").GetString()));
        // A fresh block's sigmoid is near one half.
        Assert.All(Of("gate"), line => Assert.InRange(line.GetProperty("mean").GetDouble(), 0.2, 0.8));
        Assert.All(Of("gate"), line => Assert.InRange(line.GetProperty("below_0.1").GetDouble() + line.GetProperty("above_0.9").GetDouble(), 0, 1));
        foreach (IGrouping<int, JsonElement> step in Of("gradient").GroupBy(line => line.GetProperty("step").GetInt32()))
        {
            Dictionary<string, double> norms = step.ToDictionary(line => line.GetProperty("part").GetString()!, line => line.GetProperty("norm").GetDouble());
            Assert.Equal(["all", "stem", "stage1", "stage2", "stage3", "classifier"], norms.Keys);
            Assert.Equal(norms["all"] * norms["all"], norms.Where(norm => norm.Key != "all").Sum(norm => norm.Value * norm.Value), 1e-9);
            Assert.All(norms.Values, norm => Assert.True(norm > 0));
        }
        string[] table = File.ReadAllLines(_folder["logged/log/gate.csv"]);
        Assert.Equal("step,epoch,part,mean,std,below_0.1,above_0.9", table[0]);
        Assert.Equal(1 + 4 * blocks.Length, table.Length);
        Assert.StartsWith($"1,1,{blocks[0]},0.", table[1], StringComparison.Ordinal);

        IEnumerable<JsonElement> Of(string kind) => lines.Where(line => line.GetProperty("kind").GetString() == kind);
    }

    [Fact]
    public void Train_EventFile_IsWhatTensorBoardReads()
    {
        TinyImages.Write(_folder["data"], perClass: 8);
        Trainer.Train(Settings("run", new() { Formats = [LogFormat.TensorBoard], Every = 1 }));
        byte[] file = File.ReadAllBytes(_folder["run/log/events.out.tfevents.senet"]);
        var messages = new List<Event>();
        for (int at = 0; at < file.Length;)
        {
            int length = (int)BinaryPrimitives.ReadUInt64LittleEndian(file.AsSpan(at));
            Assert.Equal(Masked(Crc(file.AsSpan(at, 8))), BinaryPrimitives.ReadUInt32LittleEndian(file.AsSpan(at + 8)));
            Assert.Equal(Masked(Crc(file.AsSpan(at + 12, length))), BinaryPrimitives.ReadUInt32LittleEndian(file.AsSpan(at + 12 + length)));
            messages.Add(Event.Parser.ParseFrom(file, at + 12, length));
            at += 12 + length + 4;
        }
        Assert.Equal("brain.Event:2", messages[0].FileVersion);
        Assert.All(messages, message => Assert.InRange(message.WallTime, 1.7e9, 1e10));
        Assert.Equal([1, 2, 2, 3, 4, 4], messages.Skip(1).Select(message => message.Step));
        Assert.Equal(["step/loss", "step/epoch_loss", "step/epoch_top1", "step/learning_rate", "step/images_per_second"], messages[1].Summary.Value.Select(value => value.Tag));
        EpochMetrics row = new RunFolder(_folder["run"]).ReadMetrics()[1];
        Assert.Equal(row.ValidationLoss, messages[6].Summary.Value.Single(value => value.Tag == "epoch/validation_loss").SimpleValue, 1e-4);

        // The check value of CRC-32C, so that this test's own arithmetic is right.
        Assert.Equal(0xE3069283, Crc("123456789"u8));
    }

    [Fact]
    public void Resume_FromAnEarlierState_HoldsEveryStepOnce()
    {
        TinyImages.Write(_folder["data"], perClass: 8);
        Trainer.Train(Settings("run", new() { Formats = s_all, Every = 1, GatesEvery = 2, GradientsEvery = 2 }) with { KeepStates = 3, SaveInterval = TimeSpan.Zero });
        var run = new RunFolder(_folder["run"]);
        string[] files = ["log.jsonl", "step.csv", "epoch.csv", "gate.csv", "gradient.csv"];
        string[] whole = [.. files.Select(Text)];
        string events = Events();
        Assert.Equal(["state-0001-000001.safetensors", "state-0001-000002.safetensors", "state-0002-000000.safetensors"], run.KeptStates.Select(Path.GetFileName));

        // As a kill leaves it: records of steps whose state was not saved, and half a record. The log's options come with the run.
        foreach (string state in run.KeptStates.Take(2).Reverse())
        {
            foreach (string file in files.Append("events.out.tfevents.senet"))
                File.AppendAllText(Path.Combine(run.LogPath, file), "9,9,0.");
            File.Copy(state, run.LastPath, overwrite: true);
            Trainer.Resume(new() { Data = "", RunFolder = run.Path, Device = "cpu", Threads = 1 });
            Assert.Equal(whole, files.Select(Text));
            Assert.Equal(events, Events());
        }

        // Speeds differ; the rest must not. They are the last column of steps and the last three of epochs.
        string Text(string file)
        {
            int dropped = file switch { "step.csv" => 1, "epoch.csv" => 3, _ => 0 };
            IEnumerable<string> lines = File.ReadLines(Path.Combine(run.LogPath, file)).Select(line => Regex.Replace(line, "\"(images_per_second|[a-z]+_seconds)\":[^,}]+", ""));
            return string.Join('\n', lines.Select(line => string.Join(',', line.Split(',').SkipLast(dropped))));
        }

        string Events()
        {
            using FileStream stream = File.OpenRead(Path.Combine(run.LogPath, "events.out.tfevents.senet"));
            var text = new StringBuilder();
            foreach ((Event message, _) in EventLog.Read(stream))
                text.AppendLine(FormattableString.Invariant($"{message.Step} {string.Join(' ', message.Summary?.Value.Where(value => !value.Tag.Contains("second", StringComparison.Ordinal)).Select(value => FormattableString.Invariant($"{value.Tag}={value.SimpleValue}")) ?? [])}"));
            return text.ToString();
        }
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Step_DiskFull_IsOneLineAboutTheFile(bool atOnce)
    {
        var file = new LogFile(_folder["log.jsonl"], new FullDisk(atOnce));
        using var log = new RunLog(new() { Formats = [LogFormat.JsonLines], Every = 1 }, [new JsonLinesLog(file)]);
        SenetException error = Assert.Throws<SenetException>(() =>
        {
            log.Step(1, 0.5, new(1, 1, 4, 0.5, 0.5, 0.1, 100, TimeSpan.Zero));
            log.Flush();
        });
        Assert.StartsWith($"{_folder["log.jsonl"]}: cannot be written: the disk is full (", error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }

    [Fact]
    public void Write_NumberThatIsNotFinite_IsNullInJson()
    {
        using (var log = JsonLinesLog.Open(_folder["log.jsonl"], new(0, 0)))
            log.Write(new("gradient", "all", 1, 1, [("norm", double.PositiveInfinity)]));
        Assert.Equal("""{"kind":"gradient","part":"all","step":1,"epoch":1,"norm":null}""" + "\n", File.ReadAllText(_folder["log.jsonl"]));
    }

    [Theory]
    [InlineData(0, 0, 0, "--log-every 0: expected at least 1")]
    [InlineData(1, -1, 0, "--gates-every -1: expected 0 or more")]
    [InlineData(1, 1, 0, "there is no log to write them to")]
    public void Validate_OutOfRange_IsAClearError(int every, int gates, int gradients, string expected) => Assert.Contains(
        expected, Assert.Throws<SenetException>(() => new LogOptions { Every = every, GatesEvery = gates, GradientsEvery = gradients }.Validate()).Message, StringComparison.Ordinal);

    // 16 images at a fraction of 0.25 leave 12: two steps of 6 per epoch.
    TrainingSettings Settings(string run, LogOptions log) => new()
    {
        Data = _folder["data"],
        RunFolder = _folder[run],
        Architecture = "se-resnet-8",
        Recipe = Recipes.SmallImages with { Epochs = 2, BatchSize = 6, LearningRate = 0.05, Seed = 7, Augmentation = new() { Crop = CropMode.PadAndCrop, Padding = 1, Flip = false } },
        ValidationFraction = 0.25,
        Device = "cpu",
        Threads = 1,
        Log = log,
    };

    // Bit by bit, the reflected polynomial 0x1EDC6F41.
    static uint Crc(ReadOnlySpan<byte> data)
    {
        uint crc = uint.MaxValue;
        foreach (byte value in data)
        {
            crc ^= value;
            for (int bit = 0; bit < 8; bit++)
                crc = (crc & 1) != 0 ? (crc >> 1) ^ 0x82F63B78 : crc >> 1;
        }
        return ~crc;
    }

    static uint Masked(uint crc) => ((crc >> 15) | (crc << 17)) + 0xA282EAD8;

    sealed class FullDisk(bool atOnce) : MemoryStream
    {
        static IOException Full => new("No space left on device", OperatingSystem.IsWindows() ? unchecked((int)0x80070070) : 28);

        public override void Write(ReadOnlySpan<byte> buffer)
        {
            if (atOnce)
                throw Full;
        }

        public override void Flush() => throw Full;
    }
}
