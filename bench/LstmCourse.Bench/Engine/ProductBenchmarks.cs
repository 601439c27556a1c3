using BenchmarkDotNet.Attributes;
using FusedRecurrent.Kernels;

namespace LstmCourse.Bench.Engine;

/// <summary>Matrix products C = A·B of the shapes that the models have: a step's gates, a weight gradient, a vocabulary, a square one.</summary>
[MemoryDiagnoser]
public unsafe class ProductBenchmarks
{
    private float[] _a = [];
    private float[] _b = [];
    private float[] _c = [];

    [Params("32x256x96", "256x96x6400", "32x2000x150", "512x512x512")]
    public string Shape { get; set; } = "";

    private (int M, int N, int K) Sizes => Shape.Split('x').Select(int.Parse).ToArray() is [var m, var n, var k] ? (m, n, k) : default;

    [GlobalSetup]
    public void Fill()
    {
        var (m, n, k) = Sizes;
        var random = new Random(1);
        _a = [.. Enumerable.Range(0, m * k).Select(_ => random.NextSingle() - 0.5f)];
        _b = [.. Enumerable.Range(0, k * n).Select(_ => random.NextSingle() - 0.5f)];
        _c = new float[m * n];
    }

    [Benchmark]
    public void Multiply()
    {
        var (m, n, k) = Sizes;
        fixed (float* a = _a, b = _b, c = _c) Gemm.Multiply(m, n, k, a, k, 1, b, n, 1, c, n);
    }

    /// <summary>B given by its columns, as in x·Wᵀ.</summary>
    [Benchmark]
    public void MultiplyByTransposed()
    {
        var (m, n, k) = Sizes;
        fixed (float* a = _a, b = _b, c = _c) Gemm.Multiply(m, n, k, a, k, 1, b, 1, k, c, n);
    }
}
