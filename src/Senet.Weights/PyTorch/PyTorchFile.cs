using System.Buffers;
using Senet.Graph;

namespace Senet.Weights;

/// <summary>
/// Reads the tensors of PyTorch's files: zip archives, the pickles before version 1.6, and the tar archives before 0.2. No code in
/// a file is ever run, and no Python object is ever made: a file that holds more than tensors, containers, numbers and texts is
/// refused by the name of what it holds.
/// </summary>
/// <remarks>
/// Two things beside the weights are passed over and mentioned among the scalars: <c>argparse.Namespace</c> and arrays of numpy.
/// Refused are whole modules, TorchScript, sparse, quantised and complex128 tensors, bare pickles, and tensors above 2 GB.
/// </remarks>
public static class PyTorchFile
{
    const int HeadLength = 512;

    static readonly SearchValues<byte> NameBytes = SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_."u8);

    static ReadOnlySpan<byte> ZipSignature => "PK\x03\x04"u8;

    /// <summary>Whether a file may be PyTorch's: a zip archive, a pickle of any protocol, or a tar archive.</summary>
    /// <param name="head">The file's first bytes, up to 512.</param>
    public static bool Recognises(ReadOnlySpan<byte> head) => head.StartsWith(ZipSignature) || PyTorchTar.IsTar(head) || IsPickle(head);

    /// <summary>Opens a file and reads what it holds, without the tensors' elements, which are read when asked for.</summary>
    /// <exception cref="SenetException">The file cannot be read, is not PyTorch's, is damaged, or holds what may not be loaded; one line says which.</exception>
    public static Checkpoint Open(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        TorchInput? input = null;
        try
        {
            input = TorchInput.Open(path);
            Checkpoint checkpoint = Open(input);
            input = null;
            return checkpoint;
        }
        catch (Exception exception) when (FileErrors.IsFileError(exception))
        {
            throw FileErrors.Reading(path, exception);
        }
        finally
        {
            input?.Dispose();
        }
    }

    static Checkpoint Open(TorchInput input)
    {
        byte[] head = new byte[(int)Math.Min(input.Length, HeadLength)];
        input.ReadExactly(head, 0);
        if (head.Length == 0)
            throw input.Bad($"the file is empty; download or copy it again");
        if (!Recognises(head))
            throw input.Bad($"not a PyTorch file; expected a zip archive, a pickle or a tar archive");
        return head.AsSpan().StartsWith(ZipSignature) ? PyTorchZip.Open(input)
            : PyTorchTar.IsTar(head) ? PyTorchTar.Open(input)
            : PyTorchLegacy.Open(input);
    }

    static bool IsPickle(ReadOnlySpan<byte> head) => head switch
    {
        // A safetensors header of 640 bytes begins 80 02 too, but goes on with a zero, which is no instruction.
        [PickleOpcode.Proto, >= 2 and <= PickleOpcode.HighestProtocol, var next, ..] => next is not 0,
        // Protocols 0 and 1 have no signature: a name on two lines, or the beginning of a dictionary, list or instance.
        [PickleOpcode.Global, ..] => IsNameLine(head[1..]),
        [PickleOpcode.Mark, PickleOpcode.Dict or PickleOpcode.List, PickleOpcode.Put, ..] => true,
        [PickleOpcode.Mark, PickleOpcode.Inst or PickleOpcode.Global, ..] => IsNameLine(head[2..]),
        [PickleOpcode.EmptyDict or PickleOpcode.EmptyList, PickleOpcode.BinPut, ..] => true,
        _ => false,
    };

    static bool IsNameLine(ReadOnlySpan<byte> text)
    {
        int length = text.IndexOf((byte)'\n');
        return length > 0 && !text[..length].ContainsAnyExcept(NameBytes);
    }
}
