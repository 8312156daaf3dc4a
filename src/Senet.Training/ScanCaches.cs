using Senet.Data;
using Senet.Graph;
using Senet.Weights;

namespace Senet.Training;

/// <summary>The scan caches in the user's cache folder, shared by scanning, training and evaluation.</summary>
public static class ScanCaches
{
    const int LeastImages = 500;

    /// <summary>The cache of a data set; null where the user has no folder for it.</summary>
    /// <param name="data">The data set's path, as the user gave it.</param>
    /// <param name="forget">Whether to start empty.</param>
    public static ScanCache? Open(string data, bool forget = false)
    {
        try
        {
            return ScanCache.Open(Path.Combine(SenetCache.Folder, "scans"), data, forget, LeastImages);
        }
        catch (SenetException)
        {
            return null;
        }
    }
}
