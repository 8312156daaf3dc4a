namespace Senet.Data;

/// <summary>How a JPEG ends.</summary>
enum JpegEnd
{
    /// <summary>With the end marker.</summary>
    Marked,

    /// <summary>Without it, though every scan has at least begun.</summary>
    Unmarked,

    /// <summary>Without it, before the last scan.</summary>
    ScansMissing,

    /// <summary>In more scans than any encoder writes.</summary>
    TooManyScans,
}
