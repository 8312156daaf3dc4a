using System.CommandLine;
using System.Globalization;
using Senet.Data;
using Senet.Training;
using Spectre.Console;

namespace Senet.Cli.Commands;

/// <summary><c>senet scan</c>: what lies in a data set, and what of it cannot be used.</summary>
sealed class ScanCommand
{
    // What a screen holds; --json has everything.
    const int ShownClasses = 50;
    const int ShownGroups = 20;
    const int ShownImages = 4;
    const int ShownSizes = 5;
    const byte Background = 255;

    readonly Terminal _terminal;
    readonly Argument<string> _data = new("DATA") { Description = "Images in any form that 'senet train' reads, or a folder of images without classes." };
    readonly Option<bool> _json = Opt.Flag("--json", "Print one JSON object and nothing else.");
    readonly Option<string?> _quarantine = Opt.Text("--quarantine", "Move images that cannot be used into this folder, with a manifest; nothing is overwritten.", "DIR");
    readonly Option<string?> _undo = Opt.Text("--undo", "Move everything in this quarantine back, without a scan.", "DIR");
    readonly Option<int?> _workers = Opt.Whole("--workers", "Threads that decode (default: all processors).");
    readonly Option<bool> _rescan = Opt.Flag("--rescan", "Read every file again, also those that an earlier scan found good and that have the same length and time of change.");
    readonly Option<bool> _stored = Opt.IgnoreOrientation();

    ScanCommand(Terminal terminal) => _terminal = terminal;

    public static Command Create(Terminal terminal)
    {
        var scan = new ScanCommand(terminal);
        var command = new SenetCommand(
            "scan",
            "Decodes every image of a data set and reports formats, sizes, classes, duplicates, leaks between training and validation, and unusable images. The exit code is 1 while such images are there.",
            ("senet scan photos/", "a report"),
            ("senet scan photos/ --json > scan.json", "everything, for a program"),
            ("senet scan photos/ --quarantine photos-unusable", "moves what cannot be used out of the way"),
            ("senet scan photos/ --undo photos-unusable", "moves it back"))
        {
            scan._data, scan._json, scan._quarantine, scan._undo, scan._workers, scan._rescan, scan._stored,
        };
        command.SetAction(scan.Run);
        return command;
    }

    int Run(ParseResult parsed)
    {
        string data = parsed.GetValue(_data)!;
        int workers = parsed.GetValue(_workers).AtLeast(1, "--workers") ?? Environment.ProcessorCount;
        string? quarantine = parsed.GetValue(_quarantine);
        using var interruption = new Interruption(() => _terminal.Error.WriteLine("senet: stopping"));
        if (parsed.GetValue(_undo) is { } undo)
        {
            if (quarantine is not null)
                throw new UsageException("--quarantine and --undo: give one of them");
            return Undo(data, undo, interruption.Token);
        }
        bool json = parsed.GetValue(_json);
        DataInventory inventory = DataInventory.Open(data, applyOrientation: !parsed.GetValue(_stored));
        if (quarantine is not null)
            CheckOutside(inventory, quarantine);
        ScanCache? cache = ScanCaches.Open(data, forget: parsed.GetValue(_rescan));
        DataSetReport report = Scan(inventory, workers, cache, json, interruption.Token);
        QuarantineResult? moved = quarantine is null ? null : Move(inventory, report, quarantine, interruption.Token);
        if (json)
            WriteJson(data, report, moved, cache?.Reused ?? 0);
        else
            WriteReport(data, report, cache?.Reused ?? 0);
        return Finish(report, data, moved, json);
    }

