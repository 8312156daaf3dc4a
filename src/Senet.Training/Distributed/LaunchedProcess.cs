using System.Globalization;
using Senet.Graph;

namespace Senet.Training.Distributed;

/// <summary>This process's place among those that a launcher such as <c>mpirun</c> started, as its environment tells; no MPI library is needed to know it.</summary>
/// <param name="Rank">This process, from 0.</param>
/// <param name="Size">Number of processes.</param>
/// <param name="LocalRank">This process among those of its machine, from 0.</param>
/// <param name="LocalSize">Number of processes of this machine.</param>
public sealed record LaunchedProcess(int Rank, int Size, int LocalRank, int LocalSize)
{
    /// <summary>The place of the running process, or null when no launcher started it.</summary>
    public static LaunchedProcess? Current { get; } = From(Environment.GetEnvironmentVariable);

    /// <summary>The collective of the running process: MPI where a launcher started several, else <see cref="Alone"/>.</summary>
    /// <exception cref="SenetException">A launcher started it and MPI cannot be used.</exception>
    public static ICollective Connect() => Current is { Size: > 1 } place ? MpiCollective.Connect(place) : new Alone();

    /// <summary>The place that variables of Open MPI, or of a launcher that speaks PMI, tell.</summary>
    /// <param name="variable">Gives a variable's value or null.</param>
    internal static LaunchedProcess? From(Func<string, string?> variable)
    {
        return Read("OMPI_COMM_WORLD_RANK", "OMPI_COMM_WORLD_SIZE", "OMPI_COMM_WORLD_LOCAL_RANK", "OMPI_COMM_WORLD_LOCAL_SIZE")
            ?? Read("PMI_RANK", "PMI_SIZE", "MPI_LOCALRANKID", "MPI_LOCALNRANKS");

        LaunchedProcess? Read(string rank, string size, string localRank, string localSize) =>
            Number(rank) is { } r && Number(size) is { } n ? new(r, n, Number(localRank) ?? r, Number(localSize) ?? n) : null;

        int? Number(string name) => int.TryParse(variable(name), CultureInfo.InvariantCulture, out int value) ? value : null;
    }
}
