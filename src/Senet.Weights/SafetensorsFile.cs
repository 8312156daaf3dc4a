using Microsoft.Win32.SafeHandles;
using Senet.Graph;

namespace Senet.Weights;

/// <summary>
/// Reads and writes safetensors files (https://github.com/huggingface/safetensors#format). Reading is strict: a file that the
/// format forbids is refused with the reason, and nothing in it is ever executed or allocated on its word alone.
/// </summary>
public static partial class SafetensorsFile
{
    /// <summary>Reads a whole file. Each tensor has its own memory, so the file may be larger than 2 GB.</summary>
    /// <exception cref="SenetException">The file cannot be read, is not a valid safetensors file, or holds a tensor above 2 GB.</exception>
    public static SafetensorsContents Read(string path) => Open(path, (file, header) =>
    {
        var data = new Dictionary<string, byte[]>(header.Entries.Count);
        // In the order of the data, one pass over the disk; the result follows the header.
        foreach (SafetensorsHeader.Entry entry in header.Entries.Values.OrderBy(e => e.Begin))
            data.Add(entry.Name, ReadData(file, header, entry));
        var tensors = new OrderedDictionary<string, WeightTensor>(header.Entries.Count);
        foreach (SafetensorsHeader.Entry entry in header.Entries.Values)
            tensors.Add(entry.Name, new WeightTensor(entry.Name, entry.Type, entry.Shape, data[entry.Name]));
        return new SafetensorsContents(tensors, header.Metadata);
    });

    /// <summary>Reads the text under <c>__metadata__</c>; checks the whole header but reads no tensor.</summary>
    /// <exception cref="SenetException">The file cannot be read or is not a valid safetensors file.</exception>
    public static IReadOnlyDictionary<string, string> ReadMetadata(string path) => Open(path, (_, header) => header.Metadata);

    /// <summary>Whether a file that begins so looks like safetensors: eight bytes of length, then a JSON object.</summary>
    internal static bool Recognises(ReadOnlySpan<byte> head) => head.Length > sizeof(long) && head[sizeof(long)] == (byte)'{';

    /// <summary>Opens a file without reading its tensors' elements.</summary>
    /// <exception cref="SenetException">The file cannot be read or is not a valid safetensors file.</exception>
    internal static Checkpoint Open(string path)
    {
        SafeFileHandle? file = null;
        try
        {
            file = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
            SafetensorsHeader header = SafetensorsHeader.Read(file, path);
            SafeFileHandle handle = file;
            CheckpointTensor[] tensors = [.. header.Entries.Values.Select(entry => new CheckpointTensor(entry.Name, entry.Type, entry.Shape, () => Load(handle, header, entry, path)))];
            file = null;
            return new(path, CheckpointFormat.Safetensors, tensors, header.Metadata, handle);
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

    static WeightTensor Load(SafeFileHandle file, SafetensorsHeader header, SafetensorsHeader.Entry entry, string path)
    {
        try
        {
            return new WeightTensor(entry.Name, entry.Type, entry.Shape, ReadData(file, header, entry));
        }
        catch (Exception exception) when (FileErrors.IsFileError(exception))
        {
            throw FileErrors.Reading(path, exception);
        }
    }

    static byte[] ReadData(SafeFileHandle file, SafetensorsHeader header, SafetensorsHeader.Entry entry)
    {
        long length = entry.End - entry.Begin;
        if (length > Array.MaxLength)
            throw header.Bad($"tensor {FileErrors.Quote(entry.Name)} holds {length} bytes; at most {Array.MaxLength} per tensor are supported");
        byte[] bytes = GC.AllocateUninitializedArray<byte>((int)length);
        header.ReadExactly(file, bytes, header.DataStart + entry.Begin);
        return bytes;
    }

    static T Open<T>(string path, Func<SafeFileHandle, SafetensorsHeader, T> use)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        try
        {
            // Delete is shared so that a file being read can be replaced on Windows too.
            using SafeFileHandle file = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
            return use(file, SafetensorsHeader.Read(file, path));
        }
        catch (Exception exception) when (FileErrors.IsFileError(exception))
        {
            throw FileErrors.Reading(path, exception);
        }
    }
}
