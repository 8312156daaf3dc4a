using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Senet.Weights;
using Spectre.Console;

namespace Senet.Cli.Commands;

/// <summary><c>senet pull</c>: lists public checkpoints, or downloads one.</summary>
sealed class PullCommand
{
    static readonly TimeSpan s_lineInterval = TimeSpan.FromSeconds(10);

    readonly Terminal _terminal;
    readonly Argument<string?> _name = new("NAME") { Description = "The checkpoint; without it, all are listed.", Arity = ArgumentArity.ZeroOrOne };
    readonly Option<string?> _output = Opt.Text("--output", "File or folder to put it in (default: models in the cache folder).", "FILE|FOLDER");
    readonly Option<string?> _mirror = Opt.Text("--mirror", "Server to ask instead: replaces https://host of the address, or, with {host}, {path} or {file} in it, all of it.", "URL");
    readonly Option<bool> _offline = Opt.Flag("--offline", "Download nothing: find the file, or say which one to put where.");
    readonly Option<bool> _json = Opt.Flag("--json", "Print JSON.");

    PullCommand(Terminal terminal) => _terminal = terminal;

    public static Command Create(Terminal terminal)
    {
        var pull = new PullCommand(terminal);
        var command = new SenetCommand(
            "pull",
            "Downloads a public checkpoint, going on where an earlier download stopped, and checks it. HTTP_PROXY, HTTPS_PROXY and NO_PROXY are honoured.",
            ("senet pull", "the checkpoints"),
            ("senet pull cadene-se-resnet-50", "downloads one"),
            ("senet pull cadene-se-resnet-50 --mirror http://files.example/lip6", "asks http://files.example/lip6/cadene/... for it"),
            ("senet pull caffe-senet-154 --offline", "says where to put a file that was downloaded by hand"))
        {
            pull._name, pull._output, pull._mirror, pull._offline, pull._json,
        };
        command.SetAction(pull.Run);
        return command;
    }

    int Run(ParseResult parsed)
    {
        bool json = parsed.GetValue(_json);
        if (parsed.GetValue(_name) is { } name)
            Download(parsed, PublishedCheckpoints.Get(name), json);
        else if (FirstGiven(parsed) is { } option)
            throw new UsageException($"{option.Name}: give the NAME of a checkpoint too");
        else if (json)
            JsonOutput.Write(_terminal.Out, PublishedCheckpoints.All);
        else
            WriteTable();
        return ExitCode.Success;
    }

    Option? FirstGiven(ParseResult parsed) => new Option[] { _output, _mirror, _offline }.FirstOrDefault(option => parsed.IsGiven(option));

    void Download(ParseResult parsed, PublishedCheckpoint checkpoint, bool json)
    {
        var options = new DownloadOptions { Mirror = parsed.GetValue(_mirror), Offline = parsed.GetValue(_offline) };
        string target = Target(parsed.GetValue(_output), checkpoint);
        using var interruption = new Interruption(() => _terminal.Error.WriteLine("senet: stopping; the same command goes on later"));
        using var downloader = new CheckpointDownloader(options);
        DownloadResult result = Watch(checkpoint, report => downloader.DownloadAsync(checkpoint, target, report, interruption.Token).GetAwaiter().GetResult());
        if (json)
            JsonOutput.Write(_terminal.Out, new { checkpoint.Name, result.Path, result.Bytes, result.Sha256, IsVerified = checkpoint.HasHash, result.Received });
        else
            WriteResult(checkpoint, result);
    }

    static string Target(string? output, PublishedCheckpoint checkpoint)
    {
        if (output is null)
            return Path.Combine(CheckpointFolder.Default, checkpoint.FileName);
        return Directory.Exists(output) || Path.EndsInDirectorySeparator(output) ? Path.Combine(output, checkpoint.FileName) : output;
    }

    void WriteResult(PublishedCheckpoint checkpoint, DownloadResult result)
    {
        if (!checkpoint.HasHash)
            _terminal.Error.WriteLine($"note: no hash is published for this file; its SHA-256 is {result.Sha256}");
        _terminal.Out.WriteLine(result.Path);
        string options = checkpoint.ConvertOptions is { } needed ? $" {needed}" : "";
        _terminal.Out.WriteLine($"next: senet convert {Quoting.Argument(result.Path)}{options}");
    }

    // A bar on a terminal; elsewhere a line now and then on the error stream, so that the output is the result alone.
    DownloadResult Watch(PublishedCheckpoint checkpoint, Func<Action<DownloadProgress>, DownloadResult> download)
    {
        if (!_terminal.IsInteractive)
            return download(Lines(checkpoint));
        return _terminal.Console.Progress()
            .AutoClear(true)
            .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new DownloadedColumn(), new TransferSpeedColumn(), new RemainingTimeColumn())
            .Start(context =>
            {
                ProgressTask bar = context.AddTask(Markup.Escape(checkpoint.Name), maxValue: 1);
                bar.IsIndeterminate = true;
                return download(state => Show(bar, state));
            });
    }

    void Show(ProgressTask bar, DownloadProgress state)
    {
        if (state.Message is { } message)
            _terminal.Console.Write(new Text(message + "\n", new Style(Color.Yellow)));
        bar.IsIndeterminate = state.Total is null;
        bar.MaxValue = Math.Max(1, state.Total ?? state.Bytes);
        bar.Value = state.Bytes;
    }

    Action<DownloadProgress> Lines(PublishedCheckpoint checkpoint)
    {
        var sinceLine = Stopwatch.StartNew();
        return state =>
        {
            if (state.Message is null && sinceLine.Elapsed < s_lineInterval)
                return;
            sinceLine.Restart();
            string total = state.Total is { } bytes ? $" of {Numbers.Bytes(bytes)}" : "";
            _terminal.Error.WriteLine(state.Message ?? $"{checkpoint.Name}: {Numbers.Bytes(state.Bytes)}{total}");
        };
    }

    void WriteTable()
    {
        Table table = Tables.Create("name", "network", "origin", ">size", ">top-1, %", "licence");
        foreach (PublishedCheckpoint checkpoint in PublishedCheckpoints.All)
        {
            table.Row(
                checkpoint.Name, checkpoint.Architecture, checkpoint.Url is null ? $"{checkpoint.Origin} (by hand)" : checkpoint.Origin,
                checkpoint.Bytes is { } bytes ? Numbers.Bytes(bytes) : checkpoint.PublishedSize ?? "-",
                checkpoint.Top1?.ToString("F2", CultureInfo.InvariantCulture) ?? "-", checkpoint.Licence ?? "-");
        }
        _terminal.Write(table);
        _terminal.Out.WriteLine("Accuracies, sizes and licences as their origins publish them: top-1 on ImageNet, akamaster's on CIFAR-10; '-' where nothing is stated.");
        _terminal.Out.WriteLine("'senet pull NAME' downloads one; those marked 'by hand' have links for people only, which it names.");
    }
}
