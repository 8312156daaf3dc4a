using System.Globalization;

namespace Senet.Cli;

/// <summary>Numbers as the commands print them, in the invariant culture.</summary>
static class Numbers
{
    /// <summary>With thousands separators: 28,088,024.</summary>
    public static string Grouped(long value) => value.ToString("N0", CultureInfo.InvariantCulture);

    /// <summary>In billions, three decimals: 3.860.</summary>
    public static string Giga(long value) => (value / 1e9).ToString("F3", CultureInfo.InvariantCulture);

    /// <summary>0.9123 as 91.23 %.</summary>
    public static string Percent(double fraction, int decimals = 2) =>
        (fraction * 100).ToString("F" + decimals.ToString(CultureInfo.InvariantCulture), CultureInfo.InvariantCulture) + " %";

    /// <summary>A share that may not exist.</summary>
    public static string Percent(double? fraction) => fraction is { } value ? Percent(value) : "-";

    /// <summary>Wall time: 3.2 s, 2:05, 1:02:05.</summary>
    public static string Time(TimeSpan time) =>
        time < TimeSpan.FromMinutes(1) ? string.Create(CultureInfo.InvariantCulture, $"{time.TotalSeconds:F1} s")
        : time < TimeSpan.FromHours(1) ? time.ToString(@"m\:ss", CultureInfo.InvariantCulture)
        : string.Create(CultureInfo.InvariantCulture, $"{(long)time.TotalHours}:{time.Minutes:D2}:{time.Seconds:D2}");

    /// <summary>Bytes in MB or GB (powers of 1024).</summary>
    public static string Bytes(long bytes) => bytes < 1L << 30
        ? string.Create(CultureInfo.InvariantCulture, $"{bytes / 1048576.0:F1} MB")
        : string.Create(CultureInfo.InvariantCulture, $"{bytes / 1073741824.0:F1} GB");

    /// <summary>"1 image", "3 images", with thousands separators.</summary>
    public static string Count(long count, string singular, string plural) => $"{Grouped(count)} {(count == 1 ? singular : plural)}";
}
