using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;
using Senet.Graph;
using Senet.Weights;

namespace Senet.Tests;

/// <summary>Writes bytes to a file, opens it as PyTorch's and reads every tensor.</summary>
static class PyTorchProbe
{
    /// <summary>Everything the file holds.</summary>
    public static (CheckpointFormat Format, Dictionary<string, WeightTensor> Tensors, IReadOnlyDictionary<string, string> Scalars) Load(byte[] file)
    {
        using var folder = new TempFolder();
        string path = folder["weights.pth"];
        File.WriteAllBytes(path, file);
        using Checkpoint checkpoint = PyTorchFile.Open(path);
        return (checkpoint.Format, checkpoint.Tensors.ToDictionary(t => t.Name, t => t.Load()), checkpoint.Scalars);
    }

    /// <summary>The one-line message that the file is refused with, without its path.</summary>
    public static string Refusal(byte[] file)
    {
        using var folder = new TempFolder();
        string path = folder["weights.pth"];
        File.WriteAllBytes(path, file);
        string message = Assert.Throws<SenetException>(() => LoadAll(path)).Message;
        Assert.StartsWith(path + ": ", message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', message);
        return message[(path.Length + 2)..];
    }

    /// <summary>Reads the file; whether it was accepted. Any exception but the user's error passes through.</summary>
    public static bool TryLoad(string path)
    {
        try
        {
            LoadAll(path);
            return true;
        }
        catch (SenetException exception) when (exception.Message.StartsWith(path + ": ", StringComparison.Ordinal) && !exception.Message.Contains('\n'))
        {
            return false;
        }
    }

    /// <summary>How many of the file's beginnings are accepted.</summary>
    public static int AcceptedTruncations(byte[] file)
    {
        using var folder = new TempFolder();
        string path = folder["weights.pth"];
        int accepted = 0;
        for (int length = 0; length < file.Length; length++)
        {
            Overwrite(path, file.AsSpan(0, length));
            accepted += TryLoad(path) ? 1 : 0;
        }
        return accepted;
    }

    /// <summary>Replaces a file's content. Emptying it first would make some file systems wait for the disk each time.</summary>
    public static void Overwrite(string path, ReadOnlySpan<byte> content)
    {
        using SafeFileHandle file = File.OpenHandle(path, FileMode.OpenOrCreate, FileAccess.Write);
        RandomAccess.Write(file, content, 0);
        RandomAccess.SetLength(file, content.Length);
    }

    public static void LoadAll(string path)
    {
        using Checkpoint checkpoint = PyTorchFile.Open(path);
        foreach (CheckpointTensor tensor in checkpoint.Tensors)
            tensor.Load();
    }

    /// <summary>An archive with the pickle and storages named 0, 1, ...</summary>
    public static byte[] Zip(byte[] pickle, params byte[][] storages)
    {
        var zip = new ZipBytes();
        zip.Add("weights/data.pkl", pickle);
        for (int i = 0; i < storages.Length; i++)
            zip.Add($"weights/data/{i}", storages[i]);
        return zip.ToArray();
    }

    /// <summary>Little-endian singles.</summary>
    public static byte[] Floats(params float[] values) => MemoryMarshal.AsBytes(values.AsSpan()).ToArray();
}
