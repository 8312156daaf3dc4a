using System.Diagnostics;
using System.Globalization;
using Senet.Data;
using Senet.Graph;
using Senet.Torch;
using Senet.Training.Distributed;
using Senet.Training.Logging;
using Senet.Weights;
using TorchSharp;
using static TorchSharp.torch;

namespace Senet.Training;

/// <summary>One run in progress: the network, its optimiser and loaders, and the loop over epochs and steps.</summary>
sealed class TrainingSession : IDisposable
{
    readonly RunDescription _run;
    readonly ImageDataSet _images;
    readonly RunFolder _folder;
    readonly Device _device;
    readonly TimeSpan _saveInterval;
    readonly Action<TrainingEvent> _report;
    readonly ICollective _collective;
    readonly BatchShare _share;
    readonly GradientReducer? _reducer;
    readonly GraphModule _module;
    readonly Optimizer _optimizer;
    readonly WeightAverage? _average;
    readonly TrainingLoss _loss;
    readonly BatchLoader _trainLoader;
    readonly BatchLoader _validationLoader;
    readonly LearningRateSchedule _schedule;
    readonly bool _drawsRandomNumbers;
    readonly Stopwatch _sinceSave = Stopwatch.StartNew();
    readonly List<EpochMetrics> _epochs;
    readonly RunLog _log;
    RunState _state;
    bool _isStopping;
    double _secondsPerStep;
    double _waitPerStep;
    double _validationSeconds;

    public TrainingSession(RunDescription run, ImageDataSet images, RunFolder folder, Device device, TrainingSettings settings, Action<TrainingEvent> report, PretrainedWeights? pretrained)
    {
        _run = run;
        _images = images;
        _folder = folder;
        _device = device;
        _saveInterval = settings.SaveInterval;
        _report = report;
        _collective = settings.Collective ?? new Alone();
        _share = new(_collective.Rank, _collective.Size);
        if (run.Recipe.BatchSize < 2 * _collective.Size)
            throw new SenetException(FormattableString.Invariant($"--batch-size {run.Recipe.BatchSize}: {_collective.Size} processes need at least {2 * _collective.Size}, two images each"));
        Agreement.OnRun(run, images.Classes, _collective);
        TorchRuntime.EnsureLoaded();
        int threads = settings.Threads ?? Environment.ProcessorCount;
        set_num_threads(threads);
        NetworkGraph graph = ArchitectureRegistry.Get(run.Architecture).Build(run.Options);
        _drawsRandomNumbers = graph.Nodes.Any(node => node.IsRandom) || run.Recipe.StochasticDepth > 0;
        _module = new(graph, run.Recipe.Seed) { Precision = run.Precision, CheckpointActivations = settings.CheckpointActivations };
        if (pretrained is not null)
            report(new TrainingEvent.Message(pretrained.Load(_module, images.Classes)));
        _module.to(device);
        _module.FreezeThrough(run.Recipe.FreezeThrough);
        _module.StochasticDepth = run.Recipe.StochasticDepth;
        _optimizer = Optimizer.Create(_module, run.Recipe);
        _average = run.Recipe.EmaDecay > 0 ? new(_module, run.Recipe.EmaDecay, device) : null;
        _loss = new(run.Recipe, run.Options.Classes, TrainingLoss.WeightsOf(run.Recipe, images.Train, run.Options.Classes), device);
        int workers = settings.Workers ?? Environment.ProcessorCount;
        report(new TrainingEvent.Message(string.Create(
            CultureInfo.InvariantCulture, $"threads: {threads} for the network, {workers} for images, on {Environment.ProcessorCount} processors")));
        _trainLoader = TrainingLoader.Create(images.Train, run.Preprocessing, run.Recipe, workers, _share);
        int validationBatch = run.Recipe.BatchSize / run.Recipe.AccumulationSteps;
        _validationLoader = new(
            ValidationShare.Of(images.Validation, validationBatch, _collective),
            new EvaluationTransform(run.Preprocessing),
            new() { BatchSize = validationBatch, Workers = workers, Background = run.Preprocessing.Background });
        if (images.Train.Count < 2)
            throw new SenetException($"{run.Data}: a single training image; batch normalisation needs at least two");
        _schedule = new(run.Recipe, _trainLoader.BatchCount);
        _state = folder.LoadState(_module, _optimizer, _average);
        if (_collective.Size > 1)
        {
            Agreement.StartFromTheSameWeights(_module, _collective);
            _reducer = new(_module, _collective);
            if (run.Recipe.SyncBatchNorm)
                _module.BatchNormGroup = new(_collective.Rank, _collective.Size, values => _collective.StartSum(values).Wait());
        }
        // A row behind the saved state belongs to work that is done again.
        _epochs = [.. folder.ReadMetrics().Where(row => row.Epoch <= _state.Epoch)];
        _log = RunLog.Open(folder, run.Log, new((long)_state.Epoch * _trainLoader.BatchCount + _state.Step, _state.Epoch));
        NetworkCost cost = graph.Cost(new(run.Preprocessing.Channels, run.Preprocessing.Height, run.Preprocessing.Width));
        report(new TrainingEvent.Started(run, cost.Parameters, cost.Macs, _trainLoader.BatchCount, device.ToString()));
        if (_state.Epoch >= run.Recipe.Epochs)
            report(new TrainingEvent.Message("all epochs are done already"));
        else if (_state.Epoch > 0 || _state.Step > 0)
            report(new TrainingEvent.Message(string.Create(CultureInfo.InvariantCulture, $"resuming at epoch {_state.Epoch + 1}, step {_state.Step} of {_trainLoader.BatchCount}")));
    }

