using System.Numerics;
using Senet.Inference.Kernels;

namespace Senet.Inference.Steps;

/// <summary>The weights of a panel, to be fetched by tiles of the panel before it, each an equal part.</summary>
unsafe struct PanelFetch
{
    /// <summary>As few tiles as can: each fetches a line of 64 bytes for each k.</summary>
    public const int FewTiles = 1;

    /// <summary>All tiles, or most of them: each takes a fraction of a line for each k.</summary>
    public const int AllTiles = 16;

    byte* _next;
    nint _step;
    int _left;

    /// <param name="panel">The weights to fetch, or null; those of as many k as the tiles have that fetch them.</param>
    /// <param name="vectors">Vectors of the panel: two are one line for each k or two, and of one nothing is fetched.</param>
    /// <param name="lanes">Floats of a vector.</param>
    /// <param name="fetchingTiles">Tiles to share it out to, if there can be so few; 0 for none.</param>
    /// <param name="tiles">Tiles that there are.</param>
    public PanelFetch(float* panel, int vectors, int lanes, int fetchingTiles, int tiles)
    {
        int bytesForK = 2 * lanes * sizeof(float);
        int fewest = bytesForK / WeightLines.Bytes;
        if (panel == null || fetchingTiles == 0 || vectors != 2 || fewest == 0)
            return;
        // A power of two, so that steps add up to a panel.
        _left = 1 << BitOperations.Log2((uint)Math.Clamp(tiles, fewest, Math.Max(fewest, fetchingTiles)));
        _step = bytesForK / _left;
        _next = (byte*)panel;
    }

    /// <summary>Gives the next tiles their parts; how many of them have one, or 0 where all is given away.</summary>
    public int Take(Tile* tiles, int count)
    {
        int taking = Math.Min(count, _left);
        tiles->Prefetch = taking > 0 ? _next : null;
        tiles->PrefetchStep = taking > 0 ? _step : 0;
        _next += taking * _step * tiles->Depth;
        _left -= taking;
        return taking;
    }
}
