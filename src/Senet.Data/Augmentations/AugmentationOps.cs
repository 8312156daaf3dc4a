using System.Collections;
using System.Globalization;
using System.Text.Json.Serialization;
using Senet.Graph;

namespace Senet.Data;

/// <summary>
/// An ordered list of operations, equal to another with the same text. The order is that of the list, except that all
/// <see cref="PixelOp"/>s come before all <see cref="TensorOp"/>s and these before the <see cref="BatchOp"/>s; of several batch operations
/// each batch takes one.
/// </summary>
[JsonConverter(typeof(AugmentationOpsConverter))]
public sealed class AugmentationOps : IReadOnlyList<AugmentationOp>, IEquatable<AugmentationOps>
{
    const double NoMaximum = double.MaxValue;

    static readonly Form[] Forms =
    [
        new("rotation", a => new Rotation(a[0]), new Argument("DEGREES", 10, 0, 180)),
        new("pixel-jitter", a => new PixelJitter((int)a[0]), new Argument("RANGE", 20, 0, 255, IsWhole: true)),
        new("color-jitter", a => new ColorJitter(a[0], a[1], a[2], a[3]),
            new Argument("BRIGHTNESS", 0.4, 0, NoMaximum), new Argument("CONTRAST", 0.4, 0, NoMaximum), new Argument("SATURATION", 0.4, 0, NoMaximum), new Argument("HUE", 0, 0, 0.5)),
        new("lighting", a => new Lighting(a[0]), new Argument("DEVIATION", 0.1, 0, NoMaximum)),
        new("rand-augment", a => new RandAugment((int)a[0], (int)a[1]), new Argument("CHANGES", 2, 1, 100, IsWhole: true), new Argument("LEVEL", 9, 0, ImageChanges.Levels - 1, IsWhole: true)),
        new("trivial-augment", _ => new TrivialAugment()),
        new("vertical-flip", a => new VerticalFlip(a[0]), Probability),
        new("invert", a => PixelChange.Invert(a[0]), Probability),
        new("posterize", a => PixelChange.Posterize((int)a[0], a[1]), new Argument("BITS", 4, 1, 8, IsWhole: true), Probability),
        new("solarize", a => PixelChange.Solarize(a[0], a[1]), new Argument("THRESHOLD", 128, 0, 256), Probability),
        new("sharpness", a => PixelChange.Sharpness(a[0], a[1]), new Argument("FACTOR", 2, 0, NoMaximum), Probability),
        new("autocontrast", a => PixelChange.AutoContrast(a[0]), Probability),
        new("equalize", a => PixelChange.Equalize(a[0]), Probability),
        new("random-erasing", a => new RandomErasing(a[0]), Probability),
        new("cutout", a => new Cutout((int)a[0]), new Argument("SIDE", 16, 1, int.MaxValue, IsWhole: true)),
        new("mixup", a => new Mixup(a[0]), new Argument("ALPHA", 0.2, 1e-3, 1e6)),
        new("cutmix", a => new CutMix(a[0]), new Argument("ALPHA", 1, 1e-3, 1e6)),
    ];

    readonly AugmentationOp[] _ops;

    /// <summary>A list of operations.</summary>
    /// <exception cref="SenetException">A number of an operation is out of its range.</exception>
    public AugmentationOps(IEnumerable<AugmentationOp> ops)
    {
        ArgumentNullException.ThrowIfNull(ops);
        _ops = [.. ops.OrderBy(op => op is PixelOp ? 0 : op is TensorOp ? 1 : 2)];
        foreach (AugmentationOp op in _ops)
            Check(op);
        Pixel = [.. _ops.OfType<PixelOp>()];
        Tensor = [.. _ops.OfType<TensorOp>()];
        Batch = [.. _ops.OfType<BatchOp>()];
    }

    /// <summary>No operation.</summary>
    public static AugmentationOps None { get; } = new([]);

    /// <summary>Every operation as text, with what its numbers mean and are by default, such as <c>mixup:ALPHA (0.2)</c>.</summary>
    public static IReadOnlyList<string> Syntax { get; } = [.. Forms.Select(form => form.Syntax)];

    /// <inheritdoc/>
    public int Count => _ops.Length;

    /// <summary>Those on pixels, in order.</summary>
    internal PixelOp[] Pixel { get; }

