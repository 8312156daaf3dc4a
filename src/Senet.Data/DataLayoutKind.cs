namespace Senet.Data;

/// <summary>The forms a data set comes in.</summary>
enum DataLayoutKind
{
    /// <summary>IDX files of the MNIST family.</summary>
    Idx,

    /// <summary>CIFAR's binary version.</summary>
    Cifar,

    /// <summary>train/ and val/ or test/, or one of them alone, each with class folders.</summary>
    SplitFolders,

    /// <summary>A folder with train.csv and val.csv.</summary>
    SplitLists,

    /// <summary>One tree of class folders.</summary>
    ClassFolders,

    /// <summary>One list file.</summary>
    List,
}
