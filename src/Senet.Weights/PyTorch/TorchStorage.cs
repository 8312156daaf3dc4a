namespace Senet.Weights;

/// <summary>Fills the buffer with a storage's bytes from <paramref name="position"/> on.</summary>
delegate void StorageReader(long position, Span<byte> buffer);

/// <summary>The memory behind one or more tensors, still in the file.</summary>
/// <param name="Name">For errors: <c>data/0</c>.</param>
/// <param name="Type">Element type; null for untyped bytes, where the tensor says it.</param>
/// <param name="ByteLength">Its size; checked against the file.</param>
/// <param name="BigEndian">Whether elements lie with their highest byte first.</param>
/// <param name="Read">Reads a part.</param>
sealed record TorchStorage(string Name, TensorType? Type, long ByteLength, bool BigEndian, StorageReader Read);
