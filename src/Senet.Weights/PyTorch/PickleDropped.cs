namespace Senet.Weights;

/// <summary>In the place of an object that was passed over; <paramref name="Name"/> is its class.</summary>
sealed record PickleDropped(string Name);
