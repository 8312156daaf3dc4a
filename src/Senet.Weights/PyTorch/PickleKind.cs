namespace Senet.Weights;

/// <summary>What an allowed Python name stands for.</summary>
enum PickleKind
{
    Dictionary,
    DefaultDictionary,
    Set,
    Size,
    Device,
    Tensor,
    TensorOfType,
    Parameter,
    TensorSubclass,
    Storage,
    Encode,
    NumpyType,
    NumpyScalar,

    /// <summary>A class or type that appears as a value and is never called.</summary>
    Value,

    /// <summary>Something harmless beside the weights that is passed over.</summary>
    Dropped,
}
