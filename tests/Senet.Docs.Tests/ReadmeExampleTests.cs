using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Senet.Tests;
using Senet.Torch;
using SkiaSharp;

namespace Senet.Docs.Tests;

/// <summary>The README's programs compile as they stand and do what they say.</summary>
public sealed partial class ReadmeExampleTests : IDisposable
{
    readonly TempFolder _folder = new();
    readonly string _before = Environment.CurrentDirectory;

    public ReadmeExampleTests()
    {
        Environment.CurrentDirectory = _folder.Path;
        TorchRuntime.EnsureLoaded();
        TorchSharp.torch.set_num_threads(1);
    }

    [Fact]
    public void TrainAFolder_ThenClassifyAPhoto_Run()
    {
        WritePhotos();
        // Twenty epochs at 224 pixels are more than a test needs; the rest stays as printed.
        string output = Run(Example("TrainAFolder", mostLines: 15).Replace("Epochs = 20", "Epochs = 1", StringComparison.Ordinal));
        Assert.Contains("epoch 1: ", output, StringComparison.Ordinal);
        Assert.Contains("best: ", output, StringComparison.Ordinal);
        File.Copy(Path.Combine("photos", "red", "0.png"), "cat.jpg");
        output = Run(Example("ClassifyAPhoto", mostLines: 5));
        Assert.Matches(@"(red|green): \d", output);
        Assert.Equal(2, output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length);
        output = Run(Example("EmbedAPhoto", mostLines: 15));
        Assert.Contains("512 features", output, StringComparison.Ordinal);
        Assert.Matches(@"layer4\.1\.se: 512 channels, mean gate 0\D\d{3}", output);
    }

    [Fact]
    public void DescribeANetwork_Runs() =>
        Assert.Contains("28,088,024 parameters, 3.860 GMACs, 2,530,992", Run(Example("DescribeANetwork", mostLines: 15)), StringComparison.Ordinal);

    [Fact]
    public void Commands_NamedInTheReadme_Exist()
    {
        string readme = File.ReadAllText(Path.Combine(SharedFiles.RepositoryRoot, "README.md"));
        string commands = Path.Combine(SharedFiles.RepositoryRoot, "src", "Senet.Cli", "Commands");
        foreach (Match match in Command().Matches(readme))
        {
            string name = match.Groups[1].Value;
            Assert.True(File.Exists(Path.Combine(commands, $"{char.ToUpperInvariant(name[0])}{name[1..]}Command.cs")), $"the README names 'senet {name}'");
        }
    }

    public void Dispose()
    {
        Environment.CurrentDirectory = _before;
        _folder.Dispose();
    }

    static void WritePhotos()
    {
        foreach ((string name, SKColor colour) in new[] { ("red", SKColors.Red), ("green", SKColors.Green) })
        {
            Directory.CreateDirectory(Path.Combine("photos", name));
            for (int i = 0; i < 5; i++)
            {
                using var bitmap = new SKBitmap(240, 230);
                bitmap.Erase(colour);
                bitmap.SetPixel(i, i, SKColors.White);
                using SKData data = bitmap.Encode(SKEncodedImageFormat.Png, 100);
                File.WriteAllBytes(Path.Combine("photos", name, $"{i}.png"), data.ToArray());
            }
        }
    }

    static string Example(string name, int mostLines)
    {
        string readme = File.ReadAllText(Path.Combine(SharedFiles.RepositoryRoot, "README.md")).ReplaceLineEndings("\n");
        Match match = Regex.Match(readme, $@"<!-- example: {name} -->\n```csharp\n(.*?)```", RegexOptions.Singleline);
        Assert.True(match.Success, $"the README has no example {name}");
        string code = match.Groups[1].Value;
        Assert.InRange(code.Split('\n').Count(line => line.Trim().Length > 0), 1, mostLines);
        return code;
    }

    static string Run(string code)
    {
        // What a new console project has: implicit usings and every assembly this test references.
        const string implicitUsings = "global using System; global using System.IO; global using System.Linq; global using System.Collections.Generic;";
        string[] assemblies = ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!).Split(Path.PathSeparator);
        CSharpCompilation compilation = CSharpCompilation.Create(
            "example",
            [CSharpSyntaxTree.ParseText(code), CSharpSyntaxTree.ParseText(implicitUsings)],
            assemblies.Select(path => MetadataReference.CreateFromFile(path)),
            new CSharpCompilationOptions(OutputKind.ConsoleApplication, nullableContextOptions: NullableContextOptions.Enable));
        using var image = new MemoryStream();
        var result = compilation.Emit(image);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics));
        MethodInfo main = Assembly.Load(image.ToArray()).EntryPoint!;
        TextWriter console = Console.Out;
        using var output = new StringWriter();
        Console.SetOut(output);
        try
        {
            object?[] arguments = main.GetParameters().Length == 0 ? [] : [Array.Empty<string>()];
            main.Invoke(null, arguments);
        }
        finally
        {
            Console.SetOut(console);
        }
        return output.ToString();
    }

    [GeneratedRegex(@"\./senet ([a-z]+)")]
    private static partial Regex Command();
}
