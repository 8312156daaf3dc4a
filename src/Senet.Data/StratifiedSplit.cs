namespace Senet.Data;

/// <summary>Splits every class in the same proportion.</summary>
static class StratifiedSplit
{
    /// <summary>
    /// Indices of the training and of the validation images, each ascending. Of n images of a class, n * fraction, rounded
    /// half away from zero and kept within 1 .. n - 1, go to validation.
    /// </summary>
    /// <param name="source">The images to split.</param>
    /// <param name="counts">Images per class, each at least 2.</param>
    /// <param name="fraction">Share of every class that goes to validation, above 0 and below 1.</param>
    /// <param name="seed">Seed of the choice.</param>
    public static (int[] Train, int[] Validation) Of(IImageSource source, int[] counts, double fraction, ulong seed)
    {
        int[][] members = [.. counts.Select(c => new int[c])];
        int[] filled = new int[counts.Length];
        for (int i = 0; i < source.Count; i++)
        {
            int label = source.Label(i);
            members[label][filled[label]++] = i;
        }

        List<int> train = [], validation = [];
        for (int label = 0; label < members.Length; label++)
        {
            int[] images = members[label];
            int held = Math.Clamp((int)Math.Round(images.Length * fraction, MidpointRounding.AwayFromZero), 1, images.Length - 1);
            // One stream of random numbers per class: the class takes the place of the epoch.
            SampleRandom.Shuffle(images, seed, label);
            validation.AddRange(images.AsSpan(0, held));
            train.AddRange(images.AsSpan(held));
        }
        train.Sort();
        validation.Sort();
        return ([.. train], [.. validation]);
    }
}
