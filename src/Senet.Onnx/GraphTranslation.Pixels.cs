using Senet.Graph;
using static Senet.Onnx.OperatorList;

namespace Senet.Onnx;

/// <remarks>Nodes that move pixels and channels.</remarks>
sealed partial class GraphTranslation
{
    static readonly float[] Binomial3x3 = [1 / 16f, 2 / 16f, 1 / 16f, 2 / 16f, 4 / 16f, 2 / 16f, 1 / 16f, 2 / 16f, 1 / 16f];

    string Blur(BlurPoolNode blur, string input)
    {
        int channels = blur.OutputChannels;
        float[] filters = [.. Enumerable.Repeat(Binomial3x3, channels).SelectMany(filter => filter)];
        string padded = _operators.Add("Pad", $"{blur.Name}.pad", [input, Paddings(blur, "pads", 0, 1, 0, 1)], Text("mode", "reflect"));
        return _operators.Add(
            "Conv", blur.Name, [padded, _operators.Floats($"{blur.Name}.filter", filters, channels, 1, 3, 3)],
            Ints("kernel_shape", 3, 3), Ints("strides", blur.Stride, blur.Stride), Int("group", channels));
    }

    string Shuffle(ChannelShuffleNode shuffle, string input)
    {
        int channels = shuffle.OutputChannels;
        // 0 keeps the dimension, -1 takes the rest: all pixels of a channel stay together.
        string split = _operators.Vector($"{shuffle.Name}.split", 0, shuffle.Groups, channels / shuffle.Groups, -1);
        string shape = _shapes.TryGetValue(shuffle, out TensorShape output)
            ? _operators.Vector($"{shuffle.Name}.shape", 0, channels, output.Height, output.Width)
            : _operators.Add("Shape", $"{shuffle.Name}.shape", [input]);
        string groups = _operators.Add("Reshape", $"{shuffle.Name}.groups", [input, split]);
        string dealt = _operators.Add("Transpose", $"{shuffle.Name}.dealt", [groups], Ints("perm", 0, 2, 1, 3));
        return _operators.Add("Reshape", shuffle.Name, [dealt, shape]);
    }

    string Subsample(SubsampleNode subsample, string input)
    {
        int before = Math.Max(0, -subsample.Offset);
        int behind = Math.Max(0, subsample.Offset);
        if (subsample.Offset != 0)
            input = _operators.Add("Pad", $"{subsample.Name}.pad", [input, Paddings(subsample, "pads", 0, before, 0, behind)]);
        // The image moves within its own size: what it gains on one side it loses on the other.
        return EveryPixel(subsample, subsample.Name, input, subsample.Stride, first: behind, end: before == 0 ? long.MaxValue : -before);
    }

    string ZeroPad(ZeroPadShortcutNode shortcut, string input)
    {
        if (shortcut.OutputChannels == shortcut.Inputs[0].OutputChannels)
            return EveryPixel(shortcut, shortcut.Name, input, shortcut.Stride);
        if (shortcut.Stride > 1)
            input = EveryPixel(shortcut, $"{shortcut.Name}.pixels", input, shortcut.Stride);
        return _operators.Add("Pad", shortcut.Name, [input, Paddings(shortcut, "pads", shortcut.PaddingBefore, 0, shortcut.PaddingAfter, 0)]);
    }

    string EveryPixel(Node node, string output, string input, int stride, long first = 0, long end = long.MaxValue) => _operators.Add(
        "Slice", output,
        [
            input,
            _operators.Vector($"{node.Name}.starts", first, first),
            _operators.Vector($"{node.Name}.ends", end, end),
            _operators.Vector($"{node.Name}.axes", 2, 3),
            _operators.Vector($"{node.Name}.steps", stride, stride),
        ]);

    // Channels and pixels in front, then channels and pixels behind.
    string Paddings(Node node, string name, int channelsBefore, int before, int channelsAfter, int after) =>
        _operators.Vector($"{node.Name}.{name}", 0, channelsBefore, before, before, 0, channelsAfter, after, after);
}
