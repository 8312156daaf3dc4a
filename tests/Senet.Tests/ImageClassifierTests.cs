using System.Reflection;
using Senet.Data;
using Senet.Graph;
using Senet.Inference;
using Senet.Weights;

namespace Senet.Tests;

public sealed class ImageClassifierTests : IDisposable
{
    // Batches may take other forms of convolution: their sums round differently.
    const double AcrossBatches = 1e-5;

    readonly SmallModel _model = new();

    public void Dispose() => _model.Dispose();

    [Fact]
    public void Classify_PathStreamAndPixels_AreTheSame()
    {
        using ImageClassifier classifier = ImageClassifier.Load(_model.Path);
        string photo = _model.Photo(1);
        Classification result = classifier.Classify(photo);
        using FileStream stream = File.OpenRead(photo);

        Assert.Equal(5, result.Top.Count);
        Assert.Equal(7, result.Probabilities.Count);
        Assert.Equal(1, result.Probabilities.Sum(), 1e-12);
        Assert.Equal(result.Top[0].Probability, result.Probabilities.Max());
        Assert.Equal(result.Probabilities, classifier.Classify(stream).Probabilities);
        Assert.Equal(result.Probabilities, classifier.Classify(SmallModel.Pixels(1)).Probabilities);
        Assert.True(stream.CanRead);
    }

    [Fact]
    public void Classify_IsSoftmaxOfThePlanOnTheTransformedImage()
    {
        using ImageClassifier classifier = ImageClassifier.Load(_model.Path);
        NetworkGraph graph = ArchitectureRegistry.Get("se-resnet-8").Build(_model.Description.Options);
        using InferencePlan plan = InferencePlan.Compile(graph, _model.Weights, new() { Threads = 1 });
        var transform = new EvaluationTransform(_model.Description.Preprocessing);
        float[] input = new float[transform.Length];
        transform.Apply(SmallModel.Pixels(2), input);
        float[] logits = new float[7];
        plan.Run(input, SmallModel.Height, SmallModel.Width, logits);

        Assert.Equal(logits, classifier.Logits(input));
        Assert.Equal(Classification.FromLogits(logits, classifier.Labels).Probabilities, classifier.Classify(SmallModel.Pixels(2)).Probabilities);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(16)]
    public void ClassifyBatch_MoreThanAPass_IsEachAlone(int mostImages)
    {
        using ImageClassifier classifier = ImageClassifier.Load(_model.Path, new() { MostImages = mostImages });
        string[] photos = [.. Enumerable.Range(0, 7).Select(_model.Photo)];
        IReadOnlyList<Classification> batch = classifier.ClassifyBatch(photos, top: 2);
        IReadOnlyList<Classification> pixels = classifier.ClassifyBatch([.. Enumerable.Range(0, 7).Select(seed => SmallModel.Pixels(seed))]);

        for (int i = 0; i < photos.Length; i++)
        {
            Assert.Equal(2, batch[i].Top.Count);
            AssertNear(classifier.Classify(photos[i]), batch[i]);
            Assert.Equal(batch[i].Probabilities, pixels[i].Probabilities);
        }
        Assert.Empty(classifier.ClassifyBatch(Array.Empty<string>()));
    }

    [Fact]
    public void Embed_ClassifierOnFeatures_GivesTheLogits()
    {
        using ImageClassifier classifier = ImageClassifier.Load(_model.Path);
        string photo = _model.Photo(3);
        ImageEmbedding embedding = classifier.Embed(photo);
        float[] weight = _model.Weights["fc.weight"].ToFloat32();
        float[] bias = _model.Weights["fc.bias"].ToFloat32();
        float[] logits = [.. bias.Select((b, c) => (float)(b + embedding.Features.Select((feature, i) => (double)feature * weight[c * embedding.Features.Length + i]).Sum()))];

        Assert.Equal(64, embedding.Features.Length);
        Assert.Empty(embedding.Gates);
        AssertNear(Classification.FromLogits(logits, classifier.Labels), embedding.Classification);
        Assert.Equal(classifier.Classify(photo).Probabilities, embedding.Classification.Probabilities);
    }

