using System.Globalization;
using System.Text.Json;
using Senet.Graph;
using Senet.Weights;

namespace Senet.Tests;

/// <summary>The PyTorch files of shared/reference/checkpoints against their sidecars, which another program wrote.</summary>
public class PyTorchReferenceTests
{
    const string Folder = "reference/checkpoints";

    // JSON has no NaN: this tensor's bits stand in a place of their own.
    const string Special = "special";

    static readonly string[] Extensions = [".pth", ".tar", ".th", ".pt", ".pkl"];

    const string SaveStateDict = "in Python, save the weights alone: torch.save(model.state_dict(), \"weights.pth\")";

    static readonly Dictionary<string, string> Refusals = new()
    {
        ["bitflip_crc.pth"] = "\"tiny_zip/data/0\" in the archive has the wrong checksum (CRC-32 ",
        ["empty.pth"] = "the file is empty",
        ["full_module.pth"] = "holds tinynet.TinySE, a Python object that is not weights and is never loaded here; " + SaveStateDict,
        ["full_module_legacy.pth"] = "holds tinynet.TinySE, a Python object that is not weights and is never loaded here; " + SaveStateDict,
        ["html_error_page.pth"] = "not a PyTorch file; expected a zip archive, a pickle or a tar archive",
        ["malicious_eval.pth"] = "holds builtins.eval, a Python object",
        ["malicious_legacy.pth"] = "holds posix.system, a Python object",
        ["malicious_protocol4.pth"] = "holds posix.system, a Python object",
        ["malicious_raw.pkl"] = "holds os.system, a Python object",
        ["malicious_torch_function.pth"] = "holds torch.serialization.load, a Python object",
        ["malicious_zip.pth"] = "holds posix.system, a Python object",
        ["short_storage.pth"] = "storage \"data/0\" should hold 216 elements of 4 bytes, but has 856 bytes",
        ["torchscript.pt"] = "a TorchScript archive, which holds code; in Python, save the weights alone: torch.save(torch.jit.load(",
        ["truncated_legacy.pth"] = "it is truncated, get it again",
        ["truncated_legacy_tail.pth"] = "but the file ends at 9494; it is truncated, get it again",
        ["truncated_zip.pth"] = "begins as a zip archive, but the directory at its end is missing; the file is truncated, get it again",
    };

