using System.Text;

namespace Senet.Tests;

/// <summary>Composes tar archives as PyTorch wrote them before version 0.2; no file of that age is at hand.</summary>
static class TarBytes
{
    /// <summary>A transposed tensor, one of a view's storage, and a number.</summary>
    public static byte[] Checkpoint()
    {
        byte[] storages = new PickleBytes().Proto().Op("K\x01.")
            .Proto().Op("(").Integer(100).Text("cpu").Global("torch", "FloatStorage").Op("t.").Int64(4).Raw(PyTorchProbe.Floats(1, 2, 3, 4))
            .Proto().Op("](").Integer(101).Integer(100).Integer(2).Integer(2).Op("ta.").ToArray();
        byte[] tensors = new PickleBytes().Proto().Op("K\x02.")
            .Proto().Op("(").Integer(200).Integer(100).Global("torch", "FloatTensor").Op("t.").Int64(2).Int64(2).Int64(2).Int64(1).Int64(2).Int64(0)
            .Proto().Op("(").Integer(201).Integer(101).Global("torch", "FloatTensor").Op("t.").Int64(1).Int64(2).Int64(1).Int64(0).ToArray();
        byte[] pickle = new PickleBytes().Proto().Op("}(").Text("state").Op("}(").Text("transposed").Text("200").Op("Q").Text("view").Text("201").Op("Qu")
            .Text("epoch").Op("K\x05u").Stop();
        return [.. Member("sys_info", new PickleBytes().Proto().Op("}").Stop()), .. Member("pickle", pickle), .. Member("tensors", tensors), .. Member("storages", storages), .. new byte[1024]];
    }

    /// <summary>A file in an archive.</summary>
    public static byte[] Member(string name, byte[] content)
    {
        byte[] header = new byte[512];
        Encoding.ASCII.GetBytes(name).CopyTo(header, 0);
        Encoding.ASCII.GetBytes(Convert.ToString(content.Length, 8).PadLeft(11, '0')).CopyTo(header, 124);
        header[156] = (byte)'0';
        "ustar"u8.CopyTo(header.AsSpan(257));
        return [.. header, .. content, .. new byte[(512 - (content.Length % 512)) % 512]];
    }
}
