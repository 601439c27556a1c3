namespace TorchSharp;

public static partial class torch
{
    public static ScalarType get_default_dtype() => Create.DefaultType;

    /// <summary>Sets the type of new tensors of real numbers: Float32 or Float64.</summary>
    public static void set_default_dtype(ScalarType dtype)
    {
        if (!Dtype.IsFloat(dtype)) throw TorchError.Of("only floating-point types are supported as the default type");
        Create.DefaultType = dtype;
    }

    /// <summary>How many threads an operation may use. The number changes the time taken, never a result.</summary>
    public static void set_num_threads(int num) => Kernels.Workers.SetThreads(num);

    public static int get_num_threads() => Kernels.Workers.Threads;
}
