using Xunit.Sdk;
using Xunit.v3;

// A network, its weights and its ONNX file take a gigabyte where they are large: one at a time.
[assembly: Parallelization(Mode = ParallelMode.None)]
