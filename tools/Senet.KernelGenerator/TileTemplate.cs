using System.Globalization;
using System.Text;

namespace Senet.KernelGenerator;

/// <summary>
/// Writes TileKernels.g.cs: a compiler keeps an accumulator in a register only if it has a name of its own, so that each tile
/// size is a method of its own with its rows written out.
/// </summary>
static class TileTemplate
{
    public const int MostRows = 14;

    /// <summary>Where the file lies in the repository.</summary>
    public const string Path = "src/Senet.Inference/Kernels/TileKernels.g.cs";

    public static string Generate()
    {
        var text = new StringBuilder();
        Line(text, 0, "// Written by tools/Senet.KernelGenerator; edit TileTemplate.cs there and run it again.");
        Line(text, 0, "using System.Runtime.CompilerServices;");
        Line(text, 0, "using System.Runtime.Intrinsics.X86;");
        Line(text, 0, "using Senet.Inference.Simd;");
        Line(text, 0, "");
        Line(text, 0, "namespace Senet.Inference.Kernels;");
        Line(text, 0, "");
        Line(text, 0, "/// <summary>");
        Line(text, 0, "/// The one kernel that does nearly all multiplications: a tile of rows (pixels) by one or two vectors of output channels.");
        Line(text, 0, "/// x0, x1, ... accumulate the first vector of row 0, 1, ..., y0, y1, ... the second; p and q hold the weights of input k,");
        Line(text, 0, "/// and v one row's input k in every lane. The result is rounded as if k ran from first to last, whatever the tile.");
        Line(text, 0, "/// </summary>");
        Line(text, 0, "static unsafe class TileKernels");
        Line(text, 0, "{");
        Dispatch(text);
        for (int vectors = 1; vectors <= 2; vectors++)
        {
            for (int rows = 1; rows <= MostRows; rows++)
            {
                Line(text, 0, "");
                Kernel(text, rows, vectors);
            }
        }
        Line(text, 0, "}");
        return text.ToString();
    }

    static void Dispatch(StringBuilder text)
    {
        Line(text, 1, "/// <summary>Computes a tile of <paramref name=\"rows\"/> by <paramref name=\"vectors\"/>.</summary>");
        Line(text, 1, "public static void Run<TSimd, TVec, TRow>(int rows, int vectors, Tile* tile)");
        Constraints(text);
        Line(text, 1, "{");
        Line(text, 2, "if (vectors == 2)");
        Line(text, 2, "{");
        Cases(text, 3, 2);
        Line(text, 2, "}");
        Line(text, 2, "else");
        Line(text, 2, "{");
        Cases(text, 3, 1);
        Line(text, 2, "}");
        Line(text, 1, "}");
    }

    static void Cases(StringBuilder text, int depth, int vectors)
    {
        Line(text, depth, "switch (rows)");
        Line(text, depth, "{");
        for (int rows = 1; rows <= MostRows; rows++)
        {
            Line(text, depth + 1, $"case {rows}:");
            Line(text, depth + 2, $"Rows{rows}x{vectors}<TSimd, TVec, TRow>(tile);");
            Line(text, depth + 2, "break;");
        }
        Line(text, depth, "}");
    }

    static void Kernel(StringBuilder text, int rows, int vectors)
    {
        bool two = vectors == 2;
        Line(text, 1, "[MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]");
        Line(text, 1, $"static void Rows{rows}x{vectors}<TSimd, TVec, TRow>(Tile* tile)");
        Constraints(text);
        Line(text, 1, "{");
        Line(text, 2, "float* input = tile->A;");
        Line(text, 2, "int* offsets = tile->Offsets;");
        Line(text, 2, "float* b = tile->B;");
        if (two)
        {
            Line(text, 2, "byte* prefetch = tile->Prefetch == null ? (byte*)b : tile->Prefetch;");
            Line(text, 2, "nint step = tile->PrefetchStep;");
        }
        Line(text, 2, "TVec x0 = TSimd.Load(tile->Bias);");
        if (two)
            Line(text, 2, "TVec y0 = TSimd.Load(tile->Bias + TSimd.Lanes);");
        for (int r = 1; r < rows; r++)
        {
            Line(text, 2, $"TVec x{r} = x0;");
            if (two)
                Line(text, 2, $"TVec y{r} = y0;");
        }
        Start(text, rows, two, "First");
        Start(text, rows, two, "Second");
        Line(text, 2, "for (int k = tile->Depth; k > 0; k--)");
        Line(text, 2, "{");
        Line(text, 3, "float* a = input + *offsets++;");
        Line(text, 3, "TVec p = TSimd.Load(b);");
        if (two)
            Line(text, 3, "TVec q = TSimd.Load(b + TSimd.Lanes);");
        Line(text, 3, $"b += {(two ? "2 * " : "")}TSimd.Lanes;");
        if (two)
        {
            Line(text, 3, "if (Sse.IsSupported)");
            Line(text, 4, "Sse.Prefetch1(prefetch);");
            Line(text, 3, "prefetch += step;");
        }
        for (int r = 0; r < rows; r++)
        {
            string address = r == 0 ? "a" : r == 1 ? "a + TRow.Floats" : $"a + {r} * TRow.Floats";
            Line(text, 3, $"{(r == 0 ? "TVec " : "")}v = TSimd.Broadcast({address});");
            Line(text, 3, $"x{r} = TSimd.MultiplyAdd(v, p, x{r});");
            if (two)
                Line(text, 3, $"y{r} = TSimd.MultiplyAdd(v, q, y{r});");
        }
        Line(text, 2, "}");
        Ends(text, rows, two);
        Line(text, 2, "TVec low = TSimd.Create(tile->Low);");
        Line(text, 2, "float* c = tile->C;");
        Line(text, 2, "nint down = tile->Row;");
        if (two)
            Line(text, 2, "nint right = tile->Next;");
        for (int r = 0; r < rows; r++)
        {
            Line(text, 2, $"x{r} = TSimd.AtLeast(low, x{r});");
            Line(text, 2, $"TSimd.Store(c, x{r});");
            if (two)
            {
                Line(text, 2, $"y{r} = TSimd.AtLeast(low, y{r});");
                Line(text, 2, $"TSimd.Store(c + right, y{r});");
            }
            if (r < rows - 1)
                Line(text, 2, "c += down;");
        }
        Line(text, 2, "if (tile->Sums != null)");
        Line(text, 2, "{");
        Line(text, 3, "float* sums = tile->Sums;");
        Line(text, 3, $"TSimd.Store(sums, TSimd.Add(TSimd.Load(sums), {Sum("x", 0, rows)}));");
        if (two)
            Line(text, 3, $"TSimd.Store(sums + TSimd.Lanes, TSimd.Add(TSimd.Load(sums + TSimd.Lanes), {Sum("y", 0, rows)}));");
        Line(text, 2, "}");
        Line(text, 1, "}");
    }

