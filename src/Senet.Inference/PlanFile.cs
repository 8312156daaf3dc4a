using System.IO.MemoryMappedFiles;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Serialization;
using Senet.Graph;
using Senet.Inference.Memory;
using Senet.Weights;

namespace Senet.Inference;

/// <summary>
/// Packed weights in a file, ready to run: mapped into memory, so that loading copies nothing and processes on one machine share
/// them. Belongs to one instruction set and one version of the engine, and holds the forms that some image sizes need;
/// <see cref="ModelDescription"/> and where it came from are in its head.
/// </summary>
public sealed unsafe class PlanFile : IDisposable
{
    /// <summary>By custom, plan files end so.</summary>
    public const string Extension = ".plan";

    // Changes with every change of a packed form.
    internal const int FormatVersion = 2;

    // Magic, version, length of the header, first bytes of its digest.
    const int HeadLength = 24;
    const int DigestLength = 8;
    const int LongestHeader = 64 << 20;
    const int Page = 4096;
    const int Line = 64;

    readonly MemoryMappedFile _file;
    readonly MemoryMappedViewAccessor _view;
    readonly byte* _start;
    readonly PlanHeader _header;
    readonly Dictionary<string, PlanBlob> _blobs;
    readonly long _dataStart;

    PlanFile(string path, PlanHeader header, long dataStart, MemoryMappedFile file)
    {
        Path = path;
        _header = header;
        _dataStart = dataStart;
        _file = file;
        _view = file.CreateViewAccessor(0, 0, MemoryMappedFileAccess.Read);
        _blobs = header.Blobs.ToDictionary(blob => blob.Key, StringComparer.Ordinal);
        byte* start = null;
        _view.SafeMemoryMappedViewHandle.AcquirePointer(ref start);
        _start = start + _view.PointerOffset;
    }

    static ReadOnlySpan<byte> Magic => "SENETPLN"u8;

    /// <summary>The file.</summary>
    public string Path { get; }

    /// <summary>What the weights belong to.</summary>
    public ModelDescription Description => _header.Description;

    /// <summary>The instruction set that the weights are packed for.</summary>
    public InstructionSet InstructionSet => _header.InstructionSet;

    /// <summary>The model file that it was made of.</summary>
    public PlanSource? Source => _header.Source;

    /// <summary>Batches and image sizes that it was made for; others run where the same forms serve them.</summary>
    public IReadOnlyList<PlanShape> Shapes => _header.Shapes;

