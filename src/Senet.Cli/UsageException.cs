using Senet.Graph;

namespace Senet.Cli;

/// <summary>The command line itself is wrong: options that contradict each other or lie out of range.</summary>
sealed class UsageException(string message) : SenetException(message);