    DataSetReport Scan(DataInventory inventory, int workers, ScanCache? cache, bool json, CancellationToken cancellationToken)
    {
        int total = inventory.Parts.Sum(part => part.Images.Count);
        ScanReport[] All(Action<int> progress)
        {
            try
            {
                int before = 0;
                var scans = new ScanReport[inventory.Parts.Count];
                for (int i = 0; i < scans.Length; i++)
                {
                    IImageSource images = inventory.Parts[i].Images;
                    int first = before;
                    scans[i] = DataScanner.Scan(images, images.NativeChannels, Background, workers, new ProgressRelay(done => progress(first + done)), cancellationToken, cache);
                    before += images.Count;
                }
                return scans;
            }
            finally
            {
                // Also of a scan that was stopped: the next one goes on from there.
                cache?.Save();
            }
        }
        ScanReport[] reports = !json && _terminal.IsInteractive
            ? _terminal.Console.Progress()
                .AutoClear(true)
                .Columns(new TaskDescriptionColumn(), new ProgressBarColumn(), new PercentageColumn(), new RemainingTimeColumn())
                .Start(context =>
                {
                    ProgressTask bar = context.AddTask(string.Create(CultureInfo.InvariantCulture, $"scanning {total} images"), maxValue: total);
                    return All(done => bar.Value = done);
                })
            : All(Lines(total));
        return DataSetReport.Of(inventory, reports);
    }

    Action<int> Lines(int total)
    {
        var interval = TimeSpan.FromSeconds(10);
        long last = Environment.TickCount64;
        return done =>
        {
            if (TimeSpan.FromMilliseconds(Environment.TickCount64 - last) < interval)
                return;
            last = Environment.TickCount64;
            _terminal.Error.WriteLine($"scanning: {Numbers.Grouped(done)} of {Numbers.Grouped(total)} images");
        };
    }

    static void CheckOutside(DataInventory inventory, string quarantine)
    {
        string root = Path.TrimEndingDirectorySeparator(Path.GetFullPath(inventory.Root)) + Path.DirectorySeparatorChar;
        if (inventory.IsFolder && (Path.TrimEndingDirectorySeparator(Path.GetFullPath(quarantine)) + Path.DirectorySeparatorChar).StartsWith(root, StringComparison.Ordinal))
            throw new UsageException($"--quarantine {ImageFiles.Printable(quarantine)}: lies inside the data set, where it would be taken for a class; give a folder outside");
    }

    static QuarantineResult Move(DataInventory inventory, DataSetReport report, string quarantine, CancellationToken cancellationToken)
    {
        (int moved, IReadOnlyList<string> left) = Quarantine.Move(
            inventory.Root, quarantine, report.Parts.SelectMany(part => part.Scan.Bad).Select(bad => (bad.Image, bad.Reason)), cancellationToken);
        return new(quarantine, moved, left);
    }

    int Undo(string data, string quarantine, CancellationToken cancellationToken)
    {
        string root = File.Exists(data) ? Path.GetDirectoryName(Path.GetFullPath(data))! : data;
        (int moved, IReadOnlyList<string> left) = Quarantine.Undo(root, quarantine, cancellationToken);
        foreach (string line in left)
            _terminal.Error.WriteLine($"left in quarantine: {line}");
        _terminal.Out.WriteLine($"{Numbers.Count(moved, "file", "files")} moved back from {ImageFiles.Printable(quarantine)}");
        return left.Count > 0 ? ExitCode.Failed : ExitCode.Success;
    }

    int Finish(DataSetReport report, string data, QuarantineResult? moved, bool json)
    {
        int rest = report.BadCount - (moved?.Moved ?? 0);
        foreach (string line in moved?.Left ?? [])
            _terminal.Error.WriteLine($"not moved: {line}");
        if (!json && moved is not null)
            _terminal.Out.WriteLine($"{Numbers.Count(moved.Moved, "file", "files")} moved to {ImageFiles.Printable(moved.Folder)}; move back with: senet scan {Quoting.Argument(data)} --undo {Quoting.Argument(moved.Folder)}");
        else if (!json && rest > 0)
            _terminal.Out.WriteLine($"move them away with: senet scan {Quoting.Argument(data)} --quarantine DIR");
        return rest > 0 ? ExitCode.Failed : ExitCode.Success;
    }

