using System.Globalization;
using System.Text;

namespace Senet.KernelGenerator;

/// <summary>
/// Writes TileKernels.g.cs: a compiler keeps an accumulator in a register only if it has a name of its own, so that each tile
/// size is a method of its own with its rows written out. For the vectors that matter instructions are written out too; going through
/// a generic interface, a method takes the just-in-time compiler ten times as long.
/// </summary>
static class TileTemplate
{
    public const int MostRows = 14;

    // As Tile.Together.
    const int Together = 16;

    // Inputs of a turn where each has an offset of its own, and of the loop within a turn.
    const int Apart = 4;

    /// <summary>Where the file lies in the repository.</summary>
    public const string Path = "src/Senet.Inference/Kernels/TileKernels.g.cs";

    // With 512 bits an input is so many multiplications that a loop within a turn costs nothing.
    static readonly Instructions[] s_sets =
    [
        new("512", "Vector512<float>") { Lanes = 16, MostRows = 14, MostSingleRows = 14, MultiplyAdd = "Avx512F.FusedMultiplyAdd", Max = "Avx512F.Max" },
        new("256", "Vector256<float>") { Lanes = 8, MostRows = 6, MostSingleRows = 12, WritesOutTurns = true, MultiplyAdd = "Fma.MultiplyAdd", Max = "Avx.Max" },
        new("", "TVec") { MostRows = 6, MostSingleRows = 12, MultiplyAdd = "TSimd.MultiplyAdd", Max = "TSimd.AtLeast" },
    ];

    public static string Generate()
    {
        var text = new StringBuilder();
        Line(text, 0, "// Written by tools/Senet.KernelGenerator; edit TileTemplate.cs there and run it again.");
        Line(text, 0, "using System.Runtime.CompilerServices;");
        Line(text, 0, "using System.Runtime.Intrinsics;");
        Line(text, 0, "using System.Runtime.Intrinsics.X86;");
        Line(text, 0, "using Senet.Inference.Simd;");
        Line(text, 0, "");
        Line(text, 0, "namespace Senet.Inference.Kernels;");
        Line(text, 0, "");
        Line(text, 0, "/// <summary>");
        Line(text, 0, "/// The one kernel that does nearly all multiplications: tiles of rows (pixels) by one or two vectors of output channels, one behind the other.");
        Line(text, 0, "/// x0, x1, ... accumulate the first vector of row 0, 1, ..., y0, y1, ... the second; p and q hold the weights of input k,");
        Line(text, 0, "/// and v one row's input k in every lane. The result is rounded as if k ran from first to last, whatever the tile. Sixteen inputs");
        Line(text, 0, "/// side by side are one turn: what a turn costs beside multiplications counts where two threads share a core. With eight");
        Line(text, 0, "/// lanes a turn asks for the lines of the next one, which lie elsewhere.");
        Line(text, 0, "/// </summary>");
        Line(text, 0, "static unsafe class TileKernels");
        Line(text, 0, "{");
        Dispatch(text);
        foreach (Instructions set in s_sets)
        {
            for (int vectors = 1; vectors <= 2; vectors++)
            {
                for (int rows = 1; rows <= (vectors == 2 ? set.MostRows : set.MostSingleRows); rows++)
                {
                    Line(text, 0, "");
                    Kernel(text, set, rows, vectors);
                }
            }
        }
        Line(text, 0, "}");
        return text.ToString();
    }

    static void Dispatch(StringBuilder text)
    {
        Line(text, 1, "/// <summary>Computes tiles of <paramref name=\"rows\"/> by <paramref name=\"vectors\"/>.</summary>");
        Line(text, 1, "public static void Run<TSimd, TVec, TRow>(int rows, int vectors, Tile* tile)");
        Constraints(text, generic: true, fetch: false);
        Line(text, 1, "{");
        foreach (Instructions set in s_sets)
        {
            string head = set.IsGeneric ? "else" : $"if (typeof(TSimd) == typeof(Simd{set.Name}))";
            Line(text, 2, set == s_sets[0] || set.IsGeneric ? head : $"else {head}");
            Line(text, 2, "{");
            Line(text, 3, "if (vectors == 2)");
            Line(text, 3, "{");
            Cases(text, 4, set, 2);
            Line(text, 3, "}");
            Line(text, 3, "else");
            Line(text, 3, "{");
            Cases(text, 4, set, 1);
            Line(text, 3, "}");
            Line(text, 2, "}");
        }
        Line(text, 1, "}");
    }

