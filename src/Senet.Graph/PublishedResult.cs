namespace Senet.Graph;

/// <summary>A row of the SE paper (arXiv:1709.01507 v4) about one network; decimals keep the digits that are printed there.</summary>
/// <param name="Data">Test data and crop, such as <c>ImageNet, 224</c>.</param>
/// <param name="Top1Error">Top-1 error in percent.</param>
/// <param name="Top5Error">Top-5 error in percent; null where the paper gives none.</param>
/// <param name="GigaMacs">The column the paper calls GFLOPs, which are multiply-accumulates; null where it gives none.</param>
/// <param name="MillionParameters">Parameters in millions; null where the paper gives none.</param>
/// <param name="Source">Table of the paper.</param>
public sealed record PublishedResult(string Data, decimal Top1Error, decimal? Top5Error, decimal? GigaMacs, decimal? MillionParameters, string Source);
