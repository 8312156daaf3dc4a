using System.CommandLine;
using System.Globalization;
using System.Runtime.InteropServices;
using Senet.Graph;
using Senet.Inference;
using Senet.Torch;
using Senet.Weights;
using Spectre.Console;

namespace Senet.Cli.Commands;

/// <summary><c>senet doctor</c>: what this machine offers and whether training works on it.</summary>
static class DoctorCommand
{
    public static Command Create(Terminal terminal)
    {
        Option<bool> json = Opt.Flag("--json", "Print JSON.");
        var command = new SenetCommand(
            "doctor",
            "Shows runtime, processor, libtorch, devices and caches; the exit code is 0 if training works.",
            ("senet doctor", "what to look at when something does not work, and what to put into a report"))
        {
            json,
        };
        command.SetAction(parsed => Run(terminal, parsed.GetValue(json)));
        return command;
    }

    static int Run(Terminal terminal, bool json)
    {
        TorchRuntimeReport torch = TorchRuntime.Describe();
        string? problem = torch.Error;
        IReadOnlyList<string> devices = [];
        if (problem is null)
        {
            try
            {
                devices = TorchDevice.Available();
                TorchCheck.Run();
            }
            catch (Exception error) when (error is SenetException or ExternalException or InvalidOperationException)
            {
                problem = error.Message.ReplaceLineEndings(" ");
            }
        }
        (string Name, string Value)[] facts = [.. Facts(torch, devices), ("training", problem is null ? "works" : $"does not work: {problem}")];
        if (json)
        {
            JsonOutput.Write(terminal.Out, new { Works = problem is null, Facts = facts.ToDictionary(fact => fact.Name, fact => fact.Value), Torch = torch, Devices = devices });
        }
        else
        {
            Table table = Tables.Create("", "");
            table.ShowHeaders = false;
            table.Border = TableBorder.None;
            foreach ((string name, string value) in facts)
                table.Row(name, value);
            terminal.Write(table);
        }
        return problem is null ? ExitCode.Success : ExitCode.Failed;
    }

    static IEnumerable<(string Name, string Value)> Facts(TorchRuntimeReport torch, IReadOnlyList<string> devices)
    {
        yield return ("version", ModelDescription.CurrentProducer);
        yield return ("runtime", $"{RuntimeInformation.FrameworkDescription} ({RuntimeInformation.RuntimeIdentifier})");
        yield return ("system", $"{RuntimeInformation.OSDescription}, {RuntimeInformation.OSArchitecture}");
        yield return ("processor", string.Create(CultureInfo.InvariantCulture, $"{Processor.Name()}, {Environment.ProcessorCount} usable"));
        yield return ("instructions", string.Join(", ", Processor.InstructionSets()));
        yield return ("engine", string.Create(CultureInfo.InvariantCulture, $"{InferencePlan.BestInstructionSet}, {Environment.ProcessorCount} threads"));
        yield return ("memory", $"{Numbers.Bytes(GC.GetGCMemoryInfo().TotalAvailableMemoryBytes)} usable");
        yield return ("TorchSharp", torch.TorchSharpVersion);
        yield return ("libtorch", torch.IsLoaded ? $"{torch.LibtorchVersion} ({torch.LibtorchKind}), {torch.NativeFolder}" : $"not loaded ({torch.NativeFolder ?? "not found"})");
        yield return ("native library", $"{torch.LibraryPath ?? "not loaded"}{(torch.IsPatched ? " (patched copy)" : "")}: {torch.PatchReason}");
        if (torch.HiddenCaches is not null)
            yield return ("convolutions", torch.HiddenCaches);
        if (torch.CppRuntimePath is not null)
            yield return ("libstdc++", $"{torch.CppRuntimePath}, {torch.NewestGlibcxx ?? "unknown version"}");
        yield return ("devices", devices.Count == 0 ? "none" : string.Join(", ", devices));
        yield return ("cache", Cache(torch.CacheFolder));
        yield return ("Fashion-MNIST", string.Join("; ", Quickstart.FashionMnist.Locations().Select(location => $"{location.Folder}: {(location.Present ? "present" : "not there")}")));
    }

    static string Cache(string? folder)
    {
        if (folder is null)
            return $"none: set {SenetCache.Variable} to a folder that can be written";
        if (!Directory.Exists(folder))
            return $"{folder} (not there yet)";
        try
        {
            long bytes = new DirectoryInfo(folder).EnumerateFiles("*", SearchOption.AllDirectories).Sum(file => file.Length);
            return $"{folder} ({Numbers.Bytes(bytes)})";
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return $"{folder} (cannot be read: {error.Message})";
        }
    }
}