    static void Cases(StringBuilder text, int depth, Instructions set, int vectors)
    {
        Line(text, depth, "switch (rows)");
        Line(text, depth, "{");
        for (int rows = 1; rows <= (vectors == 2 ? set.MostRows : set.MostSingleRows); rows++)
        {
            Line(text, depth + 1, $"case {rows}:");
            if (vectors == 2 && !set.IsGeneric)
            {
                Line(text, depth + 2, "if (tile->Prefetch != null)");
                Line(text, depth + 3, $"Rows{rows}x2V{set.Name}<TRow, Fetching>(tile);");
                Line(text, depth + 2, "else");
                Line(text, depth + 3, $"Rows{rows}x2V{set.Name}<TRow, NotFetching>(tile);");
            }
            else
            {
                Line(text, depth + 2, set.IsGeneric ? $"Rows{rows}x{vectors}<TSimd, TVec, TRow>(tile);" : $"Rows{rows}x{vectors}V{set.Name}<TRow>(tile);");
            }
            Line(text, depth + 2, "break;");
        }
        Line(text, depth + 1, "default:");
        Line(text, depth + 2, "throw new ArgumentOutOfRangeException(nameof(rows));");
        Line(text, depth, "}");
    }

    static void Kernel(StringBuilder text, Instructions set, int rows, int vectors)
    {
        bool two = vectors == 2;
        bool fetch = two && !set.IsGeneric;
        Line(text, 1, "[MethodImpl(MethodImplOptions.AggressiveOptimization | MethodImplOptions.NoInlining)]");
        Line(text, 1, set.IsGeneric ? $"static void Rows{rows}x{vectors}<TSimd, TVec, TRow>(Tile* tile)" : $"static void Rows{rows}x{vectors}V{set.Name}<TRow{(fetch ? ", TFetch" : "")}>(Tile* tile)");
        Constraints(text, set.IsGeneric, fetch);
        Line(text, 1, "{");
        Line(text, 2, "float* input = tile->A;");
        Line(text, 2, "float* first = tile->First;");
        Line(text, 2, "float* second = tile->Second;");
        Line(text, 2, "float* residual = tile->Residual;");
        Line(text, 2, "float* c = tile->C;");
        if (fetch)
        {
            Line(text, 2, "byte* prefetch = tile->Prefetch;");
            Line(text, 2, "nint step = tile->PrefetchStep;");
        }
        Line(text, 2, "for (int i = tile->Count; i > 0; i--)");
        Line(text, 2, "{");
        Body(text, set, rows, two);
        Line(text, 2, "}");
        Line(text, 1, "}");
    }

    static void Body(StringBuilder text, Instructions set, int rows, bool two)
    {
        Line(text, 3, "int* offsets = tile->Offsets;");
        Line(text, 3, "float* b = tile->B;");
        Line(text, 3, $"{set.Vector} x0 = {set.Load("tile->Bias")};");
        if (two)
            Line(text, 3, $"{set.Vector} y0 = {set.Load(set.Vectors("tile->Bias", 1))};");
        for (int r = 1; r < rows; r++)
        {
            Line(text, 3, $"{set.Vector} x{r} = x0;");
            if (two)
                Line(text, 3, $"{set.Vector} y{r} = y0;");
        }
        Start(text, set, rows, two, "first");
        Start(text, set, rows, two, "second");
        Line(text, 3, $"{set.Vector} p, {(two ? "q, " : "")}v;");
        Line(text, 3, "for (int k = tile->Turns; k > 0; k--)");
        Line(text, 3, "{");
        Line(text, 4, "float* a = input + *offsets;");
        Line(text, 4, $"offsets += {Together};");
        if (two && set.WritesOutTurns)
        {
            Line(text, 4, "float* next = input + *offsets;");
            Inputs(text, 4, set, rows, two, sideBySide: true, Together, ahead: true);
        }
        else
        {
            Line(text, 4, $"for (int j = 0; j < {Together / Apart}; j++)");
            Line(text, 4, "{");
            Inputs(text, 5, set, rows, two, sideBySide: true, Apart, ahead: false);
            Line(text, 5, $"a += {Apart};");
            Line(text, 4, "}");
        }
        Line(text, 3, "}");
        Line(text, 3, $"int rest = tile->Depth - {Together} * tile->Turns;");
        Line(text, 3, $"for (int k = rest / {Apart}; k > 0; k--)");
        Line(text, 3, "{");
        Inputs(text, 4, set, rows, two, sideBySide: false, Apart, ahead: false);
        Line(text, 4, $"offsets += {Apart};");
        Line(text, 3, "}");
        Line(text, 3, $"for (int k = rest % {Apart}; k > 0; k--)");
        Line(text, 3, "{");
        Inputs(text, 4, set, rows, two, sideBySide: false, 1, ahead: false);
        Line(text, 4, "offsets++;");
        Line(text, 3, "}");
        Ends(text, 3, set, rows, two);
        Line(text, 3, $"{set.Vector} low = {set.Create("tile->Low")};");
        Line(text, 3, "nint down = tile->Row;");
        if (two)
            Line(text, 3, "nint right = tile->Next;");
        for (int r = 0; r < rows; r++)
        {
            Line(text, 3, $"x{r} = {set.Max}(low, x{r});");
            Line(text, 3, $"{set.Store("c", $"x{r}")};");
            if (two)
            {
                Line(text, 3, $"y{r} = {set.Max}(low, y{r});");
                Line(text, 3, $"{set.Store("c + right", $"y{r}")};");
            }
            Line(text, 3, "c += down;");
        }
        Line(text, 3, "float* sums = tile->Sums;");
        Line(text, 3, "if (sums != null)");
        Line(text, 3, "{");
        Line(text, 4, $"{set.Store("sums", set.Add(set.Load("sums"), Sum(set, "x", 0, rows)))};");
        if (two)
            Line(text, 4, $"{set.Store(set.Vectors("sums", 1), set.Add(set.Load(set.Vectors("sums", 1)), Sum(set, "y", 0, rows)))};");
        Line(text, 3, "}");
        Line(text, 3, $"input += {Times(rows, "TRow.Floats")};");
    }

