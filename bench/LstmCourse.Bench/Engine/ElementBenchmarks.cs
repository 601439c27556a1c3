using BenchmarkDotNet.Attributes;
using TorchSharp.Kernels.Elements;
using TorchSharp.Kernels.Optimizers;
using TorchSharp.Kernels.Reductions;

namespace LstmCourse.Bench.Engine;

/// <summary>Loops over elements: exponentials, sums, softmax, Adam.</summary>
[MemoryDiagnoser]
public unsafe class ElementBenchmarks
{
    private float[] _x = [];
    private float[] _y = [];
    private float[] _mean = [];
    private float[] _square = [];

    [Params(4096, 262144)]
    public int Count { get; set; }

    [GlobalSetup]
    public void Fill()
    {
        var random = new Random(1);
        _x = [.. Enumerable.Range(0, Count).Select(_ => random.NextSingle() - 0.5f)];
        (_y, _mean, _square) = (new float[Count], new float[Count], new float[Count]);
    }

    [Benchmark]
    public void Exponentials()
    {
        fixed (float* x = _x, y = _y) Elementwise.Unary<Exponential<float>, float>(x, y, Count);
    }

    [Benchmark]
    public float Sum()
    {
        fixed (float* x = _x) return Reduction.Sum(x, Count);
    }

    [Benchmark]
    public void SoftmaxOfRows()
    {
        fixed (float* x = _x, y = _y) RowReduction.Softmax(x, y, Count / 256, 256);
    }

    [Benchmark]
    public void AdamStep()
    {
        fixed (float* p = _y, g = _x, m = _mean, v = _square)
            AdamKernel.Run(p, g, m, v, null, Count, new(1e-3, 0.9, 0.999, 1e-8, 0, Decoupled: false, Maximize: false, Step: 10));
    }
}
