namespace Senet.Inference.Kernels;

/// <summary>Whether a tile asks for a line of memory with each input; a type, so that one that does not has no trace of it.</summary>
interface IFetch
{
    static abstract bool Fetches { get; }
}

readonly struct Fetching : IFetch
{
    public static bool Fetches => true;
}

readonly struct NotFetching : IFetch
{
    public static bool Fetches => false;
}
