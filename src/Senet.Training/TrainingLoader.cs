using Senet.Data;
using Senet.Graph;

namespace Senet.Training;

/// <summary>How a recipe loads its training images: the one path of training and of what shows its images.</summary>
static class TrainingLoader
{
    /// <summary>A loader whose batches are those that a run with this recipe trains on, in its order.</summary>
    /// <param name="images">The training images.</param>
    /// <param name="preprocessing">Size and normalisation of the input.</param>
    /// <param name="recipe">Batches, order, augmentation.</param>
    /// <param name="workers">Threads.</param>
    /// <param name="share">Which part of each batch; null for all of it.</param>
    public static BatchLoader Create(IImageSource images, Preprocessing preprocessing, Recipe recipe, int workers, BatchShare? share = null) => new(
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
            Share = share ?? BatchShare.Whole,
        });
}
