namespace Senet.Data;

/// <summary>Images with equal content.</summary>
/// <param name="Images">At least two, ordered by part and index.</param>
public sealed record DuplicateGroup(IReadOnlyList<ImageOccurrence> Images)
{
    /// <summary>Whether they bear different labels.</summary>
    public bool IsContradictory => Images.Any(i => i.Label != Images[0].Label);

    /// <summary>Whether they lie in different parts: a leak from training into validation or test.</summary>
    public bool IsLeak => Images[^1].Part != Images[0].Part;
}