    void WriteReport(string data, DataSetReport report, int reused)
    {
        TextWriter output = _terminal.Out;
        foreach (string note in report.Inventory.Notes)
            _terminal.Error.WriteLine($"note: {ImageFiles.Printable(note)}");
        string known = reused > 0 ? $", {Numbers.Grouped(reused)} of them unchanged since an earlier scan" : "";
        output.WriteLine($"{ImageFiles.Printable(data)}: {Numbers.Count(report.Count, "image", "images")}{known}: {Numbers.Grouped(report.Count - report.BadCount)} usable, {Numbers.Grouped(report.BadCount)} not");
        WriteClasses(report);
        Table facts = Tables.Create("what", "of the usable images");
        facts.Row("formats", Tallied(report.Formats.Select(f => (f.Key, f.Value))));
        facts.Row("pixels", Tallied(report.Channels.Select(c => (c.Key, c.Value))));
        facts.Row("width", Spread(report, image => image.Width));
        facts.Row("height", Spread(report, image => image.Height));
        facts.Row("bytes", Spread(report, image => image.Bytes));
        facts.Row("sizes", Tallied(report.Sizes.Take(ShownSizes).Select(s => (string.Create(CultureInfo.InvariantCulture, $"{s.Key.Width} x {s.Key.Height}"), s.Value))) + (report.Sizes.Count > ShownSizes ? $", {Numbers.Grouped(report.Sizes.Count - ShownSizes)} more" : ""));
        _terminal.Write(facts);
        WriteDuplicates(report);
        foreach ((string name, int images) in report.NearEmptyClasses.Take(ShownClasses))
            output.WriteLine($"few images: class '{ImageFiles.Printable(name)}' has {Numbers.Grouped(images)}");
        foreach (PartReport part in report.Parts)
        {
            foreach (OddImage odd in part.Scan.Odd)
                output.WriteLine($"odd: {odd.Message}");
            foreach (BadImage bad in part.Scan.Bad)
                output.WriteLine($"unusable: {bad.Message}");
        }
    }

    void WriteClasses(DataSetReport report)
    {
        Table table = Tables.Create(["class", .. report.Parts.SelectMany(part => new[] { $">{part.Data.Name}", ">unusable" })]);
        int shown = Math.Min(report.Inventory.Classes.Count, ShownClasses);
        for (int i = 0; i < shown; i++)
            table.Row([report.Inventory.Classes[i].Length == 0 ? "(no class)" : ImageFiles.Printable(report.Inventory.Classes[i]), .. report.Parts.SelectMany(part => Cells(part.PerClass[i], part.UsablePerClass[i]))]);
        if (report.Inventory.Classes.Count > shown)
        {
            table.Row([$"{Numbers.Grouped(report.Inventory.Classes.Count - shown)} more classes", .. report.Parts.SelectMany(part => Cells(part.PerClass.Skip(shown).Sum(), part.UsablePerClass.Skip(shown).Sum()))]);
        }
        table.Row(["total", .. report.Parts.SelectMany(part => Cells(part.PerClass.Sum(), part.UsablePerClass.Sum()))]);
        _terminal.Write(table);

        static string[] Cells(int all, int usable) => [Numbers.Grouped(all), all == usable ? "" : Numbers.Grouped(all - usable)];
    }

    void WriteDuplicates(DataSetReport report)
    {
        if (report.Duplicates.Count == 0)
            return;
        TextWriter output = _terminal.Out;
        output.WriteLine($"duplicates: {Numbers.Count(report.RepeatedImages, "image repeats", "images repeat")} another of the same part; {Numbers.Count(report.LeakedImages, "image is", "images are")} in an earlier part too (a leak); {Numbers.Count(report.ContradictoryGroups, "image has", "images have")} different labels");
        // The worst first: wrong labels, leaks, then plain repeats.
        foreach (DuplicateGroup group in report.Duplicates.OrderBy(g => g.IsContradictory ? 0 : g.IsLeak ? 1 : 2).Take(ShownGroups))
        {
            string kind = group.IsContradictory ? "different labels" : group.IsLeak ? "leak" : "repeat";
            string more = group.Images.Count > ShownImages ? $", {Numbers.Grouped(group.Images.Count - ShownImages)} more" : "";
            output.WriteLine($"{kind}: {string.Join(", ", group.Images.Take(ShownImages).Select(image => ImageFiles.Printable(Describe(report, image))))}{more}");
        }
        if (report.Duplicates.Count > ShownGroups)
            output.WriteLine($"{Numbers.Grouped(report.Duplicates.Count - ShownGroups)} more groups of duplicates (all in --json)");
    }

