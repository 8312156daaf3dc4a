using System.Runtime.InteropServices;

namespace Senet.Cli;

/// <summary>Turns Ctrl-C and SIGTERM into a request to stop; a second one ends the process at once.</summary>
sealed class Interruption : IDisposable
{
    // SIGXFSZ on Linux and macOS.
    const PosixSignal FileTooLarge = (PosixSignal)25;

    readonly CancellationTokenSource _source = new();
    readonly List<PosixSignalRegistration> _registrations = [];
    readonly Action _announce;

    /// <summary>Listens until disposed.</summary>
    /// <param name="announce">Tells the user what happens at the first signal; called on another thread.</param>
    public Interruption(Action announce)
    {
        _announce = announce;
        _registrations.Add(PosixSignalRegistration.Create(PosixSignal.SIGINT, Handle));
        _registrations.Add(PosixSignalRegistration.Create(PosixSignal.SIGTERM, Handle));
        // A file beyond the limit on sizes kills a process, unless it handles the signal: then the write fails, with a message.
        if (!OperatingSystem.IsWindows())
            _registrations.Add(PosixSignalRegistration.Create(FileTooLarge, context => context.Cancel = true));
    }

    public CancellationToken Token => _source.Token;

    public void Dispose()
    {
        foreach (PosixSignalRegistration registration in _registrations)
            registration.Dispose();
        _source.Dispose();
    }

    void Handle(PosixSignalContext context)
    {
        // The second signal keeps its default action: the process dies.
        if (_source.IsCancellationRequested)
            return;
        context.Cancel = true;
        _announce();
        _source.Cancel();
    }
}
