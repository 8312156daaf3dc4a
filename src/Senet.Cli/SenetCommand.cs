using System.CommandLine;

namespace Senet.Cli;

/// <summary>A command with examples for its help.</summary>
sealed class SenetCommand(string name, string description, params (string Line, string Meaning)[] examples) : Command(name, description)
{
    public IReadOnlyList<(string Line, string Meaning)> Examples { get; } = examples;

    /// <summary>Options that the help lists under headings of their own; the others come first.</summary>
    public IReadOnlyList<OptionGroup> Groups { get; set; } = [];
}
