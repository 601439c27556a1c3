using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using FusedRecurrent.Kernels.Recurrent;
using static TorchSharp.torch;

namespace FusedRecurrent.Passes;

/// <summary>Tensors as the pointers that kernels take. The caller keeps the tensor alive.</summary>
internal static unsafe class TensorMemory
{
    /// <summary>The first element, or null for no tensor.</summary>
    internal static T* Data<T>(Tensor? t)
        where T : unmanaged
    {
        if (t is null)
        {
            return null;
        }

        // TorchSharp's short way is open to contiguous tensors of less than 2 GB.
        return t.is_contiguous() && t.NumberOfElements < int.MaxValue / sizeof(T)
            ? (T*)Unsafe.AsPointer(ref MemoryMarshal.GetReference(t.bytes))
            : (T*)t.storage<T>().data_ptr() + t.storage_offset();
    }

    /// <summary>[time, batch, feature] or [batch, time, feature], features one behind the other, from a column on.</summary>
    internal static SequenceRows<T> Rows<T>(Tensor? t, bool batchFirst, int column = 0)
        where T : unmanaged
    {
        if (t is null)
        {
            return default;
        }

        long[] strides = t.stride();
        return SequenceRows<T>.Strided(Data<T>(t) + column, strides[batchFirst ? 1 : 0], strides[batchFirst ? 0 : 1]);
    }

    /// <summary>The parameters of one pass, or their gradients.</summary>
    internal static LayerWeights<T> Weights<T>(IReadOnlyList<Tensor?> all, NetworkShape shape, int pass)
        where T : unmanaged
    {
        int first = pass * shape.ParametersPerPass;
        return shape.Bias
            ? new(Data<T>(all[first]), Data<T>(all[first + 1]), Data<T>(all[first + 2]), Data<T>(all[first + 3]))
            : new(Data<T>(all[first]), Data<T>(all[first + 1]), null, null);
    }

    /// <summary>A tensor whose features lie one behind the other: itself, or a copy.</summary>
    internal static Tensor WithDenseRows(Tensor t) => t.stride(-1) == 1 || t.shape[^1] == 1 ? t : t.contiguous();
}
