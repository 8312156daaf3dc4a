namespace Senet.Data;

/// <summary>Another source with its labels mapped to another class list.</summary>
sealed class RelabelledSource(IImageSource source, int[] map) : IImageSource, IFileBacked, IDeferredSource
{
    public int Count => source.Count;

    public int NativeChannels => source.NativeChannels;

    public int Label(int index) => map[source.Label(index)];

    public string Describe(int index) => source.Describe(index);

    public ImagePixels Load(int index, int channels, byte background) => source.Load(index, channels, background);

    public ImagePixels Open(int index, int channels, byte background, bool fast) => source.Open(index, channels, background, fast);

    public string? FilePath(int index) => (source as IFileBacked)?.FilePath(index);

    public bool ApplyOrientation => source is not IFileBacked { ApplyOrientation: false };

    public void Keep(int index, int channels, byte background, ImagePixels pixels) => (source as IFileBacked)?.Keep(index, channels, background, pixels);
}
