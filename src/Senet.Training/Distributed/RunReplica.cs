using System.Buffers.Binary;
using Senet.Graph;

namespace Senet.Training.Distributed;

/// <summary>
/// The run folder as a process sees it: process 0 works in the folder itself; the others, perhaps on machines that do not have it, in a
/// temporary copy of what was saved, which goes when the run ends and takes whatever they write with it.
/// </summary>
sealed class RunReplica : IDisposable
{
    // Bounds what a broadcast holds in memory.
    const int ChunkBytes = 16 << 20;

    readonly bool _isTemporary;

    RunReplica(string path, bool isTemporary)
    {
        Path = path;
        _isTemporary = isTemporary;
    }

    /// <summary>The folder to read and write.</summary>
    public string Path { get; }

    /// <summary>Copies what a run resumes from; a collective call.</summary>
    public static RunReplica Open(string folder, ICollective collective)
    {
        if (collective.Size == 1)
            return new(folder, isTemporary: false);
        bool isFirst = collective.Rank == 0;
        string path = isFirst ? folder : System.IO.Path.Combine(JobFolder.Path, FormattableString.Invariant($"senet-run-{Environment.ProcessId}"));
        if (!isFirst)
            Directory.CreateDirectory(path);
        var replica = new RunReplica(path, isTemporary: !isFirst);
        try
        {
            var run = new RunFolder(path);
            foreach (string file in new[] { run.RecipePath, run.ClassesPath, run.MetricsPath, run.LastPath })
                Copy(file, collective);
        }
        catch
        {
            replica.Dispose();
            throw;
        }
        return replica;
    }

    public void Dispose()
    {
        if (_isTemporary)
            Directory.Delete(Path, recursive: true);
    }

    static void Copy(string path, ICollective collective)
    {
        bool isFirst = collective.Rank == 0;
        using FileStream? source = isFirst && File.Exists(path) ? File.OpenRead(path) : null;
        byte[] header = new byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(header, source?.Length ?? -1);
        collective.Broadcast(header);
        long length = BinaryPrimitives.ReadInt64LittleEndian(header);
        if (length < 0)
            return;
        using FileStream? target = isFirst ? null : File.Create(path);
        byte[] chunk = new byte[Math.Min(length, ChunkBytes)];
        for (long left = length; left > 0; left -= chunk.Length)
        {
            Span<byte> part = chunk.AsSpan(0, (int)Math.Min(left, chunk.Length));
            try
            {
                source?.ReadExactly(part);
            }
            catch (EndOfStreamException error)
            {
                throw new SenetException($"{path}: became shorter while it was read; is another run writing to this folder?", error);
            }
            collective.Broadcast(part);
            target?.Write(part);
        }
    }
}