    // Inputs one after the other; with ahead, between them a row each of the next turn's.
    static void Inputs(StringBuilder text, int depth, Instructions set, int rows, bool two, bool sideBySide, int count, bool ahead)
    {
        int between = Math.Max(1, (count - 2) / rows);
        for (int i = 0; i < count; i++)
        {
            if (!sideBySide)
                Line(text, depth, $"{(i == 0 ? "float* " : "")}a = input + offsets[{i}];");
            Line(text, depth, $"p = {set.Load(set.Vectors("b", two ? 2 * i : i))};");
            if (two)
                Line(text, depth, $"q = {set.Load(set.Vectors("b", 2 * i + 1))};");
            if (two && !set.IsGeneric)
            {
                Line(text, depth, "if (TFetch.Fetches) { Sse.Prefetch1(prefetch); prefetch += step; }");
            }
            if (ahead && i % between == 0 && i / between < rows)
                Line(text, depth, $"Sse.Prefetch0({Address("next", i / between, "TRow.Floats")});");
            for (int r = 0; r < rows; r++)
            {
                string address = sideBySide && i > 0 ? $"a + {i}" : "a";
                string row = $"v = {set.Broadcast(Address(address, r, "TRow.Floats"))}; x{r} = {set.MultiplyAdd}(v, p, x{r});";
                Line(text, depth, two ? $"{row} y{r} = {set.MultiplyAdd}(v, q, y{r});" : row);
            }
        }
        Line(text, depth, $"b = {set.Vectors("b", two ? 2 * count : count)};");
    }

    // Gate and residual together are one multiply-add: squeeze-and-excitation then costs no instruction more than the residual alone.
    static void Ends(StringBuilder text, int depth, Instructions set, int rows, bool two)
    {
        Line(text, depth, "if (residual != null)");
        Line(text, depth, "{");
        Line(text, depth + 1, "nint row = tile->ResidualRow;");
        if (two)
            Line(text, depth + 1, "nint next = tile->ResidualNext;");
        Line(text, depth + 1, "if (tile->Gate != null)");
        Line(text, depth + 1, "{");
        Gates(text, depth + 2, set, two);
        Add(text, depth + 2, rows, two, (sum, gate, address) => $"{sum} = {set.MultiplyAdd}({sum}, {gate}, {set.Load(address)});");
        Line(text, depth + 1, "}");
        Line(text, depth + 1, "else");
        Line(text, depth + 1, "{");
        Add(text, depth + 2, rows, two, (sum, _, address) => $"{sum} = {set.Add(sum, set.Load(address))};");
        Line(text, depth + 1, "}");
        Line(text, depth, "}");
        Line(text, depth, "else if (tile->Gate != null)");
        Line(text, depth, "{");
        Gates(text, depth + 1, set, two);
        for (int r = 0; r < rows; r++)
        {
            Line(text, depth + 1, $"x{r} = {set.Multiply($"x{r}", "gate")};");
            if (two)
                Line(text, depth + 1, $"y{r} = {set.Multiply($"y{r}", "gate2")};");
        }
        Line(text, depth, "}");
    }

