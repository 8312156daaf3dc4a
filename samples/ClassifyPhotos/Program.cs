using System.Globalization;
using Senet;
using Senet.Graph;

if (args.Length < 2)
{
    Console.Error.WriteLine("usage: classify-photos MODEL IMAGE...");
    return 2;
}
try
{
    using ImageClassifier classifier = ImageClassifier.Load(args[0]);
    foreach (string image in args[1..])
    {
        Console.WriteLine(image);
        foreach (ClassProbability found in classifier.Classify(image).Top)
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"  {found.Probability * 100,6:F2} %  {found.Label}"));
    }
    return 0;
}
catch (SenetException error)
{
    Console.Error.WriteLine($"classify-photos: error: {error.Message}");
    return 1;
}