    // What is evaluated and saved as the model.
    GraphModule Model => _average?.Module ?? _module;

    int PlateauDrops => _state.Plateau?.Drops ?? 0;

    public TrainingResult Run(CancellationToken cancellationToken)
    {
        bool interrupted = false;
        try
        {
            if (!File.Exists(_folder.LastPath))
                Save();
            while (_state.Epoch < _run.Recipe.Epochs)
            {
                TrainEpoch(cancellationToken);
                FinishEpoch(cancellationToken);
            }
        }
        catch (OperationCanceledException) when (_isStopping || cancellationToken.IsCancellationRequested)
        {
            Save();
            interrupted = true;
        }
        catch (SenetException error) when (error.InnerException is { } cause && FileErrors.IsFileError(cause))
        {
            RunState saved = _folder.ReadState();
            throw new SenetException(FormattableString.Invariant($"{error.Message}; epoch {saved.Epoch + 1}, step {saved.Step} is saved: --resume {_folder.Path} goes on from there"), error);
        }
        return new()
        {
            RunFolder = _folder.Path,
            ModelPath = File.Exists(_folder.ModelPath) ? _folder.ModelPath : null,
            BestTop1 = Math.Max(0, _state.BestTop1),
            BestEpoch = _state.BestEpoch,
            Epochs = _epochs,
            Interrupted = interrupted,
        };
    }

    public void Dispose()
    {
        _reducer?.Dispose();
        _log.Dispose();
        _loss.Dispose();
        _average?.Dispose();
        _optimizer.Dispose();
        _module.Dispose();
    }

    void TrainEpoch(CancellationToken cancellationToken)
    {
        if (_state.Step >= _trainLoader.BatchCount)
            return;
        _module.train();
        _module.NormStatisticsFrozen = _state.Epoch >= _run.Recipe.Epochs - Math.Min(_run.Recipe.FreezeNormLastEpochs, _run.Recipe.Epochs / 2);
        double before = _state.Seconds;
        var clock = Stopwatch.StartNew();
        double lastStep = 0;
        double ready = 0;
        foreach (ImageBatch batch in _trainLoader.Epoch(_state.Epoch, _state.Step, CancellationToken.None))
        {
            using (batch)
            {
                double waited = clock.Elapsed.TotalSeconds - ready;
                long step = (long)_state.Epoch * _trainLoader.BatchCount + _state.Step;
                double rate = _schedule.Rate(step, PlateauDrops);
                // Figures are those of the whole batch, of which this process may have a part.
                int images = _trainLoader.SamplesOf(_state.Step);
                double share = (double)_share.SampleCount(images) / images;
                (double loss, long correct) = Together(Step(batch, rate, step, share), share, cancellationToken);
                double now = clock.Elapsed.TotalSeconds;
                _secondsPerStep = _secondsPerStep == 0 ? now - lastStep : 0.9 * _secondsPerStep + 0.1 * (now - lastStep);
                _waitPerStep = 0.9 * _waitPerStep + 0.1 * waited;
                lastStep = now;
                _state = _state with
                {
                    Step = _state.Step + 1,
                    LossSum = _state.LossSum + loss * images,
                    Correct = _state.Correct + correct,
                    Images = _state.Images + images,
                    Seconds = before + now,
                };
                var done = new TrainingEvent.StepDone(
                    _state.Epoch + 1, _state.Step, _trainLoader.BatchCount, _state.LossSum / _state.Images, (double)_state.Correct / _state.Images,
                    rate, images / _secondsPerStep, Remaining())
                {
                    WaitingShare = _waitPerStep / _secondsPerStep,
                };
                _log.Step(step + 1, loss, done);
                _report(done);
            }
            if (_isStopping)
                throw new OperationCanceledException(cancellationToken);
            if (_sinceSave.Elapsed >= _saveInterval)
                Save();
            ready = clock.Elapsed.TotalSeconds;
        }
    }

