using Senet.Cli;

namespace Senet.Tests;

/// <summary>Runs the command in this process and keeps what it wrote.</summary>
sealed record CommandLine(int ExitCode, string Output, string Error)
{
    public static CommandLine Run(params string[] args)
    {
        using var output = new StringWriter();
        using var error = new StringWriter();
        int code = SenetCli.Run(args, new Terminal(output, error));
        return new(code, output.ToString(), error.ToString());
    }

    /// <summary>Runs and asserts success, showing the errors if there are any.</summary>
    public static string Succeed(params string[] args)
    {
        CommandLine run = Run(args);
        Assert.True(run.ExitCode == 0, $"exit code {run.ExitCode}: {run.Error}{run.Output}");
        return run.Output;
    }
}
