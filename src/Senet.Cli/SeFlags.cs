using System.CommandLine;
using System.Globalization;
using Senet.Graph;

namespace Senet.Cli;

/// <summary>The options that change squeeze-and-excitation blocks.</summary>
sealed class SeFlags
{
    const int MostStages = 5;

    static readonly (string Name, SePlacement Value)[] Placements =
    [
        ("standard", SePlacement.Standard), ("pre", SePlacement.Pre), ("post", SePlacement.Post),
        ("identity", SePlacement.Identity), ("inside-3x3", SePlacement.Inside3x3),
    ];

    static readonly (string Name, SqueezeOperator Value)[] Squeezes =
        [("average", SqueezeOperator.Average), ("max", SqueezeOperator.Max), ("none", SqueezeOperator.None)];

    static readonly (string Name, ExcitationGate Value)[] Gates =
        [("sigmoid", ExcitationGate.Sigmoid), ("tanh", ExcitationGate.Tanh), ("relu", ExcitationGate.Relu)];

    readonly Option<int?> _ratio = Opt.Whole("--se-ratio", "SE: reduction ratio r (default 16).", "R");
    readonly Option<int?> _width = Opt.Whole("--se-width", "SE: squeeze width of every block, instead of a ratio.");
    readonly Option<SeRounding?> _rounding = Opt.Choice(
        "--se-rounding", "SE: how C / r becomes a whole number.", ("exact", SeRounding.Exact), ("floor", SeRounding.Floor), ("multiple-of-8", SeRounding.MultipleOf8));
    readonly Option<bool> _noBias = Opt.Flag("--se-no-bias", "SE: no biases.");
    readonly Option<SqueezeOperator?> _squeeze = Opt.Choice("--se-squeeze", "SE: squeeze operator; 'none' gates every pixel on its own.", Squeezes);
    readonly Option<ExcitationGate?> _gate = Opt.Choice("--se-gate", "SE: gate.", Gates);
    readonly Option<SePlacement?> _placement = Opt.Choice("--se-placement", "SE: where the block sits in a residual block.", Placements);
    readonly Option<SeStages?> _stages = Opt.Parsed<SeStages>(
        "--se-stages", "SE: stages with blocks, such as 1,2,3; all (default) or none.", "LIST", $"stages from 1 to {MostStages} such as 1,2,3, or all, or none", TryParseStages);
    readonly Option<bool> _reluBefore = Opt.Flag("--se-relu-before", "SE: rectify the residual branch in front of the squeeze.");
    readonly Option<bool> _identityInit = Opt.Flag("--se-identity-init", "SE: start every block as (nearly) the identity.");

    public IEnumerable<Option> All => [_ratio, _width, _rounding, _noBias, _squeeze, _gate, _placement, _stages, _reluBefore, _identityInit];

    /// <summary>Those that residual blocks alone have a use for.</summary>
    public IEnumerable<Option> OfPlacement => [_placement, _reluBefore];

    public static string Name(SePlacement placement) => Name(Placements, placement);

    public static string Name(SqueezeOperator squeeze) => Name(Squeezes, squeeze);

    public static string Name(ExcitationGate gate) => Name(Gates, gate);

    /// <summary><paramref name="se"/> with the changes asked for.</summary>
    /// <exception cref="UsageException">A change for a network without SE, a value out of range, or two that contradict each other.</exception>
    public SeOptions? Apply(ParseResult parsed, Architecture architecture, SeOptions? se)
    {
        if (All.FirstOrDefault(parsed.IsGiven) is not { } given)
            return se;
        if (se is null)
            throw new UsageException($"{given.Name}: {architecture.Id} has no squeeze-and-excitation; its twin with it is called se-{architecture.Id}");
        if (parsed.GetValue(_identityInit) && parsed.GetValue(_noBias))
            throw new UsageException($"{_identityInit.Name} and {_noBias.Name}: give one of them; it is the bias that opens the gate");
        RefuseMissingStages(architecture, parsed.GetValue(_stages));
        return WithWidth(parsed, se) with
        {
            Biases = !parsed.GetValue(_noBias) && se.Biases,
            Squeeze = parsed.GetValue(_squeeze) ?? se.Squeeze,
            Gate = parsed.GetValue(_gate) ?? se.Gate,
            Placement = parsed.GetValue(_placement) ?? se.Placement,
            Stages = parsed.GetValue(_stages) ?? se.Stages,
            ReluBefore = parsed.GetValue(_reluBefore) || se.ReluBefore,
            IdentityInit = parsed.GetValue(_identityInit) || se.IdentityInit,
        };
    }

    SeOptions WithWidth(ParseResult parsed, SeOptions se)
    {
        int? ratio = parsed.GetValue(_ratio).AtLeast(1, _ratio.Name);
        int? width = parsed.GetValue(_width).AtLeast(1, _width.Name);
        if (ratio is not null && width is not null)
            throw new UsageException($"{_ratio.Name} and {_width.Name}: give one of them");
        return se with
        {
            ReductionRatio = ratio ?? se.ReductionRatio,
            SqueezeWidth = width ?? (ratio is null ? se.SqueezeWidth : null),
            Rounding = parsed.GetValue(_rounding) ?? se.Rounding,
        };
    }

    // A stage that the network does not have would go unnoticed: there is nothing it could change.
    void RefuseMissingStages(Architecture architecture, SeStages? stages)
    {
        if (stages is null or SeStages.All)
            return;
        for (int number = architecture.Build().HeadStage; number <= MostStages; number++)
        {
            if (stages.Value.HasFlag(Stage(number)))
                throw new UsageException(string.Create(CultureInfo.InvariantCulture, $"{_stages.Name}: {architecture.Id} has no stage {number}"));
        }
    }

    static bool TryParseStages(string text, out SeStages stages)
    {
        stages = text.Equals("all", StringComparison.OrdinalIgnoreCase) ? SeStages.All : SeStages.None;
        if (stages == SeStages.All || text.Equals("none", StringComparison.OrdinalIgnoreCase))
            return true;
        foreach (string part in text.Split(',', StringSplitOptions.TrimEntries))
        {
            if (!int.TryParse(part, NumberStyles.None, CultureInfo.InvariantCulture, out int number) || number is < 1 or > MostStages)
                return false;
            stages |= Stage(number);
        }
        return true;
    }

    static SeStages Stage(int number) => (SeStages)(1 << (number - 1));

    static string Name<T>((string Name, T Value)[] choices, T value)
        where T : struct => choices.First(choice => choice.Value.Equals(value)).Name;
}
