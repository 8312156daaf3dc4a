using System.Buffers;
using System.Text;
using Microsoft.Win32.SafeHandles;
using Senet.Graph;

namespace Senet.Weights;

/// <summary>
/// Reads Caffe's binary weight files (<c>.caffemodel</c>: a protobuf <c>NetParameter</c> with blobs), of the current layer message
/// and the one before it (V1). A caffemodel alone says all that loading needs: every layer's name, type and blobs; the
/// <c>.prototxt</c> beside it is not read.
/// </summary>
/// <remarks>
/// A caffemodel has no length and no checksum: one that is cut exactly between two layers is a valid file with fewer layers, and
/// shows only when its tensors are matched with a network's. Weights that Caffe wrote as HDF5 (<c>.caffemodel.h5</c>) are not read.
/// </remarks>
public static class CaffeFile
{
    /// <summary>Stands between a layer's name and the number of its blob. Layer names are full of slashes and dots.</summary>
    internal const char BlobSeparator = '#';

    // First fields of NetParameter, of LayerParameter and of V1LayerParameter.
    const int Name = 1, V1Layers = 2, Input = 3, InputDim = 4, ForceBackward = 5, State = 6, DebugInfo = 7, InputShape = 8, Layer = 100;

    const int HeadLength = 512;

    static readonly SearchValues<byte> NotText = SearchValues.Create([.. Enumerable.Range(0, 32).Select(b => (byte)b), 127]);

    static readonly SearchValues<byte> WordEnds = SearchValues.Create(":{ \t\r\n"u8);

    // What a network description starts with.
    static readonly HashSet<string> DescriptionWords =
        ["name", "layer", "layers", "input", "input_dim", "input_shape", "force_backward", "state", "debug_info"];

    /// <summary>
    /// Whether a file starts like a caffemodel. Protobuf has no magic number: the fields from the start must be those of a
    /// network, their texts must be text, and they must lead to a layer that begins with a name.
    /// </summary>
    /// <param name="head">The first bytes of the file; 512 are enough unless the network's own name is longer.</param>
    public static bool Recognises(ReadOnlySpan<byte> head)
    {
        int position = 0;
        while (TryReadVarint(head, ref position, out ulong tag))
        {
            bool isBytes = (ProtobufKind)(tag & 7) == ProtobufKind.Bytes;
            bool isNumber = (ProtobufKind)(tag & 7) == ProtobufKind.Varint;
            // Read either way: a number, or the length of what follows.
            if (!TryReadVarint(head, ref position, out ulong value))
                return false;
            switch (tag >> 3)
            {
                case Layer or V1Layers when isBytes:
                    return StartsWithText(head[position..], value);
                case Name or Input when isBytes && value <= (ulong)(head.Length - position) && !head.Slice(position, (int)value).ContainsAny(NotText):
                case InputDim or State or InputShape when isBytes && value <= (ulong)(head.Length - position):
                    position += (int)value;
                    break;
                case InputDim or ForceBackward or DebugInfo when isNumber:
                    break;
                default:
                    return false;
            }
        }
        return false;
    }

    /// <summary>
    /// Whether a file starts like a network description in text (<c>.prototxt</c>), which holds no weights; <see cref="Open"/>
    /// refuses it with the right advice.
    /// </summary>
    /// <param name="head">The first bytes of the file.</param>
    public static bool RecognisesDescription(ReadOnlySpan<byte> head)
    {
        ReadOnlySpan<byte> rest = head.StartsWith("\ufeff"u8) ? head[3..] : head;
        rest = rest.TrimStart(" \t\r\n"u8);
        while (rest is [(byte)'#', ..])
        {
            int lineEnd = rest.IndexOf((byte)'\n');
            rest = lineEnd < 0 ? [] : rest[lineEnd..].TrimStart(" \t\r\n"u8);
        }
        int wordEnd = rest.IndexOfAny(WordEnds);
        return wordEnd > 0 && rest[wordEnd..].TrimStart(" \t\r\n"u8) is [(byte)':' or (byte)'{', ..]
            && DescriptionWords.Contains(Encoding.UTF8.GetString(rest[..wordEnd]));
    }

    /// <summary>
    /// Opens a caffemodel: every blob as written, under its layer's name and its number in the layer, such as
    /// <c>conv1/7x7_s2#0</c>; <see cref="CaffeWeights"/> gives them meaning. Only the structure is read: elements stay in the file
    /// until a tensor is loaded, and then only that tensor's.
    /// </summary>
    /// <returns>
    /// The checkpoint. Its scalars: <c>name</c> of the network; for each layer <c>LAYER/type</c>, and where the file has them
    /// <c>LAYER/eps</c> of a batch normalisation (Caffe's default is 1e-5), <c>LAYER/transpose</c> of a fully connected layer,
    /// and <c>LAYER/bottoms</c> of a Scale layer that takes its scale from a second input.
    /// </returns>
    /// <exception cref="SenetException">The file cannot be read, is damaged, or holds no blobs; one line says which.</exception>
    public static Checkpoint Open(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        SafeFileHandle? file = null;
        try
        {
            file = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
            ThrowIfDescription(file, path);
            Checkpoint checkpoint = CaffeNetwork.Read(file, path);
            file = null;
            return checkpoint;
        }
        catch (Exception exception) when (FileErrors.IsFileError(exception))
        {
            throw FileErrors.Reading(path, exception);
        }
        finally
        {
            file?.Dispose();
        }
    }

    static void ThrowIfDescription(SafeFileHandle file, string path)
    {
        Span<byte> head = stackalloc byte[HeadLength];
        if (RecognisesDescription(head[..RandomAccess.Read(file, head, 0)]))
            throw new SenetException($"{path}: a network description without weights; give the .caffemodel");
    }

    // Every layer that Caffe writes begins with a text: its name, or in V1 the name of an input or output.
    static bool StartsWithText(ReadOnlySpan<byte> layer, ulong length)
    {
        if (length < 3 || layer is not [0x0A or 0x12 or 0x1A or 0x22, ..])
            return false;
        int position = 1;
        return TryReadVarint(layer, ref position, out ulong textLength) && textLength > 0 && textLength <= length - 2
            && !layer.Slice(position, (int)Math.Min(textLength, (ulong)(layer.Length - position))).ContainsAny(NotText);
    }

    static bool TryReadVarint(ReadOnlySpan<byte> data, ref int position, out ulong value)
    {
        value = 0;
        for (int shift = 0; shift < 64 && position < data.Length; shift += 7)
        {
            byte next = data[position++];
            value |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
                return true;
        }
        return false;
    }
}
