namespace Senet.Data;

/// <summary>Many file names in one array of characters, in ordinal order.</summary>
sealed class FileNames
{
    readonly char[] _characters;
    readonly int[] _ends;

    FileNames(char[] characters, int[] ends)
    {
        _characters = characters;
        _ends = ends;
    }

    /// <summary>Number of names.</summary>
    public int Count => _ends.Length;

    /// <summary>Name <paramref name="index"/>, 0 .. Count - 1.</summary>
    public ReadOnlySpan<char> this[int index]
    {
        get
        {
            int start = index == 0 ? 0 : _ends[index - 1];
            return _characters.AsSpan(start, _ends[index] - start);
        }
    }

    /// <summary>How many names come before <paramref name="key"/> in ordinal order.</summary>
    public int CountBefore(string key)
    {
        int low = 0, high = Count;
        while (low < high)
        {
            int middle = (low + high) >>> 1;
            if (this[middle].SequenceCompareTo(key) < 0)
                low = middle + 1;
            else
                high = middle;
        }
        return low;
    }

    /// <summary>Collects names in any order.</summary>
    public sealed class Builder
    {
        readonly List<(int Start, int Length)> _names = [];
        char[] _characters = [];
        int _used;

        public void Add(ReadOnlySpan<char> name)
        {
            if (_used + name.Length > _characters.Length)
                Array.Resize(ref _characters, checked(Math.Max(_used + name.Length, _characters.Length + _characters.Length / 2 + 256)));
            name.CopyTo(_characters.AsSpan(_used));
            _names.Add((_used, name.Length));
            _used += name.Length;
        }

        public FileNames ToNames()
        {
            char[] unsorted = _characters;
            _names.Sort((a, b) => unsorted.AsSpan(a.Start, a.Length).SequenceCompareTo(unsorted.AsSpan(b.Start, b.Length)));
            char[] characters = new char[_used];
            int[] ends = new int[_names.Count];
            int at = 0;
            for (int i = 0; i < ends.Length; i++)
            {
                (int start, int length) = _names[i];
                unsorted.AsSpan(start, length).CopyTo(characters.AsSpan(at));
                ends[i] = at += length;
            }
            return new(characters, ends);
        }
    }
}
