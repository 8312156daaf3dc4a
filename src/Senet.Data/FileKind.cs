namespace Senet.Data;

/// <summary>What a path leads to.</summary>
enum FileKind
{
    /// <summary>Nothing, or something the system does not tell.</summary>
    Unknown,

    /// <summary>A file with contents.</summary>
    Regular,

    /// <summary>A folder.</summary>
    Folder,

    /// <summary>A named pipe.</summary>
    Pipe,

    /// <summary>A socket.</summary>
    Socket,

    /// <summary>A character or block device.</summary>
    Device,
}
