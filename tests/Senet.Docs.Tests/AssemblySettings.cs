using Xunit.Sdk;
using Xunit.v3;

// The examples run in the current folder, which belongs to the whole process.
[assembly: Parallelization(Mode = ParallelMode.None)]