    static void Gates(StringBuilder text, int depth, Instructions set, bool two)
    {
        Line(text, depth, $"{set.Vector} gate = {set.Load("tile->Gate")};");
        if (two)
            Line(text, depth, $"{set.Vector} gate2 = {set.Load(set.Vectors("tile->Gate", 1))};");
    }

    static void Add(StringBuilder text, int depth, int rows, bool two, Func<string, string, string, string> statement)
    {
        for (int r = 0; r < rows; r++)
        {
            Line(text, depth, statement($"x{r}", "gate", "residual"));
            if (two)
                Line(text, depth, statement($"y{r}", "gate2", "residual + next"));
            Line(text, depth, "residual += row;");
        }
    }

    // Sums that the tile goes on from, one row behind the other.
    static void Start(StringBuilder text, Instructions set, int rows, bool two, string name)
    {
        Line(text, 3, $"if ({name} != null)");
        Line(text, 3, "{");
        for (int r = 0; r < rows; r++)
        {
            Line(text, 4, $"x{r} = {set.Add($"x{r}", set.Load(set.Vectors(name, two ? 2 * r : r)))};");
            if (two)
                Line(text, 4, $"y{r} = {set.Add($"y{r}", set.Load(set.Vectors(name, 2 * r + 1)))};");
        }
        Line(text, 4, $"{name} = {set.Vectors(name, two ? 2 * rows : rows)};");
        Line(text, 3, "}");
    }

    // A balanced sum: its error grows with the logarithm of the rows.
    static string Sum(Instructions set, string name, int first, int count) => count == 1
        ? name + first.ToString(CultureInfo.InvariantCulture)
        : set.Add(Sum(set, name, first, count / 2), Sum(set, name, first + count / 2, count - count / 2));

    static string Address(string first, int count, string unit) => count == 0 ? first : $"{first} + {Times(count, unit)}";

    static string Times(int count, string unit) => count == 1 ? unit : $"{count} * {unit}";

    static void Constraints(StringBuilder text, bool generic, bool fetch)
    {
        if (generic)
        {
            Line(text, 2, "where TSimd : struct, ISimd<TSimd, TVec>");
            Line(text, 2, "where TVec : unmanaged");
        }
        Line(text, 2, "where TRow : struct, IRowStride");
        if (fetch)
            Line(text, 2, "where TFetch : struct, IFetch");
    }

    static void Line(StringBuilder text, int depth, string line)
    {
        if (line.Length > 0)
            text.Append(' ', 4 * depth).Append(line);
        text.Append('\n');
    }

    // How operations are written with vectors of some width; without a name, through ISimd.
    sealed record Instructions(string Name, string Vector)
    {
        public int Lanes { get; init; }

        public required int MostRows { get; init; }

        public required int MostSingleRows { get; init; }

        // Whether a turn is written out; else it is a loop.
        public bool WritesOutTurns { get; init; }

        public required string MultiplyAdd { get; init; }

        public required string Max { get; init; }

        public bool IsGeneric => Name.Length == 0;

        public string Vectors(string address, int count) => count == 0 ? address : IsGeneric ? $"{address} + {Times(count, "TSimd.Lanes")}" : $"{address} + {count * Lanes}";

        public string Load(string address) => IsGeneric ? $"TSimd.Load({address})" : $"Vector{Name}.Load({address})";

        public string Store(string address, string value) => IsGeneric ? $"TSimd.Store({address}, {value})" : $"{value}.Store({address})";

        public string Broadcast(string address) => IsGeneric ? $"TSimd.Broadcast({address})" : $"Vector{Name}.Create(*({address}))";

        public string Create(string value) => IsGeneric ? $"TSimd.Create({value})" : $"Vector{Name}.Create({value})";

        public string Add(string a, string b) => IsGeneric ? $"TSimd.Add({a}, {b})" : $"({a} + {b})";

        public string Multiply(string a, string b) => IsGeneric ? $"TSimd.Multiply({a}, {b})" : $"{a} * {b}";
    }
}
