namespace Senet.Training.Logging;

/// <summary>One form of the log.</summary>
abstract class LogSink : IDisposable
{
    /// <summary>Writes a record behind the others.</summary>
    /// <exception cref="Graph.SenetException">The file cannot be written.</exception>
    public abstract void Write(LogRecord record);

    /// <summary>Hands everything written so far to the system, so that it survives the process.</summary>
    /// <exception cref="Graph.SenetException">The file cannot be written.</exception>
    public abstract void Flush();

    public abstract void Dispose();
}
