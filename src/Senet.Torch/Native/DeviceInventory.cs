namespace Senet.Torch.Native;

/// <summary>What a machine offers beside its CPU.</summary>
/// <param name="HasCudaLibraries">Whether the build carries the CUDA libtorch.</param>
/// <param name="CudaDevices">Number of CUDA devices that libtorch can use.</param>
/// <param name="HasMps">Whether libtorch can use Metal.</param>
sealed record DeviceInventory(bool HasCudaLibraries, int CudaDevices, bool HasMps);
