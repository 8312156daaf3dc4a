namespace Senet.Weights;

/// <summary>One field of a protobuf message: its number, how it is written, and where its bytes lie.</summary>
/// <param name="Number">Field number of the schema.</param>
/// <param name="Kind">How the value is written.</param>
/// <param name="Value">The number itself when <paramref name="Kind"/> is <see cref="ProtobufKind.Varint"/>, otherwise 0.</param>
/// <param name="Start">Offset in the file of the first byte of the value.</param>
/// <param name="End">Offset after its last byte, where the next field starts.</param>
readonly record struct ProtobufField(int Number, ProtobufKind Kind, ulong Value, long Start, long End)
{
    /// <summary>Bytes of the value.</summary>
    public long Length => End - Start;
}
