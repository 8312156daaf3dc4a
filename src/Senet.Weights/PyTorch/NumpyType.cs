using System.Buffers.Binary;
using System.Text;

namespace Senet.Weights;

/// <summary>The element type of a numpy number, such as the accuracy beside the weights; <paramref name="code"/> is <c>f8</c>.</summary>
sealed class NumpyType(string code)
{
    /// <summary>Kind and bytes.</summary>
    public string Code { get; } = code;

    /// <summary>Whether the highest byte comes first.</summary>
    public bool BigEndian { get; set; }

    /// <summary>The number that the bytes stand for; null when the type is not known here or the bytes do not fit.</summary>
    public object? Decode(object? data)
    {
        byte[]? bytes = data switch
        {
            byte[] { Length: <= 8 } given => [.. given],
            string { Length: <= 8 } text => Encoding.UTF8.GetBytes(text), // Python 2's strings that are also UTF-8
            _ => null,
        };
        if (bytes is null)
            return null;
        if (BigEndian)
            Array.Reverse(bytes);
        return (Code, bytes.Length) switch
        {
            ("f8", 8) => BinaryPrimitives.ReadDoubleLittleEndian(bytes),
            ("f4", 4) => (double)BinaryPrimitives.ReadSingleLittleEndian(bytes),
            ("f2", 2) => (double)BinaryPrimitives.ReadHalfLittleEndian(bytes),
            ("i8", 8) => BinaryPrimitives.ReadInt64LittleEndian(bytes),
            ("i4", 4) => (long)BinaryPrimitives.ReadInt32LittleEndian(bytes),
            ("i2", 2) => (long)BinaryPrimitives.ReadInt16LittleEndian(bytes),
            ("i1", 1) => (long)(sbyte)bytes[0],
            ("u4", 4) => (long)BinaryPrimitives.ReadUInt32LittleEndian(bytes),
            ("u2", 2) => (long)BinaryPrimitives.ReadUInt16LittleEndian(bytes),
            ("u1", 1) => (long)bytes[0],
            ("b1", 1) => bytes[0] != 0,
            _ => null,
        };
    }
}
