using System.Text.Json;
using Senet.Graph;
using Senet.Weights;

namespace Senet.Tests;

/// <summary>The safetensors files of shared/reference/checkpoints against their sidecars, which another program wrote.</summary>
public class SafetensorsReferenceTests
{
    const string Folder = "reference/checkpoints";

    public static TheoryData<string> Files()
    {
        string folder = Path.GetFullPath(Path.Combine(SharedFiles.RepositoryRoot, "..", "shared", Folder));
        return Directory.Exists(folder)
            ? [.. Directory.GetFiles(folder, "*.safetensors").Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)]
            : ["tiny.safetensors"]; // absent: the test itself skips
    }

    [Theory]
    [MemberData(nameof(Files))]
    public void Read_ReferenceFile_AgreesWithItsSidecar(string file)
    {
        string path = SharedFiles.Shared($"{Folder}/{file}");
        using JsonDocument sidecar = JsonDocument.Parse(File.ReadAllText(path + ".json"));
        if (sidecar.RootElement.GetProperty("expect").GetString() == "load")
        {
            AssertEqual(sidecar.RootElement.GetProperty("tensors"), SafetensorsFile.Read(path));
            return;
        }
        string message = Assert.Throws<SenetException>(() => SafetensorsFile.Read(path)).Message;
        Assert.StartsWith(path + ": ", message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', message);
        Assert.Contains(Refusals[file], message, StringComparison.Ordinal);
        Assert.Equal(message, Assert.Throws<SenetException>(() => SafetensorsFile.ReadMetadata(path)).Message);
    }

    [Fact]
    public void Read_GoodFile_KeepsHeaderOrderAndMetadata()
    {
        SafetensorsContents contents = SafetensorsFile.Read(SharedFiles.Shared($"{Folder}/dtypes.safetensors"));
        Assert.Equal(["f32", "f64", "f16"], contents.Tensors.Keys.Take(3));
        Assert.Equal("quote \" backslash \\ newline \n", contents.Metadata["note"]);
        Assert.Equal("pt", contents.Metadata["format"]);
    }

    static readonly Dictionary<string, string> Refusals = new()
    {
        ["bad_dtype.safetensors"] = "tensor \"b\": unknown dtype \"F7\"",
        ["bad_duplicate_key.safetensors"] = "tensor \"a\" is described twice",
        ["bad_header_past_end.safetensors"] = "but only 132 follow; the file is truncated",
        ["bad_header_too_long.safetensors"] = "the header length is 1099511627776 bytes, at most 100000000 are allowed",
        ["bad_json.safetensors"] = "the header is not valid JSON",
        ["bad_negative_shape.safetensors"] = "tensor \"b\": shape [-2] has a negative dimension",
        ["bad_offsets_overlap.safetensors"] = "tensor \"b\" starts at byte 8 of the data and overlaps the tensor before it, which ends at 12",
        ["bad_offsets_past_end.safetensors"] = "tensor \"b\": F32 [2] needs 8 bytes, data_offsets [12, 24] give 12",
        ["bad_offsets_reversed.safetensors"] = "tensor \"b\": data_offsets [20, 12] are not 0 <= begin <= end",
        ["bad_shape_overflow.safetensors"] = "tensor \"b\": the size of shape [4611686018427387904, 8] overflows 64 bits",
        ["bad_shape_size.safetensors"] = "tensor \"b\": F32 [3] needs 12 bytes, data_offsets [12, 20] give 8",
        ["bad_truncated.safetensors"] = "tensor \"b\" ends at byte 20 of the data, but the file holds only 16; it is truncated",
        ["gap.safetensors"] = "4 bytes before tensor \"b\" (from byte 8 of the data) belong to no tensor",
    };

    static void AssertEqual(JsonElement expected, SafetensorsContents actual)
    {
        Assert.Equal(expected.EnumerateArray().Select(t => t.GetProperty("name").GetString()), actual.Tensors.Keys);
        foreach (JsonElement tensor in expected.EnumerateArray())
        {
            WeightTensor read = actual.Tensors[tensor.GetProperty("name").GetString()!];
            Assert.Equal(tensor.GetProperty("dtype").GetString(), read.Type.SafetensorsName());
            Assert.Equal(tensor.GetProperty("shape").EnumerateArray().Select(d => d.GetInt64()), read.Shape);
            double[] values = Values(read);
            Assert.Equal(tensor.GetProperty("sum").GetDouble(), values.Sum(), 1e-9 * (1 + values.Sum(Math.Abs)));
            // Sidecars hold doubles; every single, half and bfloat16 is one exactly.
            Assert.Equal(tensor.GetProperty("first4").EnumerateArray().Select(v => v.GetDouble()), values.Take(4));
            JsonElement last = tensor.GetProperty("last");
            if (last.ValueKind == JsonValueKind.Null)
                Assert.Empty(values);
            else
                Assert.Equal(last.GetDouble(), values[^1]);
        }
    }

    static double[] Values(WeightTensor tensor) => tensor.Type switch
    {
        TensorType.Float64 => [.. tensor.Data.ToArray().Chunk(8).Select(b => BitConverter.ToDouble(b))],
        TensorType.Float32 or TensorType.Float16 or TensorType.BFloat16 => Array.ConvertAll(tensor.ToFloat32(), v => (double)v),
        _ => Array.ConvertAll(tensor.ToInt64(), v => (double)v),
    };
}
