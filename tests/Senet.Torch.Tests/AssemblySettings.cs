using Xunit.Sdk;
using Xunit.v3;

// Live-tensor counts and libtorch's thread number belong to the whole process, so tests run one after another.
[assembly: Parallelization(Mode = ParallelMode.None)]
