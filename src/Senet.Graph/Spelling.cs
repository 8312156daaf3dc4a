namespace Senet.Graph;

/// <summary>Tells near misses of names from other names.</summary>
public static class Spelling
{
    /// <summary>Letters and digits alone, in lower case: <c>SE_ResNet50</c>, <c>seresnet50</c> and <c>se-resnet-50</c> are one name to a person.</summary>
    public static string Key(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return string.Concat(name.Where(char.IsLetterOrDigit)).ToLowerInvariant();
    }

    /// <summary>Number of letters to insert, delete or replace to make <paramref name="a"/> into <paramref name="b"/> (Levenshtein distance).</summary>
    public static int Distance(string a, string b)
    {
        ArgumentNullException.ThrowIfNull(a);
        ArgumentNullException.ThrowIfNull(b);
        int[] row = [.. Enumerable.Range(0, b.Length + 1)];
        for (int i = 1; i <= a.Length; i++)
        {
            int diagonal = row[0];
            row[0] = i;
            for (int j = 1; j <= b.Length; j++)
            {
                int substitution = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(substitution, Math.Min(row[j], row[j - 1]) + 1);
            }
        }
        return row[b.Length];
    }
}
