using TorchSharp.Modules;

namespace TorchSharp;

/// <summary>
/// Parameters of new layers. They belong to their layer from the start, not to the dispose scope in which the model is built.
/// </summary>
internal static class FreshParameter
{
    /// <summary>Uniform on ±<paramref name="bound"/>, drawn as PyTorch draws it.</summary>
    internal static Parameter Uniform(ReadOnlySpan<long> shape, double bound, ScalarType? dtype) =>
        Make(shape, dtype, tensor => TensorFill.Uniform(tensor, -bound, bound, null));

    internal static Parameter Normal(ReadOnlySpan<long> shape, ScalarType? dtype) =>
        Make(shape, dtype, tensor => TensorFill.Normal(tensor, 0, 1, null));

    internal static Parameter Constant(ReadOnlySpan<long> shape, double value, ScalarType? dtype) =>
        Make(shape, dtype, tensor => Filling.Fill(tensor, value));

    private static Parameter Make(ReadOnlySpan<long> shape, ScalarType? dtype, Action<Tensor> fill)
    {
        var type = dtype ?? get_default_dtype();
        if (!Dtype.IsFloat(type))
            throw new ArgumentException($"expected the element type of parameters, Float32 or Float64, got {type}", nameof(dtype));
        Tensor data;
        using (EngineWork.Begin())
        {
            data = Tensor.New(shape, type);
            fill(data);
        }

        using (data) return (Parameter)new Parameter(data).DetachFromDisposeScope();
    }
}
