namespace Senet.Data;

/// <summary>An image of a data set.</summary>
/// <param name="Part">Index of its part.</param>
/// <param name="Index">Index in the part's source.</param>
/// <param name="Label">Its class.</param>
public readonly record struct ImageOccurrence(int Part, int Index, int Label);
