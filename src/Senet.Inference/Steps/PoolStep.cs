using Senet.Graph;
using Senet.Inference.Kernels;
using Senet.Inference.Memory;
using Senet.Inference.Simd;

namespace Senet.Inference.Steps;

/// <summary>Maximum, average and adaptive pooling over windows that are cut at the image's edge.</summary>
sealed unsafe class PoolStep<TSimd, TVec> : RowStep
    where TSimd : struct, ISimd<TSimd, TVec>
    where TVec : unmanaged
{
    const int ItemPixels = 1000;
    const double NsPerPixel = 6;

    readonly MapView _input;
    readonly PoolWindows _rows;
    readonly PoolWindows _columns;
    readonly bool _isMaximum;

    public PoolStep(Node node, MapView input, Epilogue epilogue)
        : base(node.Name, epilogue, ItemPixels, NsPerPixel)
    {
        _input = input;
        _rows = PoolWindows.Create(node, input.Place.Height, Place.Height);
        _columns = PoolWindows.Create(node, input.Place.Width, Place.Width);
        _isMaximum = node is MaxPoolNode;
    }

    public override string Method => "pool";

    protected override void RunRows(RunState state, int image, int block, int part, int first, int end)
    {
        PixelFinish finish = Epilogue.Finish(state, image, block, part);
        bool needsFinish = finish.Gate != null || Epilogue.Relu;
        finish.Rows = 1;
        finish.Columns = Place.Width;
        float* input = _input.First(state, image, block);
        float* output = finish.Target;
        for (int y = first; y < end; y++)
        {
            float* row = output + (nint)y * Place.Pitch;
            int top = _rows.First[y];
            int rows = _rows.End[y] - top;
            for (int x = 0; x < Place.Width; x++)
            {
                int left = _columns.First[x];
                float* window = input + (nint)top * _input.Place.Pitch + (nint)left * 16;
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
