namespace Senet.Weights;

/// <summary>What a weight file is, found by its content.</summary>
public enum CheckpointFormat
{
    /// <summary>safetensors.</summary>
    Safetensors,

    /// <summary>A PyTorch zip archive, the default of <c>torch.save</c> since version 1.6.</summary>
    PyTorchZip,

    /// <summary>Pickles one behind the other, PyTorch's format before version 1.6.</summary>
    PyTorchLegacy,

    /// <summary>A tar archive of pickles and storages, PyTorch's format before version 0.2.</summary>
    PyTorchTar,

    /// <summary>A Caffe <c>NetParameter</c> with blobs.</summary>
    Caffe,
}
