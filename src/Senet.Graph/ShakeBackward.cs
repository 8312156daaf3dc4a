namespace Senet.Graph;

/// <summary>How a mixture of two branches splits the gradient while training (Gastaldi, arXiv:1705.07485, section 2).</summary>
public enum ShakeBackward
{
    /// <summary>By a second random number per image, independent of the forward one: Shake-Shake.</summary>
    Shake,

    /// <summary>Evenly: Shake-Even.</summary>
    Even,
}
