using System.Buffers;
using System.Globalization;
using System.Runtime.InteropServices;

namespace Senet.Data;

/// <summary>Decodes every image of a source once, before a training run rather than in the middle of it, and says which ones to leave out.</summary>
/// <remarks>
/// <para><b>Bad</b> are images that cannot be decoded, and placeholders of web sites ("image not found"). A file is a
/// placeholder when all of this holds:</para>
/// <list type="number">
/// <item>more than half of the decodable files of the source are in one photographic format (JPEG, WebP);</item>
/// <item>the file is a GIF or PNG and its format is rare here (see below);</item>
/// <item>it has at most 64 different colours, and one of them covers at least half of it.</item>
/// </list>
/// <para>Drawings are safe: in a folder of PNG or GIF files the first condition fails, and where drawings make up a class they
/// are too many for the second. Photos saved as GIF or PNG have more colours and no such background.</para>
/// <para><b>Odd</b> are the other files of a rare format. A format is rare when it is not the most frequent one and has under
/// 1 % of the decodable files, or a single file among at least 20. Odd files are usable; they are reported because what
/// differs in format often came from elsewhere.</para>
/// <para>The format is told by the first bytes, not by the extension. Sources whose images are not files of their own (IDX,
/// CIFAR) have no formats and so nothing odd.</para>
/// </remarks>
public static class DataScanner
{
    const int MostPlaceholderColours = 64;
    const double LeastPlaceholderBackground = 0.5;
    const int LeastFilesForSingle = 20;

    /// <summary>Scans <paramref name="source"/>. Pass a <see cref="CachedSource"/> to have the decoded pixels at hand afterwards.</summary>
    /// <param name="source">The images; loaded from several threads at once.</param>
    /// <param name="channels">1 or 3: the channels that training will ask for, so that a cache is filled with the right pixels.</param>
    /// <param name="background">Grey level that transparent pixels are composited over.</param>
    /// <param name="workers">Most images to decode at the same time, at least 1.</param>
    /// <param name="progress">
    /// Receives the number of images done, ascending, about a thousand times in all and at the end; called from the scanning threads, one at a time.
    /// </param>
    /// <param name="cancellationToken">Stops the scan.</param>
    /// <param name="cache">Findings of earlier scans of the same files; receives those of this one, also when it is stopped. The caller saves it.</param>
    /// <returns>The findings; a bad image is one of them, never an exception.</returns>
    /// <exception cref="OperationCanceledException"><paramref name="cancellationToken"/> was cancelled.</exception>
    public static ScanReport Scan(IImageSource source, int channels, byte background, int workers, IProgress<int>? progress, CancellationToken cancellationToken, ScanCache? cache = null)
    {
        ArgumentNullException.ThrowIfNull(source);
        ArgumentOutOfRangeException.ThrowIfLessThan(workers, 1);
        if (channels is not (1 or 3))
            throw new ArgumentOutOfRangeException(nameof(channels), channels, "expected 1 (grey) or 3 (RGB)");

        Finding[] findings = new Finding[source.Count];
        IFileBacked? files = source as IFileBacked;
        int done = 0;
        int step = Math.Max(1, source.Count / 1000);
        Lock progressLock = new();
        ParallelOptions options = new() { MaxDegreeOfParallelism = workers, CancellationToken = cancellationToken };
        Parallel.For(0, source.Count, options, i =>
        {
            findings[i] = Examine(source, files, i, channels, background, cache);
            lock (progressLock)
            {
                done++;
                if (done % step == 0 || done == source.Count)
                    progress?.Report(done);
            }
        });

        Dictionary<string, int> formats = findings.Where(f => f is { Error: null, Image.Format: not null })
            .GroupBy(f => f.Image.Format!).OrderByDescending(g => g.Count()).ThenBy(g => g.Key, StringComparer.Ordinal)
            .ToDictionary(g => g.Key, g => g.Count(), StringComparer.Ordinal);
        List<int> rare = RareFiles(findings, formats);
        string?[] placeholders = new string?[rare.Count];
        Parallel.For(0, rare.Count, options, i => placeholders[i] = PlaceholderReason(source, rare[i], findings[rare[i]].Image.Format!, formats, background));
        List<OddImage> odd = [];
        for (int i = 0; i < rare.Count; i++)
        {
            int index = rare[i];
            if (placeholders[i] is string reason)
                findings[index] = findings[index] with { Error = reason };
            else
                odd.Add(new OddImage(index, source.Describe(index), $"{findings[index].Image.Format} among {Usual(formats)} files"));
        }
        return Report(source, findings, odd, formats);
    }

    readonly record struct Finding(ScannedImage Image, string? Error);

    static Finding Examine(IImageSource source, IFileBacked? files, int index, int channels, byte background, ScanCache? cache)
    {
        try
        {
            if (files?.FilePath(index) is { } path)
                return ExamineFile(files, path, index, channels, background, cache);
            ImagePixels pixels = source.Load(index, channels, background);
            return new(new ScannedImage { Width = pixels.Width, Height = pixels.Height, Channels = source.NativeChannels, Content = ContentHash.Of(pixels) }, null);
        }
        catch (ImageDecodeException e)
        {
            return new(default, e.Reason);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            return new(default, ImageFiles.Printable(ImageFiles.OneLine(e.Message)));
        }
    }