    static string Describe(DataSetReport report, ImageOccurrence image) => report.Parts[image.Part].Data.Images.Describe(image.Index);

    static string Tallied(IEnumerable<(string Name, int Count)> counts) => string.Join(", ", counts.Select(c => $"{c.Name} {Numbers.Grouped(c.Count)}"));

    static string Spread(DataSetReport report, Func<ScannedImage, double> select)
    {
        double[] q = report.Quantiles(select, 0, 0.05, 0.5, 0.95, 1);
        return $"{Numbers.Grouped((long)q[0])} to {Numbers.Grouped((long)q[4])}, half of them up to {Numbers.Grouped((long)q[2])}, nine in ten {Numbers.Grouped((long)q[1])} to {Numbers.Grouped((long)q[3])}";
    }

    void WriteJson(string data, DataSetReport report, QuarantineResult? moved, int reused)
    {
        double[] shares = [0, 0.05, 0.25, 0.5, 0.75, 0.95, 1];
        object Spread(Func<ScannedImage, double> select)
        {
            double[] q = report.Quantiles(select, shares);
            return new { Min = q[0], P5 = q[1], P25 = q[2], Median = q[3], P75 = q[4], P95 = q[5], Max = q[6] };
        }
        JsonOutput.Write(_terminal.Out, new
        {
            Data = data,
            report.Count,
            Usable = report.Count - report.BadCount,
            Unusable = report.BadCount,
            Reused = reused,
            report.Inventory.Notes,
            Parts = report.Parts.Select(part => new
            {
                part.Data.Name,
                part.Scan.Count,
                Unusable = part.Scan.Bad.Count,
                Classes = report.Inventory.Classes.Select((name, i) => new { Name = name, Count = part.PerClass[i], Unusable = part.PerClass[i] - part.UsablePerClass[i] }),
            }),
            Formats = report.Formats.Select(f => new { Format = f.Key, Count = f.Value }),
            Channels = report.Channels.Select(c => new { Kind = c.Key, Count = c.Value }),
            Width = Spread(image => image.Width),
            Height = Spread(image => image.Height),
            Bytes = Spread(image => image.Bytes),
            Sizes = report.Sizes.Select(s => new { s.Key.Width, s.Key.Height, Count = s.Value }),
            NearEmptyClasses = report.NearEmptyClasses.Select(c => new { c.Class, c.Images }),
            Duplicates = new
            {
                Repeated = report.RepeatedImages,
                Leaked = report.LeakedImages,
                DifferentLabels = report.ContradictoryGroups,
                Groups = report.Duplicates.Select(group => new
                {
                    Leak = group.IsLeak,
                    DifferentLabels = group.IsContradictory,
                    Images = group.Images.Select(image => new { Image = Describe(report, image), Part = report.Parts[image.Part].Data.Name, Class = report.Inventory.Classes[image.Label] }),
                }),
            },
            OddImages = report.Parts.SelectMany(part => part.Scan.Odd).Select(odd => new { odd.Image, odd.Reason }),
            UnusableImages = report.Parts.SelectMany(part => part.Scan.Bad.Select(bad => new { bad.Image, Part = part.Data.Name, Class = report.Inventory.Classes[part.Data.Images.Label(bad.Index)], bad.Reason })),
            Quarantine = moved is null ? null : new { moved.Folder, moved.Moved, moved.Left },
        });
    }

    sealed record QuarantineResult(string Folder, int Moved, IReadOnlyList<string> Left);
}
