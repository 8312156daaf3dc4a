using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Senet.Cli;
using Senet.Data;
using Senet.Weights;

namespace Senet.Tests;

public sealed class ScanCommandTests : IDisposable
{
    readonly TempFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Scan_CleanFolder_ReportsAndSucceeds()
    {
        string data = TinyPhotos.Create(_folder, 12);
        string output = CommandLine.Succeed("scan", data);
        Assert.Contains("24 images: 24 usable, 0 not", output, StringComparison.Ordinal);
        Assert.Contains("PNG 24", output, StringComparison.Ordinal);
        Assert.Contains("32 x 32 24", output, StringComparison.Ordinal);
        Assert.DoesNotContain("unusable:", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("de-DE")]
    [InlineData("tr-TR")]
    public void Scan_BadAndRepeatedFiles_JsonHasAllAndCountsAddUp(string culture)
    {
        string data = TinyPhotos.Create(_folder, 6);
        File.WriteAllText(Path.Combine(data, "light", "page\nbreak.JPG"), "<html>");
        File.WriteAllBytes(Path.Combine(data, "light", "empty.GIF"), []);
        File.Copy(Path.Combine(data, "light", "00.png"), Path.Combine(data, TinyPhotos.Brackets, "wrong.png"));

        CommandLine run = InCulture.Run(culture, () => CommandLine.Run("scan", data, "--json"));

        Assert.Equal(1, run.ExitCode);
        JsonElement json = JsonDocument.Parse(run.Output).RootElement;
        Assert.Equal((15, 13, 2), (json.GetProperty("count").GetInt32(), json.GetProperty("usable").GetInt32(), json.GetProperty("unusable").GetInt32()));
        JsonElement part = json.GetProperty("parts")[0];
        Assert.Equal("all", part.GetProperty("name").GetString());
        Assert.Equal([(7, 0), (8, 2)], part.GetProperty("classes").EnumerateArray().Select(c => (c.GetProperty("count").GetInt32(), c.GetProperty("unusable").GetInt32())));
        Assert.Equal(13, json.GetProperty("formats").EnumerateArray().Sum(f => f.GetProperty("count").GetInt32()));
        Assert.Equal(1, json.GetProperty("duplicates").GetProperty("differentLabels").GetInt32());
        Assert.Equal(["empty.GIF", "page\nbreak.JPG"], json.GetProperty("unusableImages").EnumerateArray().Select(i => Path.GetFileName(i.GetProperty("image").GetString()!)));

        CommandLine table = CommandLine.Run("scan", data);
        Assert.Contains(@"page\nbreak.JPG: this is an HTML page", table.Output, StringComparison.Ordinal);
        Assert.Contains("different labels: ", table.Output, StringComparison.Ordinal);
        Assert.Contains("--quarantine DIR", table.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Scan_QuarantineAndUndo_MoveThereAndBack()
    {
        string data = TinyPhotos.Create(_folder, 4), bin = _folder["bin"];
        string bad = Path.Combine(data, "light", "page.jpg");
        File.WriteAllText(bad, "<html>");

        CommandLine inside = CommandLine.Run("scan", data, "--quarantine", Path.Combine(data, "bin"));
        Assert.Equal(2, inside.ExitCode);
        Assert.Contains("lies inside the data set", inside.Error, StringComparison.Ordinal);

        string moved = CommandLine.Succeed("scan", data, "--quarantine", bin);
        Assert.Contains("1 file moved to", moved, StringComparison.Ordinal);
        Assert.False(File.Exists(bad));
        CommandLine.Succeed("scan", data);

        Assert.Contains("1 file moved back", CommandLine.Succeed("scan", data, "--undo", bin), StringComparison.Ordinal);
        Assert.Equal("<html>", File.ReadAllText(bad));
        Assert.Equal(1, CommandLine.Run("scan", data, "--undo", bin).ExitCode);
        Assert.Equal(2, CommandLine.Run("scan", data, "--undo", bin, "--quarantine", bin).ExitCode);
    }

    [Fact]
    public void PredictEvaluateAndScan_SameOddFiles_SayTheSame()
    {
        string data = TinyPhotos.Create(_folder, 3);
        string model = TinyModel.Write(_folder);
        string[] odd = ["cut.png", "page.jpg", "void.gif", "scan.tif", "photo.heic"];
        byte[] png = File.ReadAllBytes(Path.Combine(data, "light", "00.png"));
        byte[][] contents = [png[..(png.Length / 2)], "<html>"u8.ToArray(), [], "II*\0........"u8.ToArray(), "\0\0\0\u0018ftypheic"u8.ToArray()];
        for (int i = 0; i < odd.Length; i++)
            File.WriteAllBytes(Path.Combine(data, "light", odd[i]), contents[i]);

        Dictionary<string, string> Reasons(JsonNode? list) => list!.AsArray().ToDictionary(i => Path.GetFileName((string)i!["image"]!), i => (string)i!["reason"]!);
        CommandLine scan = CommandLine.Run("scan", data, "--json"), predict = CommandLine.Run("predict", model, data, "--json"), evaluate = CommandLine.Run("evaluate", model, data, "--on-bad-image", "skip");
        Dictionary<string, string> scanned = Reasons(JsonNode.Parse(scan.Output)!["unusableImages"]), predicted = Reasons(JsonNode.Parse(predict.Output)!["failures"]);

        Assert.Equal((1, 1, 0), (scan.ExitCode, predict.ExitCode, evaluate.ExitCode));
        Assert.Equal(odd.Order(StringComparer.Ordinal), scanned.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(scanned.OrderBy(i => i.Key, StringComparer.Ordinal), predicted.OrderBy(i => i.Key, StringComparer.Ordinal));
        Assert.Equal(6, JsonNode.Parse(predict.Output)!["predictions"]!.AsArray().Count);
        foreach ((string name, string reason) in scanned)
            Assert.Contains($"{name}: {reason}", evaluate.Error, StringComparison.Ordinal);
        Assert.Contains("6 images of 2 classes, 5 left out", evaluate.Output, StringComparison.Ordinal);
        CommandLine stopped = CommandLine.Run("evaluate", model, data);
        Assert.Equal(1, stopped.ExitCode);
        Assert.Contains("5 of 11 images cannot be used", stopped.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Predict_LoopOfLinksAndOddNames_FindsEveryImageOnce()
    {
        string data = TinyPhotos.Create(_folder, 1);
        string model = TinyModel.Write(_folder);
        Directory.CreateSymbolicLink(Path.Combine(data, "light", "loop"), data);
        File.Copy(Path.Combine(data, "light", "00.png"), Path.Combine(data, "light", "new\nline ü.png"));
        foreach (string images in (string[])[data, $"{data}/**/*.png"])
        {
            JsonNode json = JsonNode.Parse(CommandLine.Succeed("predict", model, images, "--json"))!;
            Assert.Equal(3, json["predictions"]!.AsArray().Count);
        }
        JsonNode level = JsonNode.Parse(CommandLine.Succeed("predict", model, $"{data}/*/0?.png", "--json"))!;
        Assert.Equal(2, level["predictions"]!.AsArray().Count);
    }

    [Fact]
    public void Scan_Interrupted_SaysSoAndEnds()
    {
        if (OperatingSystem.IsWindows())
            Assert.Skip("Windows has no signal that interrupts one process alone");
        string data = TinyPhotos.Create(_folder, 1);
        // Seconds of work: pictures of 9 megapixels, which end in different bytes so that none is another's duplicate.
        string first = Path.Combine(data, "light", "large-000.png");
        PngFile.Write(first, new ImagePixels(3000, 3000, 3, new byte[3 * 3000 * 3000]));
        byte[] large = File.ReadAllBytes(first);
        const int Count = 400;
        for (int i = 1; i < Count; i++)
            File.WriteAllBytes(Path.Combine(data, "light", FormattableString.Invariant($"large-{i:D3}.png")), [.. large, (byte)i]);
        var start = new ProcessStartInfo("dotnet", [Path.Combine(AppContext.BaseDirectory, "Senet.Cli.dll"), "scan", data, "--workers", "1"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        start.Environment[SenetCache.Variable] = _folder["cache"];
        using Process scan = Process.Start(start)!;
        // Twenty seconds of work in all: in the middle of it, also where other tests hold the processors.
        Thread.Sleep(4000);
        using (Process kill = Process.Start("kill", ["-INT", scan.Id.ToString(CultureInfo.InvariantCulture)]))
            kill.WaitForExit();
        string error = scan.StandardError.ReadToEnd();
        scan.WaitForExit();
        Assert.Equal(130, scan.ExitCode);
        Assert.Equal("senet: stopping\nsenet: interrupted\n", error[^"senet: stopping\nsenet: interrupted\n".Length..]);
        Assert.Equal("", scan.StandardOutput.ReadToEnd());
    }
}
