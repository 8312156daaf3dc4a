using System.Diagnostics;
using System.Globalization;
using System.Text;

namespace Senet.Training.Distributed;

/// <summary>Where the other processes run, so that one which died is noticed by those beside it: MPI itself would wait for ever.</summary>
sealed class Peers
{
    static readonly string[] s_marks = ["last-words", "failed", "awaited"];
    static readonly TimeSpan s_pause = TimeSpan.FromMilliseconds(20);

    readonly ICollective _collective;
    readonly Peer[] _all;
    readonly string _claim;
    readonly string _failed;
    readonly string _awaited;

    // Processors is the kernel's list of those the process may run on.
    sealed record Peer(int Rank, string Machine, int ProcessId, string Processors);

    Peers(ICollective collective, Peer[] all)
    {
        _collective = collective;
        _all = all;
        int first = Neighbours.First().ProcessId;
        (_claim, _failed, _awaited) = (MarkOf(first, s_marks[0]), MarkOf(first, s_marks[1]), MarkOf(first, s_marks[2]));
    }

    public int Machines => _all.Select(peer => peer.Machine).Distinct().Count();

    /// <summary>Processes that may run on the processors of this one and on no others, itself included; launchers that bind give each its own.</summary>
    public int OnTheSameProcessors => Neighbours.Count(peer => peer.Processors == Self.Processors);

    Peer Self => _all[_collective.Rank];

    IEnumerable<Peer> Neighbours => _all.Where(peer => peer.Machine == Self.Machine);

    /// <summary>Tells all processes about each other; a collective call.</summary>
    public static Peers Meet(ICollective collective)
    {
        // Of an earlier job, whose first process had the same number.
        if (collective.LocalRank == 0)
        {
            foreach (string mark in s_marks)
                File.Delete(MarkOf(Environment.ProcessId, mark));
        }
        string self = string.Create(CultureInfo.InvariantCulture, $"{Environment.MachineName}\n{Environment.ProcessId}\n{AllowedProcessors()}");
        Peer[] all = [.. collective.Gather(Encoding.UTF8.GetBytes(self)).Select((bytes, rank) =>
        {
            string[] parts = Encoding.UTF8.GetString(bytes).Split('\n');
            return new Peer(rank, parts[0], int.Parse(parts[1], CultureInfo.InvariantCulture), parts[2]);
        })];
        return new(collective, all);
    }

    /// <summary>A process of this machine that ended, in words; called while this process waits for the others.</summary>
    public string? FindFailed()
    {
        // The first of the machine has come so far without an error of its own: whoever met one may tell it.
        if (_collective.LocalRank == 0 && File.Exists(_failed))
            Mark(_awaited);
        Peer? dead = Neighbours.FirstOrDefault(peer => !IsAlive(peer));
        return dead is null ? null : string.Create(
            CultureInfo.InvariantCulture, $"process {dead.Rank} of {_all.Length} (pid {dead.ProcessId} on {dead.Machine}) ended unexpectedly, killed or out of memory; go on from the last saved state with --resume");
    }

    /// <summary>True for the first process of this machine that asks.</summary>
    public bool ClaimLastWords() => Mark(_claim);

    /// <summary>
    /// Called by a process that failed: returns when the first process of this machine waits for it, and so has not met the same
    /// failure, or after <paramref name="limit"/>. Where it has, it ends this process meanwhile.
    /// </summary>
    public void LetFirstSpeak(TimeSpan limit)
    {
        if (_collective.LocalRank == 0)
            return;
        _ = Mark(_failed);
        var clock = Stopwatch.StartNew();
        while (!File.Exists(_awaited) && clock.Elapsed < limit)
            Thread.Sleep(s_pause);
    }

    static string MarkOf(int firstProcessId, string mark) =>
        Path.Combine(JobFolder.Path, string.Create(CultureInfo.InvariantCulture, $"senet-{firstProcessId}-{mark}"));

    // False where the file is there already.
    static bool Mark(string file)
    {
        try
        {
            using FileStream _ = new(file, FileMode.CreateNew);
            return true;
        }
        catch (IOException) when (File.Exists(file))
        {
            return false;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Better told twice than not at all.
            return true;
        }
    }

    // A process that ended and was not asked for its exit code yet is a zombie (state Z).
    static bool IsAlive(Peer peer)
    {
        try
        {
            string status = File.ReadAllText(string.Create(CultureInfo.InvariantCulture, $"/proc/{peer.ProcessId}/stat"));
            int end = status.LastIndexOf(')');
            return end + 2 < status.Length && status[end + 2] is not ('Z' or 'X');
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }

    static string AllowedProcessors()
    {
        const string key = "Cpus_allowed_list:";
        try
        {
            return File.ReadLines("/proc/self/status").FirstOrDefault(line => line.StartsWith(key, StringComparison.Ordinal))?[key.Length..].Trim() ?? "";
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return "";
        }
    }
}
