using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Senet.Benchmarks.Torch;

/// <summary>The rival at 224 x 224: SE-ResNet-50 with the stride in the first 1x1, written the way TorchSharp's own examples write networks.</summary>
sealed class PlainSeResNet50 : Module<Tensor, Tensor>
{
    readonly Module<Tensor, Tensor> _body;

    public PlainSeResNet50(int classes)
        : base("plain")
    {
        var layers = new List<(string, Module<Tensor, Tensor>)>
        {
            ("conv1", Conv2d(3, 64, 7, stride: 2, padding: 3, bias: false)), ("bn1", BatchNorm2d(64)), ("relu", ReLU()),
            ("maxpool", MaxPool2d(3, stride: 2, ceil_mode: true)),
        };
        int[] depths = [3, 4, 6, 3];
        int width = 64;
        for (int stage = 0; stage < depths.Length; stage++)
        {
            for (int i = 0; i < depths[stage]; i++)
            {
                layers.Add(($"block{stage}_{i}", new Block(width, 64 << stage, i == 0 && stage > 0 ? 2 : 1)));
                width = 256 << stage;
            }
        }
        layers.Add(("pool", AdaptiveAvgPool2d(1)));
        layers.Add(("flatten", Flatten()));
        layers.Add(("fc", Linear(width, classes)));
        _body = Sequential(layers);
        RegisterComponents();
    }

    public override Tensor forward(Tensor input) => _body.call(input);

    sealed class Block : Module<Tensor, Tensor>
    {
        readonly Sequential _branch;
        readonly Sequential _gate;
        readonly Sequential? _shortcut;

        public Block(int input, int width, int stride)
            : base("block")
        {
            int output = 4 * width;
            _branch = Sequential(
                Conv2d(input, width, 1, stride, bias: false), BatchNorm2d(width), ReLU(),
                Conv2d(width, width, 3, padding: 1, bias: false), BatchNorm2d(width), ReLU(),
                Conv2d(width, output, 1, bias: false), BatchNorm2d(output));
            _gate = Sequential(AdaptiveAvgPool2d(1), Conv2d(output, output / 16, 1), ReLU(), Conv2d(output / 16, output, 1), Sigmoid());
            if (stride != 1 || input != output)
                _shortcut = Sequential(Conv2d(input, output, 1, stride, bias: false), BatchNorm2d(output));
            RegisterComponents();
        }

        public override Tensor forward(Tensor input)
        {
            using var scope = NewDisposeScope();
            Tensor x = _branch.call(input);
            x = x * _gate.call(x);
            x = x + (_shortcut is null ? input : _shortcut.call(input));
            return functional.relu(x).MoveToOuterDisposeScope();
        }
    }
}
