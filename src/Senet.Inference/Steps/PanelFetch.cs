using System.Numerics;
using Senet.Inference.Kernels;

namespace Senet.Inference.Steps;

/// <summary>The weights of a panel, to be fetched by tiles of the panel before it, each an equal part.</summary>
unsafe struct PanelFetch
{
    /// <summary>The first two tiles fetch a line of 64 bytes for each k: a panel of two vectors has two.</summary>
    public const int FewTiles = 2;

    /// <summary>All tiles, or most of them: each takes a fraction of a line for each k.</summary>
    public const int AllTiles = 16;

    byte* _next;
    nint _step;
    int _left;

    /// <param name="weights">The panel before, which the other follows.</param>
    /// <param name="panel">Its size; there are lines to fetch for panels of two vectors of 16.</param>
    /// <param name="fetchingTiles">Tiles to share it out to; 0 for none.</param>
    /// <param name="tiles">Tiles that there are.</param>
    public PanelFetch(float* weights, Panel panel, int fetchingTiles, int tiles)
    {
        const int BytesForK = 2 * WeightLines.Bytes;
        if (fetchingTiles == 0 || panel.Vectors != 2)
            return;
        // A power of two, so that steps add up to a panel.
        _left = 1 << BitOperations.Log2((uint)Math.Clamp(tiles, FewTiles, fetchingTiles));
        _step = BytesForK / _left;
        _next = (byte*)weights + (long)panel.Depth * BytesForK;
    }

    /// <summary>Gives a tile its part, or nothing where all is given away.</summary>
    public bool Take(Tile* tile)
    {
        bool takes = _left > 0;
        tile->Prefetch = takes ? _next : null;
        tile->PrefetchStep = takes ? _step : 0;
        _next += _step * tile->Depth;
        _left--;
        return takes;
    }
}