    public static TheoryData<string> Files()
    {
        string folder = Path.GetFullPath(Path.Combine(SharedFiles.RepositoryRoot, "..", "shared", Folder));
        return Directory.Exists(folder)
            ? [.. Directory.GetFiles(folder).Where(f => Extensions.Contains(Path.GetExtension(f))).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)]
            : ["tiny_zip.pth"]; // absent: the test itself skips
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Open_ReferenceFile_AgreesWithItsSidecar(string file)
    {
        string path = SharedFiles.Shared($"{Folder}/{file}");
        using JsonDocument sidecar = JsonDocument.Parse(File.ReadAllText(path + ".json"));
        if (Refusals.TryGetValue(file, out string? refusal))
        {
            AssertRefused(path, refusal);
            return;
        }
        Assert.NotEqual("refuse", sidecar.RootElement.GetProperty("expect").GetString());
        using Checkpoint checkpoint = PyTorchFile.Open(path);
        bool isZip = File.ReadAllBytes(path)[0] == (byte)'P';
        Assert.Equal(isZip ? CheckpointFormat.PyTorchZip : CheckpointFormat.PyTorchLegacy, checkpoint.Format);
        AssertTensors(sidecar.RootElement.GetProperty("tensors"), [.. checkpoint.Tensors.Where(t => t.Name != Special)]);
        AssertScalars(sidecar.RootElement.GetProperty("scalars"), checkpoint.Scalars);
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Recognises_ReferenceFile_IsTrueUnlessItIsNoPyTorchFile(string file)
    {
        byte[] bytes = File.ReadAllBytes(SharedFiles.Shared($"{Folder}/{file}"));
        bool expected = file is not ("empty.pth" or "html_error_page.pth");
        Assert.Equal(expected, PyTorchFile.Recognises(bytes.AsSpan(0, Math.Min(bytes.Length, 512))));
    }

    [Fact]
    public void Recognises_OtherReferenceFiles_IsFalse()
    {
        string folder = SharedFiles.Shared(Folder);
        string[] others = [.. Directory.GetFiles(folder).Where(f => !Extensions.Contains(Path.GetExtension(f)))];
        Assert.NotEmpty(others);
        foreach (string other in others)
        {
            byte[] bytes = File.ReadAllBytes(other);
            Assert.False(PyTorchFile.Recognises(bytes.AsSpan(0, Math.Min(bytes.Length, 512))), other);
        }
    }

    [Theory]
    [InlineData("dtypes.pth")]
    [InlineData("dtypes_legacy.pth")]
    public void Load_SpecialValues_KeepsTheirBits(string file)
    {
        string path = SharedFiles.Shared($"{Folder}/{file}");
        using JsonDocument sidecar = JsonDocument.Parse(File.ReadAllText(path + ".json"));
        using Checkpoint checkpoint = PyTorchFile.Open(path);
        float[] values = checkpoint.Tensors.Single(t => t.Name == Special).Load().ToFloat32();
        Assert.Equal(sidecar.RootElement.GetProperty("special_bits").EnumerateArray().Select(b => b.GetString()),
            values.Select(v => BitConverter.SingleToUInt32Bits(v).ToString("x8", CultureInfo.InvariantCulture)));
    }

    static void AssertRefused(string path, string expected)
    {
        string message = Assert.Throws<SenetException>(() =>
        {
            using Checkpoint checkpoint = PyTorchFile.Open(path);
            foreach (CheckpointTensor tensor in checkpoint.Tensors)
                tensor.Load();
        }).Message;
        Assert.StartsWith(path + ": ", message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', message);
        Assert.Contains(expected, message, StringComparison.Ordinal);
    }

    static void AssertTensors(JsonElement expected, IReadOnlyList<CheckpointTensor> actual)
    {
        Assert.Equal(expected.EnumerateArray().Select(t => t.GetProperty("name").GetString()), actual.Select(t => t.Name));
        foreach ((JsonElement tensor, CheckpointTensor entry) in expected.EnumerateArray().Zip(actual))
        {
            WeightTensor read = entry.Load();
            Assert.Equal(entry.Name, read.Name);
            Assert.Equal(tensor.GetProperty("dtype").GetString(), read.Type.SafetensorsName());
            Assert.Equal(tensor.GetProperty("shape").EnumerateArray().Select(d => d.GetInt64()), read.Shape);
            Assert.Equal(read.Shape, entry.Shape);
            AssertValues(tensor, PyTorchValues.Of(read));
        }
    }

    static void AssertValues(JsonElement expected, double[] values)
    {
        Assert.Equal(expected.GetProperty("sum").GetDouble(), values.Sum(), 1e-9 * (1 + values.Sum(Math.Abs)));
        // Sidecars hold doubles; every single, half and bfloat16 is one exactly.
        Assert.Equal(expected.GetProperty("first4").EnumerateArray().Select(v => v.GetDouble()), values.Take(4));
        JsonElement last = expected.GetProperty("last");
        if (last.ValueKind == JsonValueKind.Null)
            Assert.Empty(values);
        else
            Assert.Equal(last.GetDouble(), values[^1]);
    }

    static void AssertScalars(JsonElement expected, IReadOnlyDictionary<string, string> actual)
    {
        // None is no scalar here.
        JsonProperty[] present = [.. expected.EnumerateObject().Where(p => p.Value.ValueKind != JsonValueKind.Null)];
        Assert.Equal(present.Select(p => p.Name), actual.Keys);
        foreach (JsonProperty scalar in present)
        {
            string text = actual[scalar.Name];
            switch (scalar.Value.ValueKind)
            {
                case JsonValueKind.Number:
                    Assert.Equal(scalar.Value.GetDouble(), double.Parse(text, CultureInfo.InvariantCulture));
                    break;
                case JsonValueKind.String when scalar.Name == "args":
                    Assert.Equal("argparse.Namespace (not loaded)", text);
                    break;
                default:
                    Assert.Equal(scalar.Value.ToString(), text, ignoreCase: scalar.Value.ValueKind != JsonValueKind.String);
                    break;
            }
        }
    }
}
