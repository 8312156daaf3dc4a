using Senet.Graph;

namespace Senet.Training;

/// <summary>What a run writes down while it trains. None of it changes a bit of the weights; what is off costs nothing.</summary>
public sealed record LogOptions
{
    /// <summary>The files to write; empty writes none.</summary>
    public IReadOnlyList<LogFormat> Formats { get; init; } = [];

    /// <summary>Steps from one record of loss, rate and throughput to the next, counted over the whole run.</summary>
    public int Every { get; init; } = 10;

    /// <summary>Steps between two records of the squeeze-and-excitation blocks' gates; 0 for none.</summary>
    public int GatesEvery { get; init; }

    /// <summary>Steps between two records of the gradients' norms; 0 for none.</summary>
    public int GradientsEvery { get; init; }

    /// <summary>Throws when a value is outside its range.</summary>
    /// <exception cref="SenetException">It is; the message names it as the command's option.</exception>
    public void Validate()
    {
        Require(Every >= 1, "log-every", Every, "at least 1");
        Require(GatesEvery >= 0, "gates-every", GatesEvery, "0 or more");
        Require(GradientsEvery >= 0, "gradients-every", GradientsEvery, "0 or more");
        if (Formats.Count == 0 && (GatesEvery > 0 || GradientsEvery > 0))
            throw new SenetException("--gates-every and --gradients-every: there is no log to write them to; add --log tensorboard, jsonl or csv");
    }

    static void Require(bool condition, string option, int value, string expected)
    {
        if (!condition)
            throw new SenetException(FormattableString.Invariant($"--{option} {value}: expected {expected}"));
    }
}
