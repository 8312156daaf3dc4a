using System.Globalization;

namespace Senet.Weights;

/// <summary>The field numbers by which the two generations of Caffe's layer message name the same things.</summary>
/// <param name="Name">Name of the layer.</param>
/// <param name="Type">Type: text today, a number of an enumeration before.</param>
/// <param name="Bottom">Names of the inputs.</param>
/// <param name="Blobs">Weights.</param>
/// <param name="InnerProduct">Parameters of a fully connected layer.</param>
/// <param name="BatchNorm">Parameters of a batch normalisation; 0 where the generation has none.</param>
sealed record CaffeLayerSchema(int Name, int Type, int Bottom, int Blobs, int InnerProduct, int BatchNorm)
{
    /// <summary>LayerParameter, field <c>layer</c> (100) of the network, since 2014.</summary>
    public static CaffeLayerSchema Current { get; } = new(Name: 1, Type: 2, Bottom: 3, Blobs: 7, InnerProduct: 117, BatchNorm: 139);

    /// <summary>V1LayerParameter, field <c>layers</c> (2) of the network.</summary>
    public static CaffeLayerSchema V1 { get; } = new(Name: 4, Type: 5, Bottom: 2, Blobs: 6, InnerProduct: 17, BatchNorm: 0);

    /// <summary>Whether types are numbers of an enumeration.</summary>
    public bool HasNumberedTypes => this == V1;

    /// <summary>Today's name of a type that <see cref="V1"/> gives as a number; other numbers stay numbers.</summary>
    public static string TypeName(ulong v1Type) => v1Type switch
    {
        3 => "Concat",
        4 => "Convolution",
        5 => "Data",
        6 => "Dropout",
        14 => "InnerProduct",
        15 => "LRN",
        17 => "Pooling",
        18 => "ReLU",
        19 => "Sigmoid",
        20 => "Softmax",
        21 => "SoftmaxWithLoss",
        25 => "Eltwise",
        39 => "Deconvolution",
        _ => v1Type.ToString(CultureInfo.InvariantCulture),
    };
}
