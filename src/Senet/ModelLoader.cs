using Senet.Graph;
using Senet.Inference;
using Senet.Weights;

namespace Senet;

/// <summary>From a file to a plan that is ready for single images of the model's size.</summary>
static class ModelLoader
{
    /// <summary>Loads a model or a compiled plan.</summary>
    public static (ModelDescription Description, InferencePlan Plan) Load(string path, InferenceOptions options) =>
        PlanFile.IsPlan(path) ? LoadPlan(path, options) : LoadModel(path, options);

    /// <summary>Compiles a model into a plan file.</summary>
    public static void WritePlan(string modelPath, string planPath, InferenceOptions options, IReadOnlyList<PlanShape>? shapes)
    {
        ArgumentException.ThrowIfNullOrEmpty(modelPath);
        ArgumentException.ThrowIfNullOrEmpty(planPath);
        (ModelDescription description, InferencePlan plan) = LoadModel(modelPath, options, shapes);
        using (plan)
        {
            PlanFile.Write(planPath, plan, description, PlanSource.Of(modelPath));
        }
    }

    static (ModelDescription Description, InferencePlan Plan) LoadModel(string path, InferenceOptions options, IReadOnlyList<PlanShape>? shapes = null)
    {
        ModelDescription description = ModelFile.LoadDescription(path);
        var weights = new ModelWeights(path);
        InferencePlan? plan = null;
        try
        {
            NetworkGraph graph = ArchitectureRegistry.Get(description.Architecture).Build(description.Options);
            weights.Check(graph);
            plan = InferencePlan.Compile(graph, weights.Find, options, () => weights.IsAvailable);
            Preprocessing input = description.Preprocessing;
            foreach (PlanShape shape in shapes ?? [new(1, input.Height, input.Width)])
                plan.Prepare(shape.Images, shape.Height, shape.Width);
            InferencePlan ready = plan;
            plan = null;
            return (description, ready);
        }
        catch (SenetException error) when (!error.Message.StartsWith(path, StringComparison.Ordinal))
        {
            throw new SenetException($"{path}: {error.Message}", error);
        }
        finally
        {
            plan?.Dispose();
            weights.Close();
        }
    }

    static (ModelDescription Description, InferencePlan Plan) LoadPlan(string path, InferenceOptions options)
    {
        PlanFile? file = null;
        try
        {
            file = PlanFile.Open(path);
            string? source = SourceOf(path, file.Source);
            bool isStale = source is not null && file.Source?.Matches(source) == false;
            if (options.InstructionSet is { } set && set != file.InstructionSet)
                throw new SenetException($"{path}: the plan is for {file.InstructionSet}, but {set} is asked for; load the model file or compile it for {set}");
            if (!isStale)
            {
                ModelDescription description = file.Description;
                InferencePlan plan = InferencePlan.Compile(file, options);
                file = null;
                return (description, plan);
            }
            IReadOnlyList<PlanShape> shapes = file.Shapes;
            file.Dispose();
            file = null;
            return Rebuild(source!, path, options, shapes);
        }
        catch (StalePlanException stale) when (SourceOf(path, stale.Model) is { } source)
        {
            return Rebuild(source, path, options, shapes: null);
        }
        finally
        {
            file?.Dispose();
        }
    }

    // The new plan is used from memory; that it cannot be written, in a folder that is read-only for instance, harms no one.
    static (ModelDescription Description, InferencePlan Plan) Rebuild(string source, string path, InferenceOptions options, IReadOnlyList<PlanShape>? shapes)
    {
        (ModelDescription description, InferencePlan plan) = LoadModel(source, options, shapes);
        try
        {
            PlanFile.Write(path, plan, description, PlanSource.Of(source));
        }
        catch (Exception error) when (error is SenetException or IOException or UnauthorizedAccessException)
        {
        }
        return (description, plan);
    }

    // The model file beside a plan.
    static string? SourceOf(string path, PlanSource? source)
    {
        string model = source is null
            ? Path.ChangeExtension(path, ".safetensors")
            : Path.Combine(Path.GetDirectoryName(Path.GetFullPath(path))!, Path.GetFileName(source.Name));
        return File.Exists(model) ? model : null;
    }
}
