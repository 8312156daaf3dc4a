using Microsoft.Win32.SafeHandles;
using Senet.Graph;

namespace Senet.Weights;

/// <summary>Opens weight files of any supported format; the content decides, never the name.</summary>
public static class CheckpointFile
{
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
        if (WebPage.Describe(mediaType: null, head) is { } page)
            throw new SenetException($"{path}: {page}, not a weight file; the download did not give the file itself, fetch it again");
        throw new SenetException($"{path}: not a weight file that is known here; expected safetensors, PyTorch (.pth, .pt, .bin) or Caffe (.caffemodel)");
    }

    static byte[] ReadHead(string path, out long length)
    {
        try
        {
            using SafeFileHandle file = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete);
            length = RandomAccess.GetLength(file);
            byte[] head = new byte[Math.Min(length, WebPage.HeadLength)];
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
