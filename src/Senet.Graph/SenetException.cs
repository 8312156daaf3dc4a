namespace Senet.Graph;

/// <summary>
/// An error that the user can act on. The message says where, what was found, what was expected and what to do, on one
/// line; the command prints it without a stack trace and exits with code 1.
/// </summary>
public class SenetException : Exception
{
    /// <summary>Creates the error.</summary>
    public SenetException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the error with its cause.</summary>
    public SenetException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }
}
