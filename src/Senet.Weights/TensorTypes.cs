namespace Senet.Weights;

/// <summary>Size and name of each <see cref="TensorType"/>.</summary>
public static class TensorTypes
{
    // Indexed by the enum's value.
    static readonly (string Name, int Bytes)[] Table =
    [
        ("BOOL", 1), ("U8", 1), ("I8", 1), ("F8_E5M2", 1), ("F8_E4M3", 1), ("F8_E8M0", 1),
        ("I16", 2), ("U16", 2), ("F16", 2), ("BF16", 2),
        ("I32", 4), ("U32", 4), ("F32", 4),
        ("F64", 8), ("I64", 8), ("U64", 8), ("C64", 8),
    ];

    /// <summary>Bytes of one element: 1, 2, 4 or 8.</summary>
    public static int SizeInBytes(this TensorType type) => Table[(int)type].Bytes;

    /// <summary>The name in a safetensors header, such as <c>BF16</c>.</summary>
    public static string SafetensorsName(this TensorType type) => Table[(int)type].Name;

    /// <summary>Finds the type with the given safetensors name (upper case, exact); false when there is none.</summary>
    public static bool TryParse(string name, out TensorType type)
    {
        int index = Array.FindIndex(Table, row => row.Name == name);
        type = (TensorType)Math.Max(index, 0);
        return index >= 0;
    }
}
