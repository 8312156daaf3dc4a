using BenchmarkDotNet.Configs;
using BenchmarkDotNet.Jobs;
using BenchmarkDotNet.Running;
using BenchmarkDotNet.Toolchains.InProcess.Emit;
using Senet.Benchmarks.Distributed;
using Senet.Benchmarks.Images;
using Senet.Benchmarks.Inference;
using Senet.Benchmarks.Torch;
using Senet.Graph;

// Tables that BenchmarkDotNet cannot make: engines in turns within one process, and whole processes.
switch (args.ElementAtOrDefault(0))
{
    case "engine":
        string ids = args.ElementAtOrDefault(1) ?? "all";
        EngineTable.Run(
            ids == "all" ? [.. ArchitectureRegistry.All.Select(architecture => architecture.Id)] : ids.Split(','),
            Numbers(args.ElementAtOrDefault(2) ?? "1,2"), Numbers(args.ElementAtOrDefault(3) ?? "1,8"), double.Parse(args.ElementAtOrDefault(4) ?? "3", System.Globalization.CultureInfo.InvariantCulture));
        return;
    case "engine-se":
        EngineTable.RunExcitationShare(seconds: 45);
        return;
    case "engine-steps":
        EngineTable.RunSteps(args.ElementAtOrDefault(1) ?? "se-resnet-50", Numbers(args.ElementAtOrDefault(2) ?? "1")[0], Numbers(args.ElementAtOrDefault(3) ?? "1")[0]);
        return;
    case "engine-loads":
        EngineProcesses.RunLoads(repeats: 9);
        return;
    case "engine-load":
        EngineProcesses.RunLoad(args[1], args[2]);
        return;
    case "engine-contended":
        EngineProcesses.RunContended(seconds: 10);
        return;
    case "engine-stress":
        EngineProcesses.RunStress(calls: 100_000);
        return;
    case "scaling":
        ScalingTable.Run(Numbers(args.ElementAtOrDefault(1) ?? "5")[0], isLarge: args.ElementAtOrDefault(2) == "large");
        return;
    case "scaling-child":
        ScalingTable.RunChild(args[1..]);
        return;
    case "scaling-model":
        ScalingTable.RunModel();
        return;
    case "training-step":
        TrainingStepTable.Run(
            (args.ElementAtOrDefault(1) ?? "se-resnet-50,se-resnet-20").Split(','), Numbers(args.ElementAtOrDefault(2) ?? "15")[0], Numbers(args.ElementAtOrDefault(3) ?? "2")[0]);
        return;
    case "training-step-child":
        TrainingStepProcess.Run(args[1], args[2], Numbers(args[3])[0]);
        return;
    case "training-epoch":
        TrainingEpochTable.Run(
            args[1], args.ElementAtOrDefault(2) ?? "se-resnet-50", Numbers(args.ElementAtOrDefault(3) ?? "16")[0], Numbers(args.ElementAtOrDefault(4) ?? "3")[0], args.ElementAtOrDefault(5) == "fast-decode", args.ElementAtOrDefault(5) == "cached");
        return;
    case "training-memory":
        TrainingMemory.Run(Numbers(args.ElementAtOrDefault(1) ?? "10000")[0]);
        return;
    case "images":
        ImageTable.Run(args.ElementAtOrDefault(1) ?? "../shared/data/imagenet-samples", Numbers(args.ElementAtOrDefault(2) ?? "15")[0], args.ElementAtOrDefault(3) ?? "/usr/bin/python3");
        return;
}

// libtorch is loaded into this process once; a child process per benchmark would load it again each time.
IConfig config = DefaultConfig.Instance.AddJob(
    Job.Default.WithToolchain(InProcessEmitToolchain.Instance).WithWarmupCount(3).WithIterationCount(15).WithInvocationCount(4).WithUnrollFactor(1));
BenchmarkSwitcher.FromAssembly(typeof(Program).Assembly).Run(args, config);

static int[] Numbers(string text) => [.. text.Split(',').Select(number => int.Parse(number, System.Globalization.CultureInfo.InvariantCulture))];
