namespace Senet.Training.Distributed;

/// <summary>Where the processes of one machine keep what goes with their job.</summary>
static class JobFolder
{
    /// <summary>Open MPI's folder for the job, which it deletes however the job ends; elsewhere that for temporary files.</summary>
    public static string Path { get; } =
        Environment.GetEnvironmentVariable("OMPI_FILE_LOCATION") is { } session && System.IO.Path.GetDirectoryName(session) is { } folder && Directory.Exists(folder)
            ? folder
            : System.IO.Path.GetTempPath();
}
