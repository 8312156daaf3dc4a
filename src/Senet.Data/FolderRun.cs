namespace Senet.Data;

/// <summary>Neighbours of a walk that lie in one folder.</summary>
/// <param name="Folder">Path below the root with '/'; empty for the root.</param>
/// <param name="Names">The folder's files.</param>
/// <param name="First">Index of the first neighbour in <paramref name="Names"/>.</param>
/// <param name="Count">How many they are.</param>
readonly record struct FolderRun(string Folder, FileNames Names, int First, int Count)
{
    /// <summary>Path below the root of neighbour <paramref name="index"/>, 0 .. Count - 1.</summary>
    public string Path(int index) => Folder.Length == 0 ? Names[First + index].ToString() : $"{Folder}/{Names[First + index]}";
}
