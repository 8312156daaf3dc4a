using Senet.Inference;
using Senet.Weights;

namespace Senet.Tests;

public sealed class CompiledPlanTests : IDisposable
{
    readonly SmallModel _model = new();

    public void Dispose() => _model.Dispose();

    [Fact]
    public void Load_CompiledPlan_GivesTheSameBits()
    {
        string plan = Compiled();
        using ImageClassifier fromModel = ImageClassifier.Load(_model.Path);
        using ImageClassifier fromPlan = ImageClassifier.Load(plan, warmUp: true);
        Assert.Equal(fromModel.Labels, fromPlan.Labels);
        Assert.Equal(fromModel.Classify(_model.Photo(1)).Probabilities, fromPlan.Classify(_model.Photo(1)).Probabilities);
        // A batch that the plan was not made for runs on the forms that are there.
        Assert.Equal(3, fromPlan.ClassifyBatch([_model.Photo(1), _model.Photo(2), _model.Photo(3)]).Count);
    }

    [Fact]
    public void Load_PlanOfAModelThatHasChanged_IsMadeAgain()
    {
        string plan = Compiled();
        var changed = _model.Weights.Values.Select(weight => weight.Name == "fc.bias" ? WeightTensor.FromFloat32(weight.Name, weight.Shape, [9, 0, 0, 0, 0, 0, 0]) : weight);
        ModelFile.Save(_model.Path, _model.Description, changed);
        using (ImageClassifier classifier = ImageClassifier.Load(plan))
        {
            Assert.Equal(0, classifier.Classify(SmallModel.Pixels(1)).Top[0].Index);
        }
        using PlanFile file = PlanFile.Open(plan);
        Assert.True(file.Source!.Matches(_model.Path));
    }

    [Fact]
    public void Load_PlanOfAnotherVersion_IsMadeAgainFromTheModelBesideIt()
    {
        string plan = Compiled();
        byte[] bytes = File.ReadAllBytes(plan);
        bytes[8]++;
        File.WriteAllBytes(plan, bytes);
        using (ImageClassifier classifier = ImageClassifier.Load(plan))
        {
            Assert.Equal(7, classifier.Labels.Count);
        }
        PlanFile.Open(plan).Dispose();

        File.WriteAllBytes(plan, bytes);
        File.Delete(_model.Path);
        Assert.Contains("compile the model again", Assert.Throws<StalePlanException>(() => ImageClassifier.Load(plan)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Load_ModelThatIsDeletedLater_GoesOnWithTheFormsThatArePacked()
    {
        using ImageClassifier classifier = ImageClassifier.Load(_model.Path);
        string[] photos = [_model.Photo(1), _model.Photo(2)];
        File.Delete(_model.Path);
        Assert.Equal(2, classifier.ClassifyBatch(photos).Count);
    }

    string Compiled()
    {
        string plan = Path.ChangeExtension(_model.Path, PlanFile.Extension);
        ImageClassifier.CompilePlan(_model.Path, plan);
        return plan;
    }
}
