using System.Numerics;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.Arm;
using System.Runtime.Intrinsics.X86;

namespace FusedRecurrent.Kernels.Products;

/// <summary>Copies of a matrix turned on its side.</summary>
internal static unsafe class Transpose
{
    /// <summary>target[j·targetRow + i] = source[i·sourceRow + j] for i &lt; rows, j &lt; columns.</summary>
    internal static void Copy<T>(T* source, long rows, long columns, long sourceRow, T* target, long targetRow)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        long i = 0;
        if (typeof(T) == typeof(float) && (Sse.IsSupported || AdvSimd.Arm64.IsSupported))
        {
            for (; i <= rows - 4; i += 4)
            {
                long j = 0;
                for (; j <= columns - 4; j += 4)
                {
                    Block((float*)source + (i * sourceRow) + j, sourceRow, (float*)target + (j * targetRow) + i, targetRow);
                }

                for (; j < columns; j++)
                {
                    T* to = target + (j * targetRow) + i;
                    T* from = source + (i * sourceRow) + j;
                    to[0] = from[0];
                    to[1] = from[sourceRow];
                    to[2] = from[2 * sourceRow];
                    to[3] = from[3 * sourceRow];
                }
            }
        }

        for (; i < rows; i++)
        {
            for (long j = 0; j < columns; j++)
            {
                target[(j * targetRow) + i] = source[(i * sourceRow) + j];
            }
        }
    }

    /// <summary>A block of 4×4 floats.</summary>
    private static void Block(float* source, long sourceRow, float* target, long targetRow)
    {
        var r0 = Vector128.Load(source);
        var r1 = Vector128.Load(source + sourceRow);
        var r2 = Vector128.Load(source + (2 * sourceRow));
        var r3 = Vector128.Load(source + (3 * sourceRow));
        Interleave(r0, r2, out var low02, out var high02);
        Interleave(r1, r3, out var low13, out var high13);
        Interleave(low02, low13, out var c0, out var c1);
        Interleave(high02, high13, out var c2, out var c3);
        c0.Store(target);
        c1.Store(target + targetRow);
        c2.Store(target + (2 * targetRow));
        c3.Store(target + (3 * targetRow));
    }

    private static void Interleave(Vector128<float> a, Vector128<float> b, out Vector128<float> low, out Vector128<float> high)
    {
        if (Sse.IsSupported)
        {
            low = Sse.UnpackLow(a, b);
            high = Sse.UnpackHigh(a, b);
        }
        else
        {
            low = AdvSimd.Arm64.ZipLow(a, b);
            high = AdvSimd.Arm64.ZipHigh(a, b);
        }
    }
}