    // Gate and residual together are one multiply-add: squeeze-and-excitation then costs no instruction more than the residual alone.
    static void Ends(StringBuilder text, int rows, bool two)
    {
        Line(text, 2, "if (tile->Residual != null)");
        Line(text, 2, "{");
        Line(text, 3, "float* residual = tile->Residual;");
        Line(text, 3, "nint row = tile->ResidualRow;");
        if (two)
            Line(text, 3, "nint next = tile->ResidualNext;");
        Line(text, 3, "if (tile->Gate != null)");
        Line(text, 3, "{");
        Gates(text, 4, two);
        Add(text, 4, rows, two, (sum, gate, address) => $"{sum} = TSimd.MultiplyAdd({sum}, {gate}, TSimd.Load({address}));");
        Line(text, 3, "}");
        Line(text, 3, "else");
        Line(text, 3, "{");
        Add(text, 4, rows, two, (sum, _, address) => $"{sum} = TSimd.Add({sum}, TSimd.Load({address}));");
        Line(text, 3, "}");
        Line(text, 2, "}");
        Line(text, 2, "else if (tile->Gate != null)");
        Line(text, 2, "{");
        Gates(text, 3, two);
        Each(text, 3, rows, r => $"x{r} = TSimd.Multiply(x{r}, gate);");
        if (two)
            Each(text, 3, rows, r => $"y{r} = TSimd.Multiply(y{r}, second);");
        Line(text, 2, "}");
    }

    static void Gates(StringBuilder text, int depth, bool two)
    {
        Line(text, depth, "TVec gate = TSimd.Load(tile->Gate);");
        if (two)
            Line(text, depth, "TVec second = TSimd.Load(tile->Gate + TSimd.Lanes);");
    }

    static void Add(StringBuilder text, int depth, int rows, bool two, Func<string, string, string, string> statement)
    {
        for (int r = 0; r < rows; r++)
        {
            Line(text, depth, statement($"x{r}", "gate", "residual"));
            if (two)
                Line(text, depth, statement($"y{r}", "second", "residual + next"));
            if (r < rows - 1)
                Line(text, depth, "residual += row;");
        }
    }

    // Sums that the tile goes on from, one row behind the other.
    static void Start(StringBuilder text, int rows, bool two, string name)
    {
        Line(text, 2, $"if (tile->{name} != null)");
        Line(text, 2, "{");
        Line(text, 3, $"float* start = tile->{name};");
        for (int r = 0; r < rows; r++)
        {
            Line(text, 3, $"x{r} = TSimd.Add(x{r}, TSimd.Load(start + {(two ? 2 * r : r)} * TSimd.Lanes));");
            if (two)
                Line(text, 3, $"y{r} = TSimd.Add(y{r}, TSimd.Load(start + {2 * r + 1} * TSimd.Lanes));");
        }
        Line(text, 2, "}");
    }

    // A balanced sum: its error grows with the logarithm of the rows.
    static string Sum(string name, int first, int count) => count == 1
        ? name + first.ToString(CultureInfo.InvariantCulture)
        : $"TSimd.Add({Sum(name, first, count / 2)}, {Sum(name, first + count / 2, count - count / 2)})";

    static void Constraints(StringBuilder text)
    {
        Line(text, 2, "where TSimd : struct, ISimd<TSimd, TVec>");
        Line(text, 2, "where TVec : unmanaged");
        Line(text, 2, "where TRow : struct, IRowStride");
    }

    static void Each(StringBuilder text, int depth, int rows, Func<int, string> line)
    {
        for (int r = 0; r < rows; r++)
            Line(text, depth, line(r));
    }

    static void Line(StringBuilder text, int depth, string line)
    {
        if (line.Length > 0)
            text.Append(' ', 4 * depth).Append(line);
        text.Append('\n');
    }
}
