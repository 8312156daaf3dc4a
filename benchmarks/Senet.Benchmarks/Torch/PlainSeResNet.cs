using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace Senet.Benchmarks.Torch;

/// <summary>The rival: the CIFAR ResNet with optional SE, written the way TorchSharp's own examples write networks.</summary>
sealed class PlainSeResNet : Module<Tensor, Tensor>
{
    readonly Module<Tensor, Tensor> _body;

    public PlainSeResNet(int blocksPerStage, bool se, int classes)
        : base("plain")
    {
        var layers = new List<(string, Module<Tensor, Tensor>)>
        {
            ("conv1", Conv2d(3, 16, 3, padding: 1, bias: false)), ("bn1", BatchNorm2d(16)), ("relu", ReLU()),
        };
        int width = 16;
        for (int stage = 0; stage < 3; stage++)
        {
            for (int i = 0; i < blocksPerStage; i++)
            {
                int output = 16 << stage;
                layers.Add(($"block{stage}_{i}", new Block(width, output, i == 0 && stage > 0 ? 2 : 1, se)));
                width = output;
            }
        }
        layers.Add(("pool", AdaptiveAvgPool2d(1)));
        layers.Add(("flatten", Flatten()));
        layers.Add(("fc", Linear(64, classes)));
        _body = Sequential(layers);
        RegisterComponents();
    }

    public override Tensor forward(Tensor input) => _body.call(input);

    sealed class Block : Module<Tensor, Tensor>
    {
        readonly Sequential _branch;
        readonly Sequential? _gate;
        readonly Sequential? _shortcut;

        public Block(int input, int output, int stride, bool se)
            : base("block")
        {
            _branch = Sequential(
                Conv2d(input, output, 3, stride, padding: 1, bias: false), BatchNorm2d(output), ReLU(),
                Conv2d(output, output, 3, padding: 1, bias: false), BatchNorm2d(output));
            if (se)
                _gate = Sequential(AdaptiveAvgPool2d(1), Conv2d(output, output / 16, 1), ReLU(), Conv2d(output / 16, output, 1), Sigmoid());
            if (stride != 1 || input != output)
                _shortcut = Sequential(Conv2d(input, output, 1, stride, bias: false), BatchNorm2d(output));
            RegisterComponents();
        }

        public override Tensor forward(Tensor input)
        {
            using var scope = NewDisposeScope();
            Tensor x = _branch.call(input);
            if (_gate is not null)
                x = x * _gate.call(x);
            x = x + (_shortcut is null ? input : _shortcut.call(input));
            return functional.relu(x).MoveToOuterDisposeScope();
        }
    }
}
