using System.Globalization;
using Senet.Data;
using Senet.Graph;

namespace Senet.Training;

/// <summary>What training and evaluation say alike of images that cannot be used.</summary>
static class BadImages
{
    /// <summary>The error that stops the command under <see cref="BadImagePolicy.Stop"/>.</summary>
    /// <param name="data">The data as the user named it.</param>
    /// <param name="bad">The images, at least one.</param>
    /// <param name="total">Number of images scanned.</param>
    public static SenetException Refuse(string data, IReadOnlyList<BadImage> bad, int total) => new(string.Create(
        CultureInfo.InvariantCulture,
        $"{data}: {bad.Count} of {total} images cannot be used (first: {bad[0].Message}); repair them, move them away with senet scan --quarantine, or leave them out with --on-bad-image skip"));
}
