using System.CommandLine;

namespace Senet.Cli;

/// <summary>Options under a heading of a command's help.</summary>
sealed record OptionGroup(string Title, IReadOnlyList<Option> Options);
