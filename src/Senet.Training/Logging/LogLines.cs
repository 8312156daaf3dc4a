using System.Text;

namespace Senet.Training.Logging;

/// <summary>Reads the lines of a log while keeping count of bytes.</summary>
static class LogLines
{
    /// <summary>Bytes up to the first line that <paramref name="holds"/> refuses, or that a kill cut short.</summary>
    public static long Kept(Stream stream, Func<string, bool> holds)
    {
        byte[] buffer = new byte[1 << 16];
        var line = new List<byte>();
        long kept = 0;
        int count;
        while ((count = stream.Read(buffer)) > 0)
        {
            foreach (byte value in buffer.AsSpan(0, count))
            {
                line.Add(value);
                if (value != (byte)'\n')
                    continue;
                if (!holds(Encoding.UTF8.GetString([.. line]).TrimEnd('\n', '\r')))
                    return kept;
                kept += line.Count;
                line.Clear();
            }
        }
        return kept;
    }
}
