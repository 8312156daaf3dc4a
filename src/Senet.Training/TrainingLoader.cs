using Senet.Data;
using Senet.Graph;

namespace Senet.Training;

/// <summary>How a recipe loads its training images: the one path of training and of what shows its images.</summary>
static class TrainingLoader
{
    /// <summary>A loader whose batches are those that a run with this recipe trains on, in its order.</summary>
    public static BatchLoader Create(IImageSource images, Preprocessing preprocessing, Recipe recipe, int workers) => new(
        images,
        new TrainingTransform(preprocessing, recipe.Augmentation),
        new()
        {
            BatchSize = recipe.BatchSize,
            Workers = workers,
            Seed = (ulong)recipe.Seed,
            Background = preprocessing.Background,
            Shuffle = true,
            Balanced = recipe.Sampling == Sampling.Balanced,
            FastDecode = recipe.FastDecode,
            // Batch normalisation needs at least two images: a last batch of one joins the batch before it.
            MinimumLastBatch = 2,
        });
}
