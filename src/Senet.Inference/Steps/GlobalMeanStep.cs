using Senet.Inference.Memory;

namespace Senet.Inference.Steps;

/// <summary>Means over all pixels from sums, times gates that wait; a vector for each image.</summary>
sealed unsafe class GlobalMeanStep : PlanStep
{
    readonly SumsReader _sums;
    readonly GatePlace? _gate;
    readonly MapPlace _output;
    readonly float _factor;

    public GlobalMeanStep(string name, SumsReader sums, int pixels, GatePlace? gate, MapPlace output)
        : base(name)
    {
        _sums = sums;
        _gate = gate;
        _output = output;
        _factor = 1f / pixels;
    }

    public override string Method => "mean";

    public override void Run(RunState state)
    {
        for (int image = 0; image < state.ImageCount; image++)
        {
            float* target = _output.First(state, image, 0);
            _sums.Read(state, image, target, _output.Plane, _factor);
            if (_gate is null)
                continue;
            float* gate = _gate.First(state, image);
            for (int slot = 0; slot < 16 * _output.Blocks; slot++)
                target[(nint)(slot / 16) * _output.Plane + slot % 16] *= gate[slot];
        }
    }
}
