using System.Buffers;
using System.Text.Json;

namespace Senet.Training.Logging;

/// <summary>One JSON object per line and record: kind, part, step, epoch, then the numbers; one that is not finite is null.</summary>
sealed class JsonLinesLog(LogFile file) : LogSink
{
    readonly ArrayBufferWriter<byte> _buffer = new();

    public static JsonLinesLog Open(string path, LogPosition position) => new(new LogFile(path, stream => LogLines.Kept(stream, line => Holds(line, position))));

    public override void Write(LogRecord record)
    {
        _buffer.ResetWrittenCount();
        using (var json = new Utf8JsonWriter(_buffer))
        {
            json.WriteStartObject();
            json.WriteString("kind"u8, record.Kind);
            if (record.Part is not null)
                json.WriteString("part"u8, record.Part);
            json.WriteNumber("step"u8, record.Step);
            json.WriteNumber("epoch"u8, record.Epoch);
            foreach ((string name, double value) in record.Values)
            {
                if (double.IsFinite(value))
                    json.WriteNumber(name, value);
                else
                    json.WriteNull(name);
            }
            json.WriteEndObject();
        }
        _buffer.Write("\n"u8);
        file.Write(_buffer.WrittenSpan);
    }

    public override void Flush() => file.Flush();

    public override void Dispose() => file.Dispose();

    static bool Holds(string line, LogPosition position)
    {
        try
        {
            using JsonDocument document = JsonDocument.Parse(line);
            JsonElement root = document.RootElement;
            return position.Holds(root.GetProperty("kind").GetString()!, root.GetProperty("step").GetInt64(), root.GetProperty("epoch").GetInt32());
        }
        catch (Exception error) when (error is JsonException or KeyNotFoundException or InvalidOperationException or FormatException)
        {
            // Not a line of ours: what follows cannot be told apart either.
            return false;
        }
    }
}