    // The whole batch's mean loss, of which each has a share, and correct answers; all processes stop when one is asked to.
    (double Loss, long Correct) Together((double Loss, long Correct) own, double share, CancellationToken cancellationToken)
    {
        Span<double> sums = [own.Loss, share > 0 ? own.Correct : 0, cancellationToken.IsCancellationRequested ? 1 : 0];
        _collective.Sum(sums);
        _isStopping = sums[2] > 0;
        return (sums[0], (long)sums[1]);
    }

    (double Loss, long Correct) Step(ImageBatch batch, double rate, long step, double share)
    {
        using DisposeScope scope = NewDisposeScope();
        // Draws of dropout and Shake-Shake depend on the step alone, so that a resumed run draws what the uninterrupted one would have.
        // Each process draws others for its images.
        if (_drawsRandomNumbers)
            random.manual_seed(unchecked((long)new SampleRandom((ulong)_run.Recipe.Seed, -1 - _collective.Rank, (int)step).NextUInt64()));
        if (_module.BatchNormGroup is { } group)
            group.Counts = share > 0;
        Tensor input = Batches.ToTensor(batch, _device);
        Tensor targets = Batches.Targets(batch, _run.Options.Classes, _device);
        Tensor labels = batch.Mixed is null ? targets : tensor(Batches.MainLabels(batch)).to(_device);
        _optimizer.ZeroGradients();
        _log.Watch(_module, step + 1, _state.Epoch + 1);
        double loss = 0;
        long correct = 0;
        // As many in all processes.
        int parts = Math.Clamp(_share.SmallestCount(_trainLoader.SamplesOf(_state.Step)) / 2, 1, _run.Recipe.AccumulationSteps);
        for (int part = 0; part < parts; part++)
        {
            int start = (int)((long)part * batch.Count / parts);
            int count = (int)((part + 1L) * batch.Count / parts) - start;
            if (part == parts - 1)
                _reducer?.Arm();
            (double partLoss, long partCorrect) = Backward(input.narrow(0, start, count), targets.narrow(0, start, count), labels.narrow(0, start, count), share * count / batch.Count);
            loss += partLoss;
            correct += partCorrect;
        }
        _reducer?.Finish(share);
        Update(rate, step);
        return (loss, correct);
    }

    // Adds the gradients of a part of the batch, which counts as its share of the whole.
    (double Loss, long Correct) Backward(Tensor input, Tensor targets, Tensor labels, double share)
    {
        using DisposeScope scope = NewDisposeScope();
        Tensor logits = _module.call(input);
        // Of an accumulated batch, the first part's gates stand for all.
        _module.GateObserver = null;
        Tensor loss = _loss.Mean(logits, targets);
        if (share < 1)
            loss *= share;
        double value = loss.item<float>();
        if (!double.IsFinite(value))
        {
            string kept = _state.BestEpoch > 0 ? $"the best model so far (epoch {_state.BestEpoch}) is {_folder.ModelPath}" : "no epoch was completed before";
            throw new SenetException(FormattableString.Invariant(
                $"the loss became {(double.IsNaN(value) ? "not a number" : "infinite")} at epoch {_state.Epoch + 1}, step {_state.Step + 1}; lower --lr (now {_run.Recipe.LearningRate:G4}) or lengthen --warmup; {kept}"));
        }
        _module.Backward(loss);
        return (value, logits.argmax(1).eq(labels).sum().item<long>());
    }

