using System.Text;
using Microsoft.Win32.SafeHandles;
using Senet.Graph;

namespace Senet.Weights;

/// <summary>Opens weight files of any supported format; the content decides, never the name.</summary>
public static class CheckpointFile
{
    const int HeadLength = 512;

    /// <summary>Opens a file and reads what it holds, without the tensors' elements.</summary>
    /// <exception cref="SenetException">The file cannot be read, is none of the formats, is damaged, or holds what may not be loaded; one line says which.</exception>
    public static Checkpoint Open(string path)
    {
        ArgumentException.ThrowIfNullOrEmpty(path);
        byte[] head = ReadHead(path, out long length);
        if (length == 0)
            throw new SenetException($"{path}: the file is empty; download or copy it again");
        if (SafetensorsFile.Recognises(head))
            return SafetensorsFile.Open(path);
        if (PyTorchFile.Recognises(head))
            return PyTorchFile.Open(path);
        if (CaffeFile.Recognises(head) || CaffeFile.RecognisesDescription(head))
            return CaffeFile.Open(path);
        if (IsHtml(head))
            throw new SenetException($"{path}: a web page, not a weight file; the download gave an error page, fetch it again");
        throw new SenetException($"{path}: not a weight file that is known here; expected safetensors, PyTorch (.pth, .pt, .bin) or Caffe (.caffemodel)");
    }

    static bool IsHtml(ReadOnlySpan<byte> head)
    {
        ReadOnlySpan<byte> text = head.TrimStart("\xEF\xBB\xBF \t\r\n"u8);
        return Ascii.EqualsIgnoreCase(text[..Math.Min(5, text.Length)], "<html"u8) || Ascii.EqualsIgnoreCase(text[..Math.Min(9, text.Length)], "<!doctype"u8);
    }

    static byte[] ReadHead(string path, out long length)
    {
        try
        {
            using SafeFileHandle file = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
            length = RandomAccess.GetLength(file);
            byte[] head = new byte[Math.Min(length, HeadLength)];
            int read = 0;
            while (read < head.Length && RandomAccess.Read(file, head.AsSpan(read), read) is > 0 and int more)
                read += more;
            return head;
        }
        catch (Exception exception) when (FileErrors.IsFileError(exception))
        {
            throw FileErrors.Reading(path, exception);
        }
    }
}
