using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Senet.Graph;
using Senet.Weights;

namespace Senet.Tests;

public class ModelFileTests
{
    static readonly WeightTensor[] Weights = [WeightTensor.FromFloat32("fc.weight", [2, 2], [1, 2, 3, 4]), WeightTensor.FromInt64("bn1.num_batches_tracked", [], [7])];

    static ModelDescription Description => new()
    {
        Architecture = "se-resnet-50",
        Options = new NetworkOptions
        {
            Classes = 2,
            Se = new SeOptions { ReductionRatio = 8, SqueezeWidth = 12, Rounding = SeRounding.MultipleOf8, Biases = false },
            BottleneckStride = BottleneckStride.Conv3x3,
            Dropout = 0.1,
        },
        Classes = ["Kätzchen \"klein\"", "狗 <dog>"],
        Preprocessing = new Preprocessing { Height = 192, Width = 160, ResizeShortSide = 200, Interpolation = Interpolation.Bicubic, Mean = [0.1f, 0.2f, 0.3f], Std = [1e-7f, 1, 3.4e38f], Background = 0 },
        Training = new Dictionary<string, string> { ["top1"] = "76.31", ["epochs"] = "90" },
    };

    [Theory]
    [InlineData("")]
    [InlineData("de-DE")]
    [InlineData("ar-SA")]
    public void Save_ThenLoad_IsExactInAnyCulture(string culture)
    {
        using var folder = new TempFolder();
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        try
        {
            ModelFile.Save(folder["m.safetensors"], Description, Weights);
            ModelFile model = ModelFile.Load(folder["m.safetensors"]);
            AssertSame(Description, model.Description);
            AssertSame(Description, ModelFile.LoadDescription(folder["m.safetensors"]));
            Assert.Equal(["fc.weight", "bn1.num_batches_tracked"], model.Tensors.Keys);
            Assert.Equal([1f, 2, 3, 4], model.Tensors["fc.weight"].ToFloat32());
            Assert.StartsWith("senet 0.", model.Description.Producer, StringComparison.Ordinal);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
    }

    [Fact]
    public void Save_Metadata_IsTheDocumentedJson()
    {
        using var folder = new TempFolder();
        CultureInfo before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
        try
        {
            ModelFile.Save(folder["m.safetensors"], Description with { Producer = "senet 1.2.3" }, Weights);
        }
        finally
        {
            CultureInfo.CurrentCulture = before;
        }
        IReadOnlyDictionary<string, string> metadata = SafetensorsFile.ReadMetadata(folder["m.safetensors"]);
        Assert.Equal(["format", "senet.format", "senet.model"], metadata.Keys);
        Assert.Equal(("pt", "1"), (metadata["format"], metadata["senet.format"]));
        string json = metadata["senet.model"];
        Assert.StartsWith("{\"architecture\":\"se-resnet-50\",\"options\":{\"classes\":2,", json, StringComparison.Ordinal);
        Assert.Contains("\"rounding\":\"multipleOf8\"", json, StringComparison.Ordinal);
        Assert.Contains("\"dropout\":0.1", json, StringComparison.Ordinal);
        Assert.Contains("\"classes\":[\"Kätzchen \\\"klein\\\"\",\"狗 <dog>\"]", json, StringComparison.Ordinal);
        Assert.Contains("\"interpolation\":\"bicubic\",\"bgr\":false,\"pixelMaximum\":1,\"mean\":[0.1,0.2,0.3],\"std\":[1E-07,1,3.4E+38],\"background\":0", json, StringComparison.Ordinal);
        Assert.EndsWith("\"training\":{\"top1\":\"76.31\",\"epochs\":\"90\"},\"producer\":\"senet 1.2.3\"}", json, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', json);
    }

    [Fact]
    public void Save_EveryEnumerationOfTheOptions_IsCamelCaseText()
    {
        using var folder = new TempFolder();
        ModelFile.Save(folder["m.safetensors"], Description, Weights);
        using JsonDocument json = JsonDocument.Parse(SafetensorsFile.ReadMetadata(folder["m.safetensors"])["senet.model"]);
        int seen = 0;
        void Check(JsonElement element, object value)
        {
            foreach (PropertyInfo property in value.GetType().GetProperties(BindingFlags.Public | BindingFlags.Instance))
            {
                JsonElement member = element.GetProperty(JsonNamingPolicy.CamelCase.ConvertName(property.Name));
                if (property.PropertyType.IsEnum)
                {
                    Assert.Equal(JsonNamingPolicy.CamelCase.ConvertName(property.GetValue(value)!.ToString()!), member.GetString());
                    seen++;
                }
                else if (property.PropertyType == typeof(SeOptions))
                {
                    Check(member, property.GetValue(value)!);
                }
            }
        }
        Check(json.RootElement.GetProperty("options"), Description.Options);
        Check(json.RootElement.GetProperty("preprocessing"), Description.Preprocessing);
        Assert.True(seen >= 7, $"{seen}");
    }

    [Fact]
    public void Save_NoSeNoClassNames_ReadsBack()
    {
        using var folder = new TempFolder();
        ModelDescription plain = Description with { Options = new NetworkOptions { InputChannels = 1 }, Classes = [], Training = new Dictionary<string, string>(), Preprocessing = new Preprocessing { Channels = 1, Mean = [0.5f], Std = [0.5f] } };
        ModelFile.Save(folder["m.safetensors"], plain, []);
        AssertSame(plain, ModelFile.Load(folder["m.safetensors"]).Description);
    }

    [Fact]
    public void Save_DescriptionContradictsItself_IsRefusedBeforeWriting()
    {
        using var folder = new TempFolder();
        void Refused(ModelDescription description, string expected)
        {
            string path = folder["m.safetensors"];
            Assert.Equal($"{path}: model description: {expected}", Assert.Throws<SenetException>(() => ModelFile.Save(path, description, Weights)).Message);
        }
        Refused(Description with { Classes = ["a"] }, "1 class names for 2 outputs; give one per output or none");
        Refused(Description with { Architecture = "" }, "the architecture's id is empty");
        Refused(Description with { Classes = ["a", null!] }, "a class name or a value of the training summary is null");
        Refused(Description with { Preprocessing = Description.Preprocessing with { Channels = 1 } }, "images have 1 channels but the network takes 3");
        Refused(Description with { Preprocessing = Description.Preprocessing with { Mean = [0] } }, "1 means and 3 standard deviations for 3 channels");
        Refused(Description with { Preprocessing = Description.Preprocessing with { Std = [1, 0, 1] } }, "means must be finite and standard deviations finite and above 0");
        Refused(Description with { Preprocessing = Description.Preprocessing with { Width = 0 } }, "image size 192x0, short side 200: each must be at least 1");
        Assert.Empty(Directory.GetFiles(folder.Path));
    }

    [Fact]
    public void Load_OptionsOfAnOlderVersion_TakeTheirDefaults()
    {
        // A file written before an option existed must build the network it was written for.
        using var folder = new TempFolder();
        string model = """{"architecture":"resnet-8","options":{"classes":2,"se":{"reductionRatio":4}},"classes":[],"preprocessing":{"height":32,"width":32},"producer":"senet 0.0.1"}""";
        SafetensorsFile.Write(folder["m.safetensors"], Weights, new Dictionary<string, string> { ["senet.format"] = "1", ["senet.model"] = model });
        ModelDescription description = ModelFile.Load(folder["m.safetensors"]).Description;
        Assert.Equal(new NetworkOptions { Classes = 2, Se = new() { ReductionRatio = 4 } }, description.Options);
        Assert.Equal(new Preprocessing().Mean, description.Preprocessing.Mean);
        Assert.Equal((256, 3, (byte)255), (description.Preprocessing.ResizeShortSide, description.Preprocessing.Channels, description.Preprocessing.Background));
    }

    [Fact]
    public void Load_SafetensorsWithoutModel_SaysWhatIsMissing()
    {
        string path = SharedFiles.Shared("reference/checkpoints/tiny.safetensors");
        Assert.Equal($"{path}: holds weights but no Senet model (senet.format is missing from its metadata); import it with the name of its architecture",
            Assert.Throws<SenetException>(() => ModelFile.Load(path)).Message);
    }

    [Theory]
    [InlineData("2", "{}", "model format 2 is newer than this Senet reads (up to 1); update Senet")]
    [InlineData("0", "{}", "senet.format is \"0\", expected a version number from 1")]
    [InlineData("1.5\n", "{}", "senet.format is \"1.5 \", expected a version number from 1")]
    [InlineData("1", null, "senet.model is missing from its metadata")]
    [InlineData("1", "null", "senet.model is null")]
    [InlineData("1", "{", "senet.model is not a model description this Senet understands: ")]
    [InlineData("1", "{}", "architecture")]
    [InlineData("1", "[]", "senet.model is not a model description this Senet understands: ")]
    public void Load_BadModelMetadata_IsRefusedOnOneLine(string format, string? model, string expected)
    {
        using var folder = new TempFolder();
        var metadata = new Dictionary<string, string> { ["senet.format"] = format };
        if (model is not null)
            metadata["senet.model"] = model;
        SafetensorsFile.Write(folder["m.safetensors"], Weights, metadata);
        AssertRefused(folder["m.safetensors"], expected);
    }

    [Theory]
    [InlineData("\"interpolation\":\"bicubic\"", "\"interpolation\":\"cubic\"", "$.preprocessing.interpolation")]
    [InlineData("\"interpolation\":\"bicubic\"", "\"interpolation\":4", "$.preprocessing.interpolation")]
    [InlineData("\"classes\":2", "\"classes\":2,\"futureOption\":true", "futureOption")]
    [InlineData("\"classes\":2", "\"classes\":2,\"classes\":2", "classes")]
    [InlineData("\"classes\":2", "\"classes\":3", "2 class names for 3 outputs")]
    [InlineData("\"mean\":[0.1,0.2,0.3]", "\"mean\":null", "Mean")]
    [InlineData("\"mean\":[0.1,0.2,0.3]", "\"mean\":[0.1,0.2,1e99]", "means must be finite")]
    [InlineData(",\"producer\":\"senet 0.1.0\"", "", "producer")]
    [InlineData("\"top1\":\"76.31\"", "\"top1\":null", "training summary is null")]
    public void Load_DamagedDescription_IsRefusedByName(string found, string replacement, string expected)
    {
        using var folder = new TempFolder();
        string path = folder["m.safetensors"];
        ModelFile.Save(path, Description with { Producer = "senet 0.1.0" }, Weights);
        string json = SafetensorsFile.ReadMetadata(path)["senet.model"];
        Assert.Contains(found, json, StringComparison.Ordinal);
        SafetensorsFile.Write(path, Weights, new Dictionary<string, string> { ["senet.format"] = "1", ["senet.model"] = json.Replace(found, replacement, StringComparison.Ordinal) });
        AssertRefused(path, expected);
    }

    static void AssertRefused(string path, string expected)
    {
        string message = Assert.Throws<SenetException>(() => ModelFile.Load(path)).Message;
        Assert.Equal(message, Assert.Throws<SenetException>(() => ModelFile.LoadDescription(path)).Message);
        Assert.StartsWith(path + ": ", message, StringComparison.Ordinal);
        Assert.Contains(expected, message, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain(message, char.IsControl);
    }

    static void AssertSame(ModelDescription expected, ModelDescription actual)
    {
        Assert.Equal(expected.Architecture, actual.Architecture);
        Assert.Equal(expected.Options, actual.Options);
        Assert.Equal(expected.Classes, actual.Classes);
        Assert.Equal(expected.Training.ToArray(), actual.Training.ToArray());
        Assert.Equal(expected.Producer, actual.Producer);
        Assert.Equal(expected.Preprocessing.Mean, actual.Preprocessing.Mean);
        Assert.Equal(expected.Preprocessing.Std, actual.Preprocessing.Std);
        Assert.Equal(expected.Preprocessing, actual.Preprocessing with { Mean = expected.Preprocessing.Mean, Std = expected.Preprocessing.Std });
    }
}
