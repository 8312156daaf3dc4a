using System.IO.Compression;
using Senet.Graph;
using Senet.Tests;
using Senet.Weights;
using static TorchSharp.torch;

namespace Senet.Torch.Tests;

/// <summary>From a file under an implementation's own names, in every format, to a model file with its golden logits.</summary>
public sealed class ConvertedCheckpointTests : IDisposable
{
    readonly TempFolder _folder = new();

    public static TheoryData<string, CheckpointFormat> Files()
    {
        var files = new TheoryData<string, CheckpointFormat>();
        foreach (string name in new[] { "cadene_se_resnet50_64px", "timm_seresnet50_64px", "moskomule_se_resnet20", "resnet18_64px", "caffe_se_resnet_50" })
        {
            foreach (CheckpointFormat format in new[] { CheckpointFormat.Safetensors, CheckpointFormat.PyTorchZip, CheckpointFormat.PyTorchLegacy })
                files.Add(name, format);
        }
        return files;
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Files))]
    public void Convert_FileOfAnImplementation_GivesItsGoldenLogits(string file, CheckpointFormat format)
    {
        var golden = new GoldenForward(file);
        string path = _folder["weights"];
        Write(path, format, [.. golden.Tensors()]);
        using (Checkpoint checkpoint = CheckpointFile.Open(path))
        {
            Assert.Equal(format, checkpoint.Format);
            WeightMatch match = WeightRecognition.Recognise(checkpoint);
            Assert.Empty(match.Missing);
            Assert.Empty(match.LeftOver);
            match.Save(_folder["model.safetensors"]);
        }
        ModelFile model = ModelFile.Load(_folder["model.safetensors"]);
        using var module = new GraphModule(ArchitectureRegistry.Get(model.Description.Architecture).Build(model.Description.Options));
        module.LoadWeights(model.Tensors, "model");
        module.eval();
        using var scope = NewDisposeScope();
        using IDisposable noGrad = no_grad();
        Tensor logits = module.call(tensor(golden.Input, golden.InputShape));
        // The golden's classes are in the file's order, the model's in that of WordNet ids.
        if (model.Description.Preprocessing.Bgr)
            logits = Reordered(logits);
        golden.AssertLogits(logits.contiguous().data<float>().ToArray());
    }

    static Tensor Reordered(Tensor logits)
    {
        long[] places = new long[1000];
        for (int i = 0; i < places.Length; i++)
            places[ImageNetClasses.DevkitIndices[i]] = i;
        return logits.index_select(1, tensor(places));
    }

    static void Write(string path, CheckpointFormat format, WeightTensor[] tensors)
    {
        switch (format)
        {
            case CheckpointFormat.Safetensors:
                SafetensorsFile.Write(path, tensors);
                break;
            case CheckpointFormat.PyTorchZip:
                using (ZipArchive zip = ZipFile.Open(path, ZipArchiveMode.Create))
                {
                    WriteEntry(zip, "archive/data.pkl", Dictionary(tensors));
                    for (int i = 0; i < tensors.Length; i++)
                        WriteEntry(zip, FormattableString.Invariant($"archive/data/{i}"), tensors[i].Data.Span);
                    WriteEntry(zip, "archive/version", "3\n"u8);
                }
                break;
            default:
                using (FileStream stream = File.Create(path))
                {
                    // Magic number, protocol, facts about the machine, the object, the storages' keys, the storages.
                    stream.Write(new PickleBytes().Proto().Raw(0x8a, 0x0a, 0x6c, 0xfc, 0x9c, 0x46, 0xf9, 0x20, 0x6a, 0xa8, 0x50, 0x19).Stop());
                    stream.Write(new PickleBytes().Proto().Integer(1001).Stop());
                    stream.Write(new PickleBytes().Proto().Op("}").Text("little_endian").Raw(0x88).Op("s").Stop());
                    stream.Write(Dictionary(tensors));
                    var keys = new PickleBytes().Proto().Op("]");
                    for (int i = 0; i < tensors.Length; i++)
                        keys.Text(FormattableString.Invariant($"{i}")).Op("a");
                    stream.Write(keys.Stop());
                    foreach (WeightTensor tensor in tensors)
                    {
                        stream.Write(BitConverter.GetBytes(tensor.ElementCount));
                        stream.Write(tensor.Data.Span);
                    }
                }
                break;
        }
    }

    // {"state_dict": {name: tensor, ...}}, each tensor with a storage of its own.
    static byte[] Dictionary(WeightTensor[] tensors)
    {
        PickleBytes pickle = new PickleBytes().Proto().Op("}").Text("state_dict").Op("}");
        for (int i = 0; i < tensors.Length; i++)
        {
            long[] strides = new long[tensors[i].Shape.Length];
            long stride = 1;
            for (int axis = strides.Length - 1; axis >= 0; axis--)
            {
                strides[axis] = stride;
                stride *= tensors[i].Shape[axis];
            }
            pickle.Text(tensors[i].Name).Tensor(FormattableString.Invariant($"{i}"), tensors[i].ElementCount, tensors[i].Shape, strides).Op("s");
        }
        return pickle.Op("s").Stop();
    }

    static void WriteEntry(ZipArchive zip, string name, ReadOnlySpan<byte> content)
    {
        using Stream stream = zip.CreateEntry(name, CompressionLevel.NoCompression).Open();
        stream.Write(content);
    }
}
