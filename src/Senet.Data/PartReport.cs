namespace Senet.Data;

/// <summary>A part of a data set and its scan.</summary>
/// <param name="Data">The part.</param>
/// <param name="Scan">What the scan found.</param>
/// <param name="PerClass">Images of each class.</param>
/// <param name="UsablePerClass">Images of each class without the bad ones.</param>
public sealed record PartReport(DataPart Data, ScanReport Scan, IReadOnlyList<int> PerClass, IReadOnlyList<int> UsablePerClass);
