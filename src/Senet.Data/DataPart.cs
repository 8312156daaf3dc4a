namespace Senet.Data;

/// <summary>A part of a data set.</summary>
/// <param name="Name">train, validation, test, or all.</param>
/// <param name="Images">Its images; labels refer to the data set's class list.</param>
public sealed record DataPart(string Name, IImageSource Images);