    /// <summary>Whether a file begins like a plan.</summary>
    public static bool IsPlan(string path)
    {
        try
        {
            using FileStream stream = File.OpenRead(path);
            Span<byte> head = stackalloc byte[8];
            return stream.ReadAtLeast(head, head.Length, throwOnEndOfStream: false) == head.Length && head.SequenceEqual(Magic);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    /// <summary>Maps a file.</summary>
    /// <exception cref="StalePlanException">The plan is of another engine version, or for instructions that this processor lacks.</exception>
    /// <exception cref="SenetException">The file cannot be read or is no plan, or is damaged.</exception>
    public static PlanFile Open(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        MemoryMappedFile? file = null;
        try
        {
            PlanHeader header;
            long dataStart;
            using (FileStream stream = File.OpenRead(path))
            {
                (header, dataStart) = ReadHeader(stream, path);
            }
            if (header.InstructionSet > InferencePlan.BestInstructionSet)
                throw new StalePlanException($"{path}: the plan is for {header.InstructionSet}, which is not available here (the best is {InferencePlan.BestInstructionSet}); compile the model again on this machine") { Model = header.Source };
            file = MemoryMappedFile.CreateFromFile(path, FileMode.Open, null, 0, MemoryMappedFileAccess.Read);
            var plan = new PlanFile(path, header, dataStart, file);
            file = null;
            return plan;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new SenetException($"{path}: cannot be read: {error.Message}", error);
        }
        finally
        {
            file?.Dispose();
        }
    }

    /// <summary>Writes all weights that a plan has packed, whole or not at all.</summary>
    /// <param name="path">File to create or replace.</param>
    /// <param name="plan">A plan that has been prepared for the shapes that the file is to serve.</param>
    /// <param name="description">What the weights belong to.</param>
    /// <param name="source">The model file that they come from, or null.</param>
    /// <exception cref="SenetException">The file cannot be written.</exception>
    public static void Write(string path, InferencePlan plan, ModelDescription description, PlanSource? source = null)
    {
        ArgumentNullException.ThrowIfNull(plan);
        ArgumentNullException.ThrowIfNull(description);
        var blobs = new List<PlanBlob>();
        long offset = 0;
        foreach ((string key, PackedBlob blob) in plan.Packed.Blobs)
        {
            blobs.Add(new(key, offset, blob.Length));
            offset += (blob.Length * sizeof(float) + Line - 1) / Line * Line;
        }
        byte[] header = JsonSerializer.SerializeToUtf8Bytes(new PlanHeader(plan.InstructionSet, description, source, [.. plan.PreparedShapes], [.. blobs], offset), PlanJsonContext.Default.PlanHeader);
        AtomicFile.Write(path, stream =>
        {
            stream.Write(Magic);
            stream.Write(BitConverter.GetBytes(FormatVersion));
            stream.Write(BitConverter.GetBytes(header.Length));
            stream.Write(SHA256.HashData(header).AsSpan(0, DigestLength));
            stream.Write(header);
            stream.Write(new byte[DataStart(header.Length) - HeadLength - header.Length]);
            foreach (PackedBlob blob in plan.Packed.Blobs.Values)
            {
                long bytes = blob.Length * sizeof(float);
                for (long done = 0; done < bytes; done += 1 << 20)
                    stream.Write(new ReadOnlySpan<byte>((byte*)blob.Floats + done, (int)Math.Min(1 << 20, bytes - done)));
                stream.Write(new byte[(Line - bytes % Line) % Line]);
            }
        });
    }

    /// <summary>Unmaps the file; no plan may use it any longer.</summary>
    public void Dispose()
    {
        _view.SafeMemoryMappedViewHandle.ReleasePointer();
        _view.Dispose();
        _file.Dispose();
    }

    internal bool Has(string key) => _blobs.ContainsKey(key);

    internal PackedBlob? Find(string key, long floats)
    {
        if (!_blobs.TryGetValue(key, out PlanBlob? blob))
            return null;
        if (blob.Floats != floats)
            throw new SenetException(FormattableString.Invariant($"{Path}: {key} has {blob.Floats} values, expected {floats}; the file is damaged"));
        return PackedBlob.Mapped((float*)(_start + _dataStart + blob.Offset), floats);
    }

    static long DataStart(int headerLength) => (HeadLength + headerLength + Page - 1L) / Page * Page;

    static (PlanHeader Header, long DataStart) ReadHeader(FileStream stream, string path)
    {
        byte[] head = new byte[HeadLength];
        if (stream.ReadAtLeast(head, HeadLength, throwOnEndOfStream: false) < HeadLength || !head.AsSpan(0, 8).SequenceEqual(Magic))
            throw new SenetException($"{path}: is no compiled plan; make one with 'senet compile'");
        int version = BitConverter.ToInt32(head, 8);
        if (version != FormatVersion)
            throw new StalePlanException(FormattableString.Invariant($"{path}: the plan is of format {version}, this engine uses {FormatVersion}; compile the model again"));
        int length = BitConverter.ToInt32(head, 12);
        if (length is < 2 or > LongestHeader || HeadLength + (long)length > stream.Length)
            throw new SenetException(FormattableString.Invariant($"{path}: its description is said to have {length} bytes of {stream.Length}; the file is damaged"));
        byte[] json = new byte[length];
        stream.ReadExactly(json);
        if (!SHA256.HashData(json).AsSpan(0, DigestLength).SequenceEqual(head.AsSpan(HeadLength - DigestLength)))
            throw new SenetException($"{path}: its description is not as it was written; the file is damaged");
        PlanHeader header;
        try
        {
            header = JsonSerializer.Deserialize(json, PlanJsonContext.Default.PlanHeader) ?? throw new JsonException("null");
        }
        catch (JsonException error)
        {
            throw new SenetException($"{path}: its description cannot be read ({error.Message.ReplaceLineEndings(" ")}); the file is damaged", error);
        }
        long dataStart = DataStart(length);
        if (stream.Length != dataStart + header.DataLength)
            throw new SenetException(FormattableString.Invariant($"{path}: has {stream.Length} bytes, expected {dataStart + header.DataLength}; the file is damaged or was cut off"));
        if (header.Blobs.Any(blob => blob.Offset < 0 || blob.Floats < 0 || blob.Offset % Line != 0 || blob.Floats > (header.DataLength - blob.Offset) / sizeof(float)))
            throw new SenetException($"{path}: weights lie outside the file; the file is damaged");
        return (header, dataStart);
    }
}

/// <summary>The head of a plan file.</summary>
sealed record PlanHeader(InstructionSet InstructionSet, ModelDescription Description, PlanSource? Source, PlanShape[] Shapes, PlanBlob[] Blobs, long DataLength);

/// <summary>Where one packed form lies.</summary>
sealed record PlanBlob(string Key, long Offset, long Floats);

[JsonSourceGenerationOptions(UseStringEnumConverter = true)]
[JsonSerializable(typeof(PlanHeader))]
sealed partial class PlanJsonContext : JsonSerializerContext;
