using Senet.Training.Distributed;
using TorchSharp;
using static TorchSharp.torch;

namespace Senet.Training.Tests.Distributed;

/// <summary>Processes played by threads of this one: what each gives is added in the order of the ranks.</summary>
sealed class ThreadCollective : ICollective
{
    readonly Hub _hub;
    int _calls;

    ThreadCollective(Hub hub, int rank)
    {
        _hub = hub;
        Rank = rank;
    }

    public int Rank { get; }

    public int Size => _hub.Size;

    public int LocalRank => Rank;

    public int LocalSize => Size;

    public int Machines => 1;

    public int Processors => 1;

    /// <summary>Runs <paramref name="work"/> in <paramref name="size"/> threads.</summary>
    public static void Run(int size, Action<ICollective> work)
    {
        var hub = new Hub(size);
        var errors = new Exception?[size];
        Thread[] threads = [.. Enumerable.Range(0, size).Select(rank => new Thread(() =>
        {
            try
            {
                work(new ThreadCollective(hub, rank));
            }
            catch (Exception error)
            {
                errors[rank] = error;
                hub.Stop();
            }
        }))];
        foreach (Thread thread in threads)
            thread.Start();
        foreach (Thread thread in threads)
            thread.Join();
        Exception[] found = [.. errors.OfType<Exception>()];
        if (found.Length > 0)
            throw new AggregateException(found);
    }

    public IPendingSum StartSum(Tensor values)
    {
        double[] own = values.to(float64).data<double>().ToArray();
        int call = _calls++;
        _hub.Give(call, Rank, own);
        return new Pending(() =>
        {
            double[][] all = _hub.Take(call);
            // As MPI does: in the precision of the values.
            double[] sum = new double[own.Length];
            foreach (double[] part in all)
            {
                Assert.Equal(sum.Length, part.Length);
                for (int i = 0; i < sum.Length; i++)
                    sum[i] = values.dtype == ScalarType.Float32 ? (float)sum[i] + (float)part[i] : sum[i] + part[i];
            }
            using DisposeScope scope = NewDisposeScope();
            using IDisposable noGrad = no_grad();
            values.copy_(tensor(sum, values.shape).to(values.dtype));
        });
    }

    public void Broadcast(Span<byte> bytes, int root = 0)
    {
        int call = _calls++;
        _hub.Give(call, Rank, [.. bytes.ToArray().Select(value => (double)value)]);
        double[] given = _hub.Take(call)[root];
        for (int i = 0; i < given.Length; i++)
            bytes[i] = (byte)given[i];
    }

    public void Barrier() => Broadcast([]);

    public string? FindFailed() => null;

    public void LetFirstSpeak(TimeSpan limit)
    {
    }

    public bool ClaimLastWords() => true;

    public void Abort(int exitCode) => throw new InvalidOperationException("aborted");

    public void Dispose()
    {
    }

    sealed class Pending(Action wait) : IPendingSum
    {
        public void Wait() => wait();
    }

    sealed class Hub(int size)
    {
        readonly Dictionary<int, double[]?[]> _calls = [];
        bool _isStopped;

        public int Size => size;

        public void Give(int call, int rank, double[] values)
        {
            lock (_calls)
            {
                if (!_calls.TryGetValue(call, out double[]?[]? all))
                    _calls[call] = all = new double[]?[size];
                all[rank] = values;
                Monitor.PulseAll(_calls);
            }
        }

        public double[][] Take(int call)
        {
            lock (_calls)
            {
                while (_calls[call].Any(part => part is null))
                {
                    if (_isStopped)
                        throw new OperationCanceledException("another thread failed");
                    Monitor.Wait(_calls);
                }
                return [.. _calls[call].Select(part => part!)];
            }
        }

        public void Stop()
        {
            lock (_calls)
            {
                _isStopped = true;
                Monitor.PulseAll(_calls);
            }
        }
    }
}
