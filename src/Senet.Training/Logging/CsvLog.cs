using System.Globalization;
using System.Text;

namespace Senet.Training.Logging;

/// <summary>One table per kind of record, <c>step.csv</c> and so on: step, epoch, part where there are several, then the numbers.</summary>
sealed class CsvLog : LogSink
{
    readonly string _folder;
    readonly LogPosition _position;
    readonly Dictionary<string, LogFile> _files = new(StringComparer.Ordinal);
    readonly StringBuilder _line = new();

    /// <summary>Goes on with the tables in a folder.</summary>
    public CsvLog(string folder, LogPosition position)
    {
        _folder = folder;
        _position = position;
        // A table that is not asked for any more is cut back all the same; one that never was is not made.
        foreach (string kind in LogRecord.Kinds.Where(kind => File.Exists(PathOf(kind))))
            _files[kind] = Open(kind);
    }

    public override void Write(LogRecord record)
    {
        if (!_files.TryGetValue(record.Kind, out LogFile? file))
            _files[record.Kind] = file = Open(record.Kind);
        _line.Clear();
        if (file.IsEmpty)
            _line.Append("step,epoch").Append(record.Part is null ? "" : ",part").Append(string.Concat(record.Values.Select(value => $",{value.Name}"))).Append('\n');
        _line.Append(CultureInfo.InvariantCulture, $"{record.Step},{record.Epoch}");
        if (record.Part is not null)
            _line.Append(',').Append(record.Part);
        foreach ((_, double value) in record.Values)
            _line.Append(CultureInfo.InvariantCulture, $",{value:G9}");
        file.Write(Encoding.UTF8.GetBytes(_line.Append('\n').ToString()));
    }

    public override void Flush()
    {
        foreach (LogFile file in _files.Values)
            file.Flush();
    }

    public override void Dispose()
    {
        foreach (LogFile file in _files.Values)
            file.Dispose();
    }

    string PathOf(string kind) => Path.Combine(_folder, $"{kind}.csv");

    LogFile Open(string kind)
    {
        return new(PathOf(kind), stream => LogLines.Kept(stream, Holds));

        bool Holds(string line)
        {
            string[] cells = line.Split(',', 3);
            if (cells is ["step", "epoch", ..])
                return true;
            return cells.Length == 3
                && long.TryParse(cells[0], NumberStyles.None, CultureInfo.InvariantCulture, out long step)
                && int.TryParse(cells[1], NumberStyles.None, CultureInfo.InvariantCulture, out int epoch)
                && _position.Holds(kind, step, epoch);
        }
    }
}
