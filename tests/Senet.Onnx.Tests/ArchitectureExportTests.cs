using Senet.Graph;
using Senet.Tests;

namespace Senet.Onnx.Tests;

public class ArchitectureExportTests
{
    public static TheoryData<string> Ids => [.. ArchitectureRegistry.All.Select(architecture => architecture.Id)];

    [Theory]
    [MemberData(nameof(Ids))]
    public void Encode_Architecture_GivesItsLogitsFoldedAndNot(string id)
    {
        using ExportedNetwork network = ExportedNetwork.OfArchitecture(id);
        int size = network.SmallSize;
        network.AssertParity(new() { InputSize = size }, size);
        network.AssertParity(new() { InputSize = size, FoldBatchNorm = false }, size);
    }
}