    [Fact]
    public void Embed_Gates_AreThoseOfEveryBlockInOrder()
    {
        using ImageClassifier classifier = ImageClassifier.Load(_model.Path);
        ImageEmbedding embedding = classifier.Embed(SmallModel.Pixels(3), gates: true);
        SqueezeExciteNode[] blocks = [.. classifier.Graph.Nodes.OfType<SqueezeExciteNode>()];

        Assert.NotEmpty(blocks);
        Assert.Equal(blocks.Select(block => block.Name), embedding.Gates.Keys);
        Assert.Equal(blocks.Select(block => block.OutputChannels), embedding.Gates.Values.Select(gates => gates.Length));
        Assert.All(embedding.Gates.Values, gates => Assert.All(gates, gate => Assert.InRange(gate, 0, 1)));
        Assert.All(embedding.Gates.Values, gates => Assert.True(gates.Distinct().Count() > 1));
        using FileStream stream = File.OpenRead(_model.Photo(3));
        Assert.Equal(embedding.Features, classifier.Embed(stream).Features);
    }

    [Fact]
    public void Load_DescribesTheModel()
    {
        using ImageClassifier classifier = ImageClassifier.Load(_model.Path, new() { Threads = 2, InstructionSet = InstructionSet.Scalar });

        Assert.Equal("se-resnet-8", classifier.Description.Architecture);
        Assert.Equal(_model.Description.Classes, classifier.Labels);
        Assert.Equal((2, InstructionSet.Scalar), (classifier.Threads, classifier.InstructionSet));
        Assert.Equal("se-resnet-8", classifier.Graph.Name);
    }

    [Fact]
    public void Load_NoClassNames_NumbersThem()
    {
        using var model = new SmallModel(named: false);
        using ImageClassifier classifier = ImageClassifier.Load(model.Path);

        Assert.Equal(["0", "1", "2", "3", "4", "5", "6"], classifier.Labels);
    }

