using System.CommandLine;
using Senet.Training;

namespace Senet.Cli;

/// <summary>The options for what a run writes down.</summary>
sealed class LogFlags
{
    static readonly (string Name, LogFormat Value)[] s_formats = [("tensorboard", LogFormat.TensorBoard), ("jsonl", LogFormat.JsonLines), ("csv", LogFormat.Csv)];

    readonly Option<string?> _formats = Opt.Text(
        "--log", $"Write steps and epochs down in the run's folder log/: {string.Join(", ", s_formats.Select(format => format.Name))}, or none; a resumed run goes on with its own.", "LIST");
    readonly Option<int?> _every = Opt.Whole("--log-every", "Steps from one record to the next (default 10).");
    readonly Option<int?> _gates = Opt.Whole("--gates-every", "Steps between two records of every SE block's gates: mean, standard deviation, shares below 0.1 and above 0.9 (default 0, none).");
    readonly Option<int?> _gradients = Opt.Whole("--gradients-every", "Steps between two records of the gradients' norms, of the whole network and of each stage (default 0, none).");

    public IEnumerable<Option> All => [_formats, _every, _gates, _gradients];

    /// <summary><paramref name="options"/> with the changes asked for; null where none is.</summary>
    /// <exception cref="UsageException">A format that there is not, or a number out of range.</exception>
    public LogOptions? Read(ParseResult parsed, LogOptions options)
    {
        if (!All.Any(parsed.IsGiven))
            return null;
        LogOptions log = options with
        {
            Formats = parsed.GetValue(_formats) is { } list ? Formats(list) : options.Formats,
            Every = parsed.GetValue(_every) ?? options.Every,
            GatesEvery = parsed.GetValue(_gates) ?? options.GatesEvery,
            GradientsEvery = parsed.GetValue(_gradients) ?? options.GradientsEvery,
        };
        try
        {
            log.Validate();
        }
        catch (Graph.SenetException error)
        {
            throw new UsageException(error.Message);
        }
        if (log.Formats.Count == 0 && parsed.IsGiven(_every))
            throw new UsageException($"{_every.Name}: there is no log to write to; add {_formats.Name} tensorboard, jsonl or csv");
        return log;
    }

    LogFormat[] Formats(string list) => list == "none" ? [] : Array.ConvertAll(list.Split(',', StringSplitOptions.TrimEntries), Format);

    LogFormat Format(string name)
    {
        int index = Array.FindIndex(s_formats, format => format.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
        return index >= 0 ? s_formats[index].Value : throw new UsageException($"{_formats.Name} {name}: expected {string.Join(", ", s_formats.Select(format => format.Name))} or none");
    }
}