    // The file is read once, for its header, its hash and its pixels.
    static Finding ExamineFile(IFileBacked files, string path, int index, int channels, byte background, ScanCache? cache)
    {
        FileStatus status = FileStatus.Of(path);
        UInt128 key = cache is null ? default : ContentHash.Of(Path.GetFullPath(path));
        if (cache is not null && cache.TryFind(key, status, files.ApplyOrientation, out ScannedImage known))
            return new(known, null);

        byte[] buffer = [];
        ScannedImage image = default;
        try
        {
            int length = ImageDecoder.ReadFile(path, ref buffer);
            ReadOnlySpan<byte> bytes = buffer.AsSpan(0, length);
            ImageHeader header = ImageHeader.Read(bytes);
            image = new() { Format = header.Format, Channels = header.Channels, Bytes = status.Length, Content = ContentHash.Of(bytes) };
            ImagePixels pixels = ImageDecoder.Decode(bytes, path, channels, background, files.ApplyOrientation);
            files.Keep(index, channels, background, pixels);
            image = image with { Width = pixels.Width, Height = pixels.Height };
            bool turned = files.ApplyOrientation && header.Orientation > 4;
            cache?.Add(key, status, image, turned ? pixels.Height : pixels.Width, turned ? pixels.Width : pixels.Height, header.Orientation);
            return new(image, null);
        }
        catch (ImageDecodeException e)
        {
            return new(image, e.Reason);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(buffer);
        }
    }

    static string Usual(Dictionary<string, int> formats) => formats.MaxBy(f => f.Value).Key;

    static List<int> RareFiles(Finding[] findings, Dictionary<string, int> formats)
    {
        if (formats.Count < 2)
            return [];
        int total = formats.Values.Sum();
        string usual = Usual(formats);
        HashSet<string> rare = [.. formats
            .Where(f => f.Key != usual && (f.Value * 100L < total || (f.Value == 1 && total >= LeastFilesForSingle)))
            .Select(f => f.Key)];
        return [.. Enumerable.Range(0, findings.Length).Where(i => findings[i] is { Error: null, Image.Format: string format } && rare.Contains(format))];
    }

    /// <summary>Why the file is a placeholder, or null when it is not; it is known to be of a rare format.</summary>
    static string? PlaceholderReason(IImageSource source, int index, string format, Dictionary<string, int> formats, byte background)
    {
        string usual = Usual(formats);
        bool amongPhotos = FileFormat.IsPhotographic(usual) && formats[usual] * 2L > formats.Values.Sum();
        if (!amongPhotos || format is not ("GIF" or "PNG"))
            return null;
        // In colour even when training is grey: reduced to grey, a photo of few hues could pass for a drawing.
        ImagePixels pixels;
        try
        {
            pixels = source.Load(index, 3, background);
        }
        catch (ImageDecodeException e)
        {
            return e.Reason; // changed since it was scanned
        }
        if (MainColour(pixels, MostPlaceholderColours) is not var (colours, share) || share < LeastPlaceholderBackground)
            return null;
        return string.Create(CultureInfo.InvariantCulture,
            $"looks like a placeholder (\"image not found\"): a {format} among {usual} files with {ImageFiles.Number(colours, "colour", "colours")}, the main one on {share * 100:0} % of the picture");
    }

    /// <summary>Number of different colours and the share of the most frequent one; null above <paramref name="most"/> colours.</summary>
    static (int Colours, double Share)? MainColour(ImagePixels rgb, int most)
    {
        Dictionary<int, int> counts = [];
        for (int i = 0; i < rgb.Data.Length; i += 3)
        {
            int colour = rgb.Data[i] << 16 | rgb.Data[i + 1] << 8 | rgb.Data[i + 2];
            CollectionsMarshal.GetValueRefOrAddDefault(counts, colour, out _)++;
            if (counts.Count > most)
                return null;
        }
        return (counts.Count, counts.Values.Max() / (rgb.Data.Length / 3.0));
    }

    static ScanReport Report(IImageSource source, Finding[] findings, List<OddImage> odd, Dictionary<string, int> formats)
    {
        List<BadImage> bad = [];
        int minWidth = int.MaxValue, minHeight = int.MaxValue, maxWidth = 0, maxHeight = 0;
        for (int i = 0; i < findings.Length; i++)
        {
            Finding finding = findings[i];
            if (finding.Error is not null)
            {
                bad.Add(new BadImage(i, source.Describe(i), finding.Error));
                continue;
            }
            minWidth = Math.Min(minWidth, finding.Image.Width);
            maxWidth = Math.Max(maxWidth, finding.Image.Width);
            minHeight = Math.Min(minHeight, finding.Image.Height);
            maxHeight = Math.Max(maxHeight, finding.Image.Height);
        }
        return new ScanReport
        {
            Count = findings.Length,
            Bad = bad,
            Odd = odd,
            Formats = formats,
            Images = Array.ConvertAll(findings, f => f.Image),
            MinWidth = maxWidth == 0 ? 0 : minWidth,
            MaxWidth = maxWidth,
            MinHeight = maxHeight == 0 ? 0 : minHeight,
            MaxHeight = maxHeight,
        };
    }
}
