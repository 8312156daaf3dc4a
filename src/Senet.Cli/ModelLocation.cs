using Senet.Graph;
using Senet.Inference;
using Senet.Training;

namespace Senet.Cli;

/// <summary>What MODEL may be: a model file, or a run folder, which stands for its best model.</summary>
static class ModelLocation
{
    /// <summary>Where either may be given: a file or folder of that name is a model; anything else is an architecture's id.</summary>
    public static bool IsPath(string name) =>
        name.EndsWith(".safetensors", StringComparison.OrdinalIgnoreCase) || name.EndsWith(PlanFile.Extension, StringComparison.OrdinalIgnoreCase) || name.AsSpan().ContainsAny("/\\")
        || File.Exists(name) || (Directory.Exists(name) && File.Exists(Path.Combine(name, "model.safetensors")));

    /// <summary>The model file that <paramref name="path"/> names.</summary>
    /// <exception cref="SenetException">There is none; the message says what is there instead.</exception>
    public static string Resolve(string path)
    {
        if (File.Exists(path))
            return path;
        if (!Directory.Exists(path))
            throw new SenetException($"{path}: no such file or folder; expected a model.safetensors or a run folder");
        var run = new RunFolder(path);
        if (File.Exists(run.ModelPath))
            return run.ModelPath;
        throw new SenetException(run.HoldsRun
            ? $"{path}: the run has no model yet, because no epoch was completed; go on with: senet train --resume {Quoting.Argument(path)}"
            : $"{path}: holds no model.safetensors; expected a model file or a run folder");
    }

    /// <summary>The model file that <paramref name="path"/> names, for commands that need the weights themselves.</summary>
    /// <exception cref="SenetException">There is none, or it is a compiled plan.</exception>
    public static string ResolveModel(string path)
    {
        string file = Resolve(path);
        return PlanFile.IsPlan(file)
            ? throw new SenetException($"{file}: a compiled plan runs on the managed engine alone; name the model file that it was made of")
            : file;
    }
}
