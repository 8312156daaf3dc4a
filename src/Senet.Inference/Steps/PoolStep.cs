using Senet.Graph;
using Senet.Inference.Kernels;
using Senet.Inference.Memory;
using Senet.Inference.Simd;

namespace Senet.Inference.Steps;

/// <summary>Maximum, average and adaptive pooling over windows that are cut at the image's edge.</summary>
sealed unsafe class PoolStep<TSimd, TVec> : PlanStep
    where TSimd : struct, ISimd<TSimd, TVec>
    where TVec : unmanaged
{
    const int ItemPixels = 1000;

    readonly MapView _input;
    readonly Epilogue _epilogue;
    readonly PoolWindows _rows;
    readonly PoolWindows _columns;
    readonly bool _isMaximum;
    readonly int _rowsPerItem;

    public PoolStep(Node node, MapView input, Epilogue epilogue)
        : base(node.Name)
    {
        _input = input;
        _epilogue = epilogue;
        MapPlace output = epilogue.Output.Place;
        _rows = PoolWindows.Create(node, input.Place.Height, output.Height);
        _columns = PoolWindows.Create(node, input.Place.Width, output.Width);
        _isMaximum = node is MaxPoolNode;
        _rowsPerItem = Math.Clamp(ItemPixels / output.Width, 1, output.Height);
    }

    public override string Method => "pool";

    int Parts => (_epilogue.Output.Place.Height + _rowsPerItem - 1) / _rowsPerItem;

    public override void Run(RunState state) => state.Parallel(this, 0, state.ImageCount * _epilogue.Output.Blocks * Parts, state.ImageCount * _epilogue.Output.Blocks * (double)_epilogue.Output.Place.Pixels * 6);

    public override void RunItem(RunState state, int phase, int item, int worker)
    {
        int part = item % Parts;
        int block = item / Parts % _epilogue.Output.Blocks;
        int image = item / Parts / _epilogue.Output.Blocks;
        MapPlace place = _epilogue.Output.Place;
        PixelFinish finish = _epilogue.Finish(state, image, block, part: 0);
        bool needsFinish = finish.Gate != null || _epilogue.Relu;
        finish.Rows = 1;
        finish.Columns = place.Width;
        float* input = _input.First(state, image, block);
        float* output = finish.Target;
        int end = Math.Min((part + 1) * _rowsPerItem, place.Height);
        for (int y = part * _rowsPerItem; y < end; y++)
        {
            float* row = output + (nint)y * place.Pitch;
            int first = _rows.First[y];
            int rows = _rows.End[y] - first;
            for (int x = 0; x < place.Width; x++)
            {
                int left = _columns.First[x];
                float* window = input + (nint)first * _input.Place.Pitch + (nint)left * 16;
                int columns = _columns.End[x] - left;
                if (_isMaximum)
                    PoolKernels.Maximum<TSimd, TVec>(window, _input.Place.Pitch, rows, columns, row + 16 * x);
                else
                    PoolKernels.Mean<TSimd, TVec>(window, _input.Place.Pitch, rows, columns, _rows.Count[y] * _columns.Count[x], row + 16 * x);
            }
            if (needsFinish)
            {
                finish.Source = row;
                finish.Target = row;
                PixelKernels.Finish<TSimd, TVec>(&finish);
            }
        }
    }
}
