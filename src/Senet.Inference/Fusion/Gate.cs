namespace Senet.Inference.Fusion;

/// <summary>A squeeze-and-excitation block's result, one number per image and slot of <see cref="Target"/>.</summary>
sealed class Gate(string name)
{
    /// <summary>Name of the block.</summary>
    public string Name { get; } = name;

    /// <summary>The map that is recalibrated, in whose slots the gates lie; known when that map is.</summary>
    public FeatureMap? Target { get; set; }

    /// <summary>A constant that the recalibrated values are multiplied by as well, part of the stored gates.</summary>
    public double Factor { get; set; } = 1;
}
