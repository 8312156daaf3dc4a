using Senet.KernelGenerator;

// Run in the root of the repository: dotnet run --project tools/Senet.KernelGenerator
if (!File.Exists("Senet.slnx"))
{
    Console.Error.WriteLine($"{Directory.GetCurrentDirectory()}: there is no Senet.slnx here; run this in the root of the repository");
    return 1;
}
File.WriteAllText(TileTemplate.Path, TileTemplate.Generate());
Console.WriteLine($"wrote {TileTemplate.Path}");
return 0;