    // From the gradients of the whole batch to new weights.
    void Update(double rate, long step)
    {
        _log.Gradients(_module, step + 1, _state.Epoch + 1);
        if (_run.Recipe.ClipNorm > 0)
            _optimizer.ClipGradients(_run.Recipe.ClipNorm);
        _optimizer.Step(rate);
        _average?.Update(_optimizer.Steps - 1);
    }

    void FinishEpoch(CancellationToken cancellationToken)
    {
        var clock = Stopwatch.StartNew();
        EvaluationResult result = Evaluator.Evaluate(
            Model, _validationLoader, _images.Classes, _device, new ProgressRelay(done => _report(new TrainingEvent.Evaluating(done, _images.Validation.Count))),
            _collective, _images.Validation.Count,
            // Processes would leave at different batches.
            _collective.Size == 1 ? cancellationToken : CancellationToken.None);
        _validationSeconds = clock.Elapsed.TotalSeconds;
        int epoch = _state.Epoch + 1;
        var metrics = new EpochMetrics(
            epoch, _schedule.Rate((long)epoch * _trainLoader.BatchCount - 1, PlateauDrops), _state.LossSum / _state.Images, (double)_state.Correct / _state.Images,
            result.Loss, result.Top1, result.Top5, _state.Seconds, _validationSeconds, _state.Images / Math.Max(1e-9, _state.Seconds));
        _epochs.Add(metrics);
        Agreement.OnWeights(_module, _collective);
        _log.Epoch((long)epoch * _trainLoader.BatchCount, metrics);
        bool best = result.Top1 > _state.BestTop1;
        _state = new()
        {
            Epoch = epoch,
            BestTop1 = best ? result.Top1 : _state.BestTop1,
            BestEpoch = best ? epoch : _state.BestEpoch,
            Plateau = (_state.Plateau ?? new()).Next(result.Loss, _run.Recipe.PlateauPatience),
        };
        // The position is saved last: a run killed between these files repeats the end of the epoch and writes the same again.
        if (best)
            SaveModel(metrics);
        _folder.WriteMetrics(_epochs);
        Save();
        _report(new TrainingEvent.EpochDone(metrics, best));
    }

    void SaveModel(EpochMetrics metrics)
    {
        if (_collective.Rank > 0)
            return;
        var training = new Dictionary<string, string>
        {
            ["recipe"] = _run.Recipe.Name,
            ["recipeVersion"] = _run.Recipe.Version.ToString(CultureInfo.InvariantCulture),
            ["epoch"] = metrics.Epoch.ToString(CultureInfo.InvariantCulture),
            ["epochs"] = _run.Recipe.Epochs.ToString(CultureInfo.InvariantCulture),
            ["trainImages"] = _run.TrainImages.ToString(CultureInfo.InvariantCulture),
            ["validationImages"] = _run.ValidationImages.ToString(CultureInfo.InvariantCulture),
            ["validationTop1"] = metrics.ValidationTop1.ToString("F5", CultureInfo.InvariantCulture),
            ["validationTop5"] = metrics.ValidationTop5.ToString("F5", CultureInfo.InvariantCulture),
            ["validationLoss"] = metrics.ValidationLoss.ToString("G6", CultureInfo.InvariantCulture),
            ["seed"] = _run.Recipe.Seed.ToString(CultureInfo.InvariantCulture),
        };
        if (_average is not null)
            training["weights"] = FormattableString.Invariant($"exponential moving average, decay {_run.Recipe.EmaDecay}");
        var description = new ModelDescription
        {
            Architecture = _run.Architecture,
            Options = _run.Options,
            Classes = _images.Classes,
            Preprocessing = _run.Preprocessing,
            Training = training,
        };
        ModelFile.Save(_folder.ModelPath, description, Model.ExportWeights());
    }

    void Save()
    {
        if (_collective.Rank > 0)
            return;
        // No saved step may lack its record.
        _log.Flush();
        _folder.SaveState(_state, _module, _optimizer, _average);
        _folder.KeepState(_state, _run.KeepStates);
        _sinceSave.Restart();
    }

    TimeSpan Remaining()
    {
        long steps = (long)(_run.Recipe.Epochs - _state.Epoch) * _trainLoader.BatchCount - _state.Step;
        return TimeSpan.FromSeconds(steps * _secondsPerStep + (_run.Recipe.Epochs - _state.Epoch) * _validationSeconds);
    }
}
