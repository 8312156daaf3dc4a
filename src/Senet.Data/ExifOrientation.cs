using System.Buffers.Binary;

namespace Senet.Data;

/// <summary>Reads the orientation out of Exif data.</summary>
/// <remarks>
/// Exif 2.3: a TIFF structure whose first directory may hold tag 0x0112 with one number, 1 .. 8. JPEG keeps it in an APP1
/// segment, PNG in an eXIf chunk, WebP in an EXIF chunk. Whatever is not of that form counts as upright: damaged metadata is
/// no reason to refuse or turn a picture.
/// </remarks>
static class ExifOrientation
{
    /// <summary>The value of a picture that is stored upright.</summary>
    public const int Upright = 1;

    const int EntryBytes = 12;
    const ushort OrientationTag = 0x0112, Short = 3, Long = 4;

    /// <summary>The orientation, 1 .. 8.</summary>
    /// <param name="exif">The TIFF structure, with or without the six bytes "Exif" 0 0 before it.</param>
    public static int Read(ReadOnlySpan<byte> exif)
    {
        if (exif.StartsWith("Exif\0\0"u8))
            exif = exif[6..];
        bool little = exif.StartsWith("II*\0"u8);
        if (exif.Length < 8 || !(little || exif.StartsWith("MM\0*"u8)))
            return Upright;
        uint directory = U32(exif[4..], little);
        if (directory > exif.Length - 2)
            return Upright;
        int entries = U16(exif[(int)directory..], little);
        ReadOnlySpan<byte> rest = exif[((int)directory + 2)..];
        for (; entries > 0 && rest.Length >= EntryBytes; entries--, rest = rest[EntryBytes..])
        {
            if (U16(rest, little) != OrientationTag)
                continue;
            uint value = (U16(rest[2..], little), U32(rest[4..], little)) switch
            {
                (Short, 1) => U16(rest[8..], little),
                (Long, 1) => U32(rest[8..], little),
                _ => 0,
            };
            return value is >= 1 and <= 8 ? (int)value : Upright;
        }
        return Upright;
    }

    static ushort U16(ReadOnlySpan<byte> bytes, bool little) =>
        little ? BinaryPrimitives.ReadUInt16LittleEndian(bytes) : BinaryPrimitives.ReadUInt16BigEndian(bytes);

    static uint U32(ReadOnlySpan<byte> bytes, bool little) =>
        little ? BinaryPrimitives.ReadUInt32LittleEndian(bytes) : BinaryPrimitives.ReadUInt32BigEndian(bytes);
}