    /// <summary>Those on normalised inputs, in order.</summary>
    internal TensorOp[] Tensor { get; }

    /// <summary>Those on batches; each batch takes one.</summary>
    internal BatchOp[] Batch { get; }

    /// <inheritdoc/>
    public AugmentationOp this[int index] => _ops[index];

    /// <summary>Reads <c>name:number/number,name...</c>; numbers left out at the end take their defaults. Empty text is <see cref="None"/>.</summary>
    /// <exception cref="SenetException">A name is unknown, or a number is none or out of range; the message names it.</exception>
    public static AugmentationOps Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return string.IsNullOrWhiteSpace(text) ? None : new(text.Split(',').Select(ParseOp));
    }

    /// <inheritdoc/>
    public IEnumerator<AugmentationOp> GetEnumerator() => _ops.AsEnumerable().GetEnumerator();

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    /// <inheritdoc/>
    public bool Equals(AugmentationOps? other) => other is not null && _ops.SequenceEqual(other._ops);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as AugmentationOps);

    /// <inheritdoc/>
    public override int GetHashCode() => ToString().GetHashCode(StringComparison.Ordinal);

    /// <summary>What <see cref="Parse"/> reads.</summary>
    public override string ToString() => string.Join(',', _ops.Select(op => op.ToString()));

    static Argument Probability => new("PROBABILITY", 0.5, 0, 1);

    static AugmentationOp ParseOp(string text)
    {
        string[] parts = text.Split(':', 2, StringSplitOptions.TrimEntries);
        Form form = Array.Find(Forms, form => form.Name.Equals(parts[0], StringComparison.OrdinalIgnoreCase))
            ?? throw new SenetException($"augmentation '{text.Trim()}': there is no operation '{parts[0]}', the nearest is {Nearest(parts[0])}; the operations are {string.Join(", ", Forms.Select(form => form.Name))}");
        string[] numbers = parts.Length == 1 ? [] : parts[1].Split('/');
        if (numbers.Length > form.Arguments.Length)
            throw new SenetException(string.Create(CultureInfo.InvariantCulture, $"augmentation '{text.Trim()}': {numbers.Length} numbers; expected {form.Syntax}"));
        double[] values = [.. form.Arguments.Select(argument => argument.Default)];
        for (int i = 0; i < numbers.Length; i++)
        {
            if (!double.TryParse(numbers[i], NumberStyles.Float, CultureInfo.InvariantCulture, out values[i]))
                throw new SenetException($"augmentation '{text.Trim()}': '{numbers[i]}' is no number; expected {form.Syntax}");
            form.Check(i, values[i]);
        }
        return form.Create(values);
    }

    static string Nearest(string name) => Forms.MinBy(form => Spelling.Distance(name, form.Name))!.Name;

    static void Check(AugmentationOp op)
    {
        ArgumentNullException.ThrowIfNull(op);
        Form form = Forms.First(form => form.Name == op.Name);
        double[] values = op.Arguments;
        for (int i = 0; i < values.Length; i++)
            form.Check(i, values[i]);
    }

    readonly record struct Argument(string Name, double Default, double Minimum, double Maximum, bool IsWhole = false);

    sealed class Form(string name, Func<double[], AugmentationOp> create, params Argument[] arguments)
    {
        public string Name => name;

        public Argument[] Arguments => arguments;

        public Func<double[], AugmentationOp> Create => create;

        public string Syntax => arguments.Length == 0 ? name : string.Create(
            CultureInfo.InvariantCulture,
            $"{name}:{string.Join('/', arguments.Select(argument => argument.Name))} ({string.Join('/', arguments.Select(argument => argument.Default.ToString(CultureInfo.InvariantCulture)))})");

        public void Check(int index, double value)
        {
            Argument argument = arguments[index];
            if (value >= argument.Minimum && value <= argument.Maximum && (!argument.IsWhole || value == Math.Floor(value)))
                return;
            string range = argument.Maximum == NoMaximum
                ? string.Create(CultureInfo.InvariantCulture, $"{argument.Minimum} or more")
                : string.Create(CultureInfo.InvariantCulture, $"{argument.Minimum} to {argument.Maximum}");
            throw new SenetException(string.Create(
                CultureInfo.InvariantCulture, $"augmentation {name}: {argument.Name} is {value}; expected {(argument.IsWhole ? "a whole number, " : "")}{range}"));
        }
    }
}
