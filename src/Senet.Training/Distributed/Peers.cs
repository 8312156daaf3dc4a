using System.Globalization;
using System.Text;

namespace Senet.Training.Distributed;

/// <summary>Where the other processes run, so that one which died is noticed by those beside it: MPI itself would wait for ever.</summary>
sealed class Peers
{
    readonly ICollective _collective;
    readonly Peer[] _all;
    readonly string _claim;

    // Processors is the kernel's list of those the process may run on.
    sealed record Peer(int Rank, string Machine, int ProcessId, string Processors);

    Peers(ICollective collective, Peer[] all)
    {
        _collective = collective;
        _all = all;
        _claim = Path.Combine(JobFolder.Path, string.Create(CultureInfo.InvariantCulture, $"senet-{Neighbours.First().ProcessId}-last-words"));
        if (collective.LocalRank == 0)
            File.Delete(_claim);
    }

    public int Machines => _all.Select(peer => peer.Machine).Distinct().Count();

    /// <summary>Processes that may run on the processors of this one and on no others, itself included; launchers that bind give each its own.</summary>
    public int OnTheSameProcessors => Neighbours.Count(peer => peer.Processors == Self.Processors);

    Peer Self => _all[_collective.Rank];

    IEnumerable<Peer> Neighbours => _all.Where(peer => peer.Machine == Self.Machine);

    /// <summary>Tells all processes about each other; a collective call.</summary>
    public static Peers Meet(ICollective collective)
    {
        string self = string.Create(CultureInfo.InvariantCulture, $"{Environment.MachineName}\n{Environment.ProcessId}\n{AllowedProcessors()}");
        Peer[] all = [.. collective.Gather(Encoding.UTF8.GetBytes(self)).Select((bytes, rank) =>
        {
            string[] parts = Encoding.UTF8.GetString(bytes).Split('\n');
            return new Peer(rank, parts[0], int.Parse(parts[1], CultureInfo.InvariantCulture), parts[2]);
        })];
        return new(collective, all);
    }

    /// <summary>A process of this machine that ended, in words.</summary>
    public string? FindFailed()
    {
        Peer? dead = Neighbours.FirstOrDefault(peer => !IsAlive(peer));
        return dead is null ? null : string.Create(
            CultureInfo.InvariantCulture, $"process {dead.Rank} of {_all.Length} (pid {dead.ProcessId} on {dead.Machine}) ended unexpectedly, killed or out of memory; go on from the last saved state with --resume");
    }

    /// <summary>True for the first process of this machine that asks.</summary>
    public bool ClaimLastWords()
    {
        try
        {
            using FileStream _ = new(_claim, FileMode.CreateNew);
            return true;
        }
        catch (IOException) when (File.Exists(_claim))
        {
            return false;
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            // Better twice than not at all.
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