    [Fact]
    public void Load_GreyModel_TakesColourFilesAndGreyPixels()
    {
        using var model = new SmallModel(channels: 1);
        using ImageClassifier classifier = ImageClassifier.Load(model.Path);
        string photo = model.Photo(1);

        Assert.Equal(classifier.Classify(ImageDecoder.DecodeFile(photo, channels: 1, background: 255)).Probabilities, classifier.Classify(photo).Probabilities);
        Assert.Contains("3 channels", Assert.Throws<ArgumentException>(() => classifier.Classify(SmallModel.Pixels(1))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_WarmUp_ChangesNoResult()
    {
        using ImageClassifier cold = ImageClassifier.Load(_model.Path);
        using ImageClassifier warm = ImageClassifier.Load(_model.Path, warmUp: true);

        Assert.Equal(cold.Classify(SmallModel.Pixels(1)).Probabilities, warm.Classify(SmallModel.Pixels(1)).Probabilities);
    }

    [Fact]
    public void Load_LeavesTheFileClosed()
    {
        using ImageClassifier classifier = ImageClassifier.Load(_model.Path);
        classifier.Classify(SmallModel.Pixels(1));

        // Fails while anybody has it open.
        using FileStream alone = File.Open(_model.Path, FileMode.Open, FileAccess.ReadWrite, FileShare.None);
        Assert.True(alone.CanWrite);
    }

    [Fact]
    public void Load_BadFiles_AreOneLineWithThePath()
    {
        AssertError("no-such.safetensors: cannot be read: no such file", () => ImageClassifier.Load(_model["no-such.safetensors"]));
        SafetensorsFile.Write(_model["bare.safetensors"], _model.Weights.Values, new Dictionary<string, string>());
        AssertError("bare.safetensors: holds weights but no Senet model", () => ImageClassifier.Load(_model["bare.safetensors"]));
        ModelFile.Save(_model["less.safetensors"], _model.Description, _model.Weights.Values.Where(tensor => tensor.Name != "fc.bias"));
        AssertError("less.safetensors: the weights are not those of se-resnet-8: 1 missing (fc.bias)", () => ImageClassifier.Load(_model["less.safetensors"]));
        ModelFile.Save(_model["unknown.safetensors"], _model.Description with { Architecture = "se-resnet-9" }, _model.Weights.Values);
        AssertError("unknown.safetensors: there is no architecture 'se-resnet-9'", () => ImageClassifier.Load(_model["unknown.safetensors"]));
        AssertError("model.safetensors: -1 threads", () => ImageClassifier.Load(_model.Path, new() { Threads = -1 }));
        Assert.Throws<ArgumentException>(() => ImageClassifier.Load(""));
        Assert.Throws<ArgumentNullException>(() => ImageClassifier.Load(null!));
    }

    [Fact]
    public void Load_ImagesTooSmallForTheNetwork_AreRefusedAtOnce()
    {
        using var model = new SmallModel("se-resnet-18");
        ModelFile.Save(model.Path, model.Description with { Preprocessing = model.Description.Preprocessing with { Height = 2, Width = 2 } }, model.Weights.Values);

        AssertError("model.safetensors: maxpool: ", () => ImageClassifier.Load(model.Path));
    }

    [Fact]
    public void Classify_BadImages_AreOneLine()
    {
        using ImageClassifier classifier = ImageClassifier.Load(_model.Path);
        string text = _model["text.png"];
        File.WriteAllText(text, "no picture");

        AssertError("text.png: ", () => classifier.Classify(text));
        AssertError("missing.png: there is no such file", () => classifier.Classify(_model["missing.png"]));
        AssertError("the stream: the file is empty", () => classifier.Classify(new MemoryStream()));
        AssertError("the stream: ", () => classifier.Embed(new MemoryStream([1, 2, 3])));
        AssertError("text.png: ", () => classifier.ClassifyBatch([_model.Photo(1), text, _model["missing.png"]]));
        // A failure is not the end.
        Assert.NotNull(classifier.Classify(_model.Photo(1)));
    }

    [Fact]
    public void Classify_WrongArguments_AreTheProgrammers()
    {
        using ImageClassifier classifier = ImageClassifier.Load(_model.Path);

        Assert.Throws<ArgumentOutOfRangeException>("top", () => classifier.Classify(_model.Photo(1), top: 0));
        Assert.Throws<ArgumentOutOfRangeException>("top", () => classifier.ClassifyBatch([_model.Photo(1)], top: -1));
        Assert.Throws<ArgumentNullException>(() => classifier.Classify((string)null!));
        Assert.Throws<ArgumentNullException>(() => classifier.Classify((Stream)null!));
        Assert.Throws<ArgumentNullException>(() => classifier.Classify((ImagePixels)null!));
        Assert.Throws<ArgumentException>("items", () => classifier.ClassifyBatch(["a.png", null!]));
        Assert.Throws<ArgumentException>("image", () => classifier.Classify(SmallModel.Pixels(1, channels: 1)));
        Assert.Throws<ArgumentException>("inputs", () => classifier.Logits(new float[5]));
        Assert.Throws<ArgumentException>("inputs", () => classifier.Logits([]));
    }

    [Fact]
    public async Task Async_Methods_GiveWhatTheOthersGive()
    {
        using ImageClassifier classifier = ImageClassifier.Load(_model.Path);
        string photo = _model.Photo(4);
        Classification expected = classifier.Classify(photo);
        using var stream = new MemoryStream(await File.ReadAllBytesAsync(photo));

        Assert.Equal(expected.Probabilities, (await classifier.ClassifyAsync(photo)).Probabilities);
        Assert.Equal(expected.Probabilities, (await classifier.ClassifyAsync(stream)).Probabilities);
        Assert.Equal(expected.Probabilities, (await classifier.ClassifyAsync(SmallModel.Pixels(4))).Probabilities);
        AssertNear(expected, (await classifier.ClassifyBatchAsync([photo, photo]))[1]);
        AssertNear(expected, (await classifier.ClassifyBatchAsync([SmallModel.Pixels(4), SmallModel.Pixels(5)]))[0]);
        float[] features = classifier.Embed(photo).Features;
        Assert.Equal(features, (await classifier.EmbedAsync(photo)).Features);
        stream.Position = 0;
        Assert.Equal(features, (await classifier.EmbedAsync(stream)).Features);
        Assert.NotEmpty((await classifier.EmbedAsync(SmallModel.Pixels(4), gates: true)).Gates);
    }

    [Fact]
    public async Task Async_Cancelled_Stops()
    {
        using ImageClassifier classifier = ImageClassifier.Load(_model.Path);
        string photo = _model.Photo(1);
        var cancelled = new CancellationToken(canceled: true);

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => classifier.ClassifyAsync(photo, cancellationToken: cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => classifier.ClassifyAsync(new MemoryStream([1]), cancellationToken: cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => classifier.EmbedAsync(SmallModel.Pixels(1), cancellationToken: cancelled));
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => classifier.ClassifyBatchAsync([photo], cancellationToken: cancelled));
    }

    [Fact]
    public void ClassifyBatch_CancelledOnTheWay_StopsBeforeTheNextImage()
    {
        using ImageClassifier classifier = ImageClassifier.Load(_model.Path, new() { Threads = 1, MostImages = 4 });
        using var source = new CancellationTokenSource();
        var images = new CancellingList(20, cancelAt: 5, source);

        Assert.ThrowsAny<OperationCanceledException>(() => classifier.ClassifyBatch(images, cancellationToken: source.Token));
        Assert.Equal(6, images.Asked);
    }

    [Fact]
    public void ManyThreads_AtOnce_GiveTheSameResults()
    {
        using ImageClassifier classifier = ImageClassifier.Load(_model.Path, new() { Threads = 2 });
        string[] photos = [.. Enumerable.Range(0, 4).Select(_model.Photo)];
        IReadOnlyList<double>[] expected = [.. photos.Select(photo => classifier.Classify(photo).Probabilities)];

        Parallel.For(0, 200, new ParallelOptions { MaxDegreeOfParallelism = 8 }, i =>
        {
            int which = i % photos.Length;
            if (i % 3 == 0)
                AssertNear(new([], expected[which]), classifier.ClassifyBatch([photos[which], photos[0]])[0]);
            else if (i % 3 == 1)
                Assert.Equal(expected[which], classifier.Classify(photos[which]).Probabilities);
            else
                Assert.Equal(expected[which], classifier.Embed(photos[which], gates: true).Classification.Probabilities);
        });
    }

    [Fact]
    public void Dispose_Then_EveryCallSaysSo()
    {
        ImageClassifier classifier = ImageClassifier.Load(_model.Path);
        classifier.Dispose();
        classifier.Dispose();

        Assert.Throws<ObjectDisposedException>(() => classifier.Classify(_model.Photo(1)));
        Assert.Throws<ObjectDisposedException>(() => classifier.Classify(new MemoryStream([1])));
        Assert.Throws<ObjectDisposedException>(() => classifier.ClassifyBatch([SmallModel.Pixels(1)]));
        Assert.Throws<ObjectDisposedException>(() => classifier.Embed(SmallModel.Pixels(1)));
        Assert.Throws<ObjectDisposedException>(() => classifier.Logits(new float[3 * SmallModel.Height * SmallModel.Width]));
        Assert.Equal(7, classifier.Labels.Count);
    }

    [Fact]
    public void Dispose_WhileOthersClassify_LetsThemFinish()
    {
        for (int round = 0; round < 20; round++)
        {
            ImageClassifier classifier = ImageClassifier.Load(_model.Path, new() { Threads = 1 });
            IReadOnlyList<double> expected = classifier.Classify(SmallModel.Pixels(1)).Probabilities;
            using var started = new CountdownEvent(3);
            Thread[] threads = [.. Enumerable.Range(0, 3).Select(_ => new Thread(() =>
            {
                started.Signal();
                try
                {
                    while (true)
                        Assert.Equal(expected, classifier.Classify(SmallModel.Pixels(1)).Probabilities);
                }
                catch (ObjectDisposedException)
                {
                    // What a late caller gets.
                }
            }))];
            foreach (Thread thread in threads)
                thread.Start();
            started.Wait();
            classifier.Dispose();
            foreach (Thread thread in threads)
                thread.Join();
        }
    }

    [Fact]
    public void Assembly_AndAllItReferences_KnowNoTorch()
    {
        var seen = new HashSet<string>();
        var open = new Queue<Assembly>([typeof(ImageClassifier).Assembly]);
        while (open.TryDequeue(out Assembly? assembly))
        {
            foreach (AssemblyName name in assembly.GetReferencedAssemblies())
            {
                if (seen.Add(name.Name!) && name.Name!.StartsWith("Senet", StringComparison.Ordinal))
                    open.Enqueue(Assembly.Load(name));
            }
        }

        Assert.Contains("Senet.Inference", seen);
        Assert.DoesNotContain(seen, name => name.Contains("Torch", StringComparison.Ordinal) || name.Contains("Onnx", StringComparison.Ordinal));
    }

    static void AssertNear(Classification expected, Classification actual)
    {
        for (int i = 0; i < expected.Probabilities.Count; i++)
            Assert.Equal(expected.Probabilities[i], actual.Probabilities[i], AcrossBatches);
    }

    static void AssertError(string expected, Action action)
    {
        SenetException error = Assert.ThrowsAny<SenetException>(action);
        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', error.Message);
    }

    sealed class CancellingList(int count, int cancelAt, CancellationTokenSource source) : IReadOnlyList<ImagePixels>
    {
        int _asked;

        public int Asked => _asked;

        public int Count => count;

        public ImagePixels this[int index]
        {
            get
            {
                if (Interlocked.Increment(ref _asked) == cancelAt + 1)
                    source.Cancel();
                return SmallModel.Pixels(index);
            }
        }

        public IEnumerator<ImagePixels> GetEnumerator() => Enumerable.Range(0, count).Select(i => SmallModel.Pixels(i)).GetEnumerator();

        System.Collections.IEnumerator System.Collections.IEnumerable.GetEnumerator() => GetEnumerator();
    }
}
