namespace Senet.Weights;

/// <summary>The folder of downloaded checkpoints: <c>models</c> in the cache.</summary>
public static class CheckpointFolder
{
    /// <summary>Full path of the folder; it need not exist yet.</summary>
    /// <exception cref="Senet.Graph.SenetException">As for <see cref="SenetCache.Folder"/>.</exception>
    public static string Default => Path.Combine(SenetCache.Folder, "models");
}
