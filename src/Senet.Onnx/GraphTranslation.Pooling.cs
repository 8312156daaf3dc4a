using Senet.Graph;
using Senet.Onnx.Schema;
using static Senet.Onnx.OperatorList;

namespace Senet.Onnx;

/// <remarks>
/// The format has a rounding mode of its own (<c>ceil_mode</c>), but its readers disagree on the last window and on what a mean
/// over the edge divides by. Padding below and to the right says the same without a doubt, for every size of image at once.
/// </remarks>
sealed partial class GraphTranslation
{
    string MaxPool(MaxPoolNode pool, string input)
    {
        int begin = pool.Rounding == PoolRounding.Cover ? 0 : pool.Padding;
        return _operators.Add("MaxPool", pool.Name, [input], Windows(pool, begin, EndPadding(pool)));
    }

    string AveragePool(AveragePoolNode pool, string input)
    {
        int begin = pool.Padding;
        Size2d end = EndPadding(pool);
        bool overhangs = end != new Size2d(begin, begin);
        bool countPadding = pool.CountPadding && pool.Padding > 0;
        if (countPadding && overhangs)
        {
            // Zeros around the image count, pixels beyond them do not: the zeros have to be part of the image.
            input = _operators.Add("Pad", $"{pool.Name}.pad", [input, Paddings(pool, "pads", 0, begin, 0, begin)]);
            end = new(end.Height - begin, end.Width - begin);
            begin = 0;
        }
        return _operators.Add("AveragePool", pool.Name, [input], [.. Windows(pool, begin, end), Int("count_include_pad", countPadding && !overhangs ? 1 : 0)]);
    }

    static AttributeProto[] Windows(PoolNode pool, int begin, Size2d end) =>
    [
        Ints("kernel_shape", pool.Kernel, pool.Kernel),
        Ints("strides", pool.Stride, pool.Stride),
        Ints("pads", begin, begin, end.Height, end.Width),
    ];

    // Padding below and to the right that gives a window to every pixel that the rounding rule wants covered.
    Size2d EndPadding(PoolNode pool)
    {
        if (pool.Rounding == PoolRounding.Cover)
            return pool.Kernel - 1;
        if (pool.Rounding == PoolRounding.Floor)
            return pool.Padding;
        int end = pool.Padding + pool.Stride - 1;
        // With less than a window of padding no window lies outside the image, which is also the most that readers accept.
        if (end < pool.Kernel)
            return end;
        if (!_shapes.TryGetValue(pool, out TensorShape output))
            throw new SenetException($"{pool.Name}: the number of {pool.Kernel}x{pool.Kernel} windows with stride {pool.Stride} cannot be written for images of any size; export with a fixed size");
        TensorShape input = _shapes[pool.Inputs[0]];
        return new(Overhang(input.Height, output.Height), Overhang(input.Width, output.Width));

        int Overhang(int size, int windows) => Math.Max(pool.Padding, (windows - 1) * pool.Stride + pool.Kernel - size - pool.Padding);
    }

    string AdaptiveAveragePool(AdaptiveAveragePoolNode pool, string input)
    {
        if (!_shapes.TryGetValue(pool.Inputs[0], out TensorShape shape))
            return AverageCells(pool, input);
        if (shape.Height == pool.Size && shape.Width == pool.Size)
            return input;
        if (shape.Height % pool.Size != 0 || shape.Width % pool.Size != 0)
            return AverageCells(pool, input);
        long height = shape.Height / pool.Size;
        long width = shape.Width / pool.Size;
        return _operators.Add("AveragePool", pool.Name, [input], Ints("kernel_shape", height, width), Ints("strides", height, width));
    }

    // Cells of different sizes: a mean is a product with a matrix, along the rows and along the columns.
    string AverageCells(AdaptiveAveragePoolNode pool, string input)
    {
        string shape = _operators.Add("Shape", $"{pool.Name}.shape", [input]);
        string rows = _operators.Add("MatMul", $"{pool.Name}.rows", [CellMatrix(pool, "height", 2, shape), input]);
        string columns = _operators.Add("Transpose", $"{pool.Name}.columns", [CellMatrix(pool, "width", 3, shape)], Ints("perm", 1, 0));
        return _operators.Add("MatMul", pool.Name, [rows, columns]);
    }

    // (Size, length) with 1 / n in row i where one of the n pixels of cell i lies, floor(i * length / Size) to
    // ceil((i + 1) * length / Size).
    string CellMatrix(AdaptiveAveragePoolNode pool, string side, int axis, string shape)
    {
        long[] cells = [.. Enumerable.Range(0, pool.Size).Select(i => (long)i)];
        string size = _operators.Integers(Name("size"), [pool.Size]);
        string length = Op("Gather", "length", shape, _operators.Integers(Name("axis"), [axis]));
        string pixels = Op("Range", "pixels", _operators.Integers(Name("zero"), [0]), length, _operators.Integers(Name("one"), [1]));
        string starts = Op("Div", "starts", Op("Mul", "before", _operators.Integers(Name("cells"), cells, pool.Size, 1), length), size);
        string through = Op("Mul", "through", _operators.Integers(Name("next_cells"), [.. cells.Select(cell => cell + 1)], pool.Size, 1), length);
        string ends = Op("Div", "ends", Op("Add", "rounded_up", through, _operators.Integers(Name("size_less_one"), [pool.Size - 1])), size);
        string inside = Op("And", "inside", Op("GreaterOrEqual", "after_start", pixels, starts), Op("Less", "before_end", pixels, ends));
        return Op("Div", "matrix", Float32("ones", inside), Float32("counts", Op("Sub", "lengths", ends, starts)));

        string Name(string part) => $"{pool.Name}.{side}.{part}";

        string Op(string type, string part, params string[] inputs) => _operators.Add(type, Name(part), inputs);

        string Float32(string part, string x) => _operators.Add("Cast", Name(part), [x], Int("to", (long)TensorProto.Types.DataType.Float));
    }
}
