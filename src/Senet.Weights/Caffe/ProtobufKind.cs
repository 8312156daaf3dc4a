namespace Senet.Weights;

/// <summary>How protobuf writes a value; the low three bits of a field's tag.</summary>
enum ProtobufKind
{
    /// <summary>An integer, seven bits per byte.</summary>
    Varint = 0,

    /// <summary>Eight bytes, little-endian.</summary>
    Fixed64 = 1,

    /// <summary>A length and that many bytes: text, a message, or numbers one behind the other.</summary>
    Bytes = 2,

    /// <summary>Four bytes, little-endian.</summary>
    Fixed32 = 5,
}
