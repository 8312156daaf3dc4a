using System.Buffers.Binary;
using System.Numerics;
using System.Runtime.InteropServices;
using Google.Protobuf;
using Tensorboard;

namespace Senet.Training.Logging;

/// <summary>
/// An event file for TensorBoard: TFRecords of <see cref="Event"/> messages. The messages are TorchSharp's. Its SummaryWriter
/// is not used: it keeps wall times as float32, 128 s apart, opens the file anew for every number, and cannot go on with a
/// file, so that a resumed run would show steps twice.
/// </summary>
/// <remarks>A TFRecord is the length (8 bytes, little-endian), the masked CRC-32C of those, the message, and its masked CRC-32C.</remarks>
sealed class EventLog : LogSink
{
    const int HeaderLength = sizeof(ulong) + sizeof(uint);

    const string EpochTag = $"{LogRecord.EpochKind}/epoch";

    // Larger than any record of numbers; a length beyond is a torn or foreign file.
    const int MaxLength = 1 << 24;

    readonly LogFile _file;
    readonly TimeProvider _clock;

    public EventLog(LogFile file, TimeProvider clock)
    {
        _file = file;
        _clock = clock;
        if (file.IsEmpty)
            Write(new Event { FileVersion = "brain.Event:2", WallTime = Now });
    }

    public static EventLog Open(string path, LogPosition position) =>
        new(new LogFile(path, stream => Kept(stream, position)), TimeProvider.System);

    double Now => _clock.GetUtcNow().ToUnixTimeMilliseconds() / 1000.0;

    /// <summary>Writes the numbers under <c>kind/part/name</c>.</summary>
    public override void Write(LogRecord record)
    {
        var summary = new Summary();
        string prefix = record.Part is null ? record.Kind : $"{record.Kind}/{record.Part}";
        foreach ((string name, double value) in record.Values)
            summary.Value.Add(new Summary.Types.Value { Tag = $"{prefix}/{name}", SimpleValue = (float)value });
        if (record.Kind == LogRecord.EpochKind)
            summary.Value.Add(new Summary.Types.Value { Tag = EpochTag, SimpleValue = record.Epoch });
        Write(new Event { Step = record.Step, WallTime = Now, Summary = summary });
    }

    public override void Flush() => _file.Flush();

    public override void Dispose() => _file.Dispose();

    void Write(Event message)
    {
        byte[] body = message.ToByteArray();
        byte[] record = new byte[HeaderLength + body.Length + sizeof(uint)];
        BinaryPrimitives.WriteUInt64LittleEndian(record, (ulong)body.Length);
        BinaryPrimitives.WriteUInt32LittleEndian(record.AsSpan(sizeof(ulong)), MaskedCrc(record.AsSpan(0, sizeof(ulong))));
        body.CopyTo(record, HeaderLength);
        BinaryPrimitives.WriteUInt32LittleEndian(record.AsSpan(HeaderLength + body.Length), MaskedCrc(body));
        _file.Write(record);
    }

    /// <summary>The messages of an event file, each with the file's length behind it, up to the first that is torn or damaged.</summary>
    internal static IEnumerable<(Event Message, long End)> Read(Stream stream)
    {
        byte[] header = new byte[HeaderLength];
        while (stream.ReadAtLeast(header, header.Length, throwOnEndOfStream: false) == header.Length)
        {
            ulong length = BinaryPrimitives.ReadUInt64LittleEndian(header);
            if (length > MaxLength || BinaryPrimitives.ReadUInt32LittleEndian(header.AsSpan(sizeof(ulong))) != MaskedCrc(header.AsSpan(0, sizeof(ulong))))
                yield break;
            byte[] record = new byte[(int)length + sizeof(uint)];
            if (stream.ReadAtLeast(record, record.Length, throwOnEndOfStream: false) < record.Length)
                yield break;
            if (BinaryPrimitives.ReadUInt32LittleEndian(record.AsSpan((int)length)) != MaskedCrc(record.AsSpan(0, (int)length)))
                yield break;
            yield return (Event.Parser.ParseFrom(record, 0, (int)length), stream.Position);
        }
    }

    static long Kept(Stream stream, LogPosition position)
    {
        long kept = 0;
        foreach ((Event message, long end) in Read(stream))
        {
            // An epoch's record carries its last step: the epoch is told by a number of its own.
            if (message.Summary is { } summary && !Holds(message.Step, summary, position))
                break;
            kept = end;
        }
        return kept;
    }

    static bool Holds(long step, Summary summary, LogPosition position)
    {
        Summary.Types.Value? epoch = summary.Value.FirstOrDefault(value => value.Tag == EpochTag);
        return epoch is null ? position.Holds(LogRecord.StepKind, step, 0) : position.Holds(LogRecord.EpochKind, step, (int)epoch.SimpleValue);
    }

    // TensorFlow rotates and shifts a CRC that is stored beside its data.
    static uint MaskedCrc(ReadOnlySpan<byte> data)
    {
        uint crc = uint.MaxValue;
        ReadOnlySpan<ulong> words = MemoryMarshal.Cast<byte, ulong>(data);
        foreach (ulong word in words)
            crc = BitOperations.Crc32C(crc, BitConverter.IsLittleEndian ? word : BinaryPrimitives.ReverseEndianness(word));
        foreach (byte value in data[(words.Length * sizeof(ulong))..])
            crc = BitOperations.Crc32C(crc, value);
        return BitOperations.RotateRight(~crc, 15) + 0xA282EAD8;
    }
}
