using System.Numerics;
using FusedRecurrent.Kernels.Optimizers;
using FusedRecurrent.Kernels.Simd;
using FusedRecurrent.Kernels.Threads;
using FusedRecurrent.Passes;
using static TorchSharp.torch;

namespace FusedRecurrent;

/// <summary>
/// All parameters with a gradient that an optimizer has, cut into pieces of one size, so that threads can share them out. The cut depends
/// on the sizes alone, and no sum crosses it: the number of threads does not show.
/// </summary>
internal sealed unsafe class ParameterChunks<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private const long ChunkSize = 1 << 14;

    private readonly List<Chunk> _chunks = [];

    /// <summary>Adds a parameter whose tensors are contiguous, on the CPU and of type T.</summary>
    internal void Add(Tensor parameter, Tensor gradient, Tensor mean, Tensor square, Tensor? largest, AdamStep step)
    {
        long count = parameter.NumberOfElements;
        T* p = TensorMemory.Data<T>(parameter), g = TensorMemory.Data<T>(gradient);
        T* m = TensorMemory.Data<T>(mean), v = TensorMemory.Data<T>(square), most = TensorMemory.Data<T>(largest);
        for (long from = 0; from < count; from += ChunkSize)
        {
            long size = Math.Min(ChunkSize, count - from);
            nint largestFrom = most == null ? 0 : (nint)(most + from);
            _chunks.Add(new((nint)(p + from), (nint)(g + from), (nint)(m + from), (nint)(v + from), largestFrom, size, step));
        }
    }

    /// <summary>Σg² over all gradients.</summary>
    internal double SumOfSquares()
    {
        var sums = new double[_chunks.Count];
        Workers.For(sums.Length, 2, (from, to) =>
        {
            fixed (double* target = sums)
            {
                for (long i = from; i < to; i++)
                {
                    var chunk = _chunks[(int)i];
                    SimdWidth.Run<SumOfSquares<T>, T>(new((T*)chunk.Gradient, chunk.Size, target + i));
                }
            }
        });
        return sums.Sum();
    }

    /// <summary>Takes the step, with all gradients multiplied by <paramref name="scale"/> first.</summary>
    internal void Step(double scale) => Workers.For(_chunks.Count, 2, (from, to) =>
    {
        for (long i = from; i < to; i++)
        {
            var chunk = _chunks[(int)i];
            var step = chunk.Step with { GradientScale = chunk.Step.GradientScale * scale };
            SimdWidth.Run<AdamKernel<T>, T>(new(
                (T*)chunk.Parameter, (T*)chunk.Gradient, (T*)chunk.Mean, (T*)chunk.Square, (T*)chunk.Largest, chunk.Size, step));
        }
    });

    private readonly record struct Chunk(nint Parameter, nint Gradient, nint Mean, nint Square, nint Largest, long Size, AdamStep Step);
}
