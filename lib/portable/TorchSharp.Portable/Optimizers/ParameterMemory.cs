using System.Numerics;
using TorchSharp.Modules;

namespace TorchSharp;

/// <summary>An optimizer's arithmetic on the elements of one parameter.</summary>
internal interface IParameterUpdate
{
    unsafe void Run<T>(T* parameter, T* gradient, T* first, T* second, T* third, long count)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>;
}

/// <summary>Gives an optimizer's kernel the memory of a parameter, its gradient and up to three tensors of state (null where absent).</summary>
internal static class ParameterMemory
{
    internal static void Update<TUpdate>(TUpdate update, Parameter parameter, Tensor gradient, Tensor? first, Tensor? second, Tensor? third)
        where TUpdate : struct, IParameterUpdate
    {
        if (!parameter.Layout.IsContiguous)
        {
            UpdateCopy(update, parameter, gradient, first, second, third);
            return;
        }
        Match(first, parameter);
        Match(second, parameter);
        Match(third, parameter);

        using var work = EngineWork.Begin();
        using var rowMajor = new RowMajor(gradient);
        var dense = rowMajor.Tensor;
        if (parameter.dtype == ScalarType.Float64) Run<TUpdate, double>(update, parameter, dense, first, second, third);
        else Run<TUpdate, float>(update, parameter, dense, first, second, third);
    }

    private static unsafe void Run<TUpdate, T>(TUpdate update, Tensor parameter, Tensor gradient, Tensor? first, Tensor? second, Tensor? third)
        where TUpdate : struct, IParameterUpdate
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        fixed (T* p = parameter.Elements<T>(), g = gradient.Elements<T>(), a = Elements<T>(first), b = Elements<T>(second), c = Elements<T>(third))
            update.Run(p, g, a, b, c, parameter.Layout.Count);
    }

    private static Span<T> Elements<T>(Tensor? tensor) where T : unmanaged => tensor is null ? default : tensor.Elements<T>();

    /// <summary>A parameter over a transposed view, say: the step is taken on a row-major copy.</summary>
    private static void UpdateCopy<TUpdate>(TUpdate update, Parameter parameter, Tensor gradient, Tensor? first, Tensor? second, Tensor? third)
        where TUpdate : struct, IParameterUpdate
    {
        using var work = EngineWork.Begin();
        using var dense = new Parameter(parameter.Dense());
        Update(update, dense, gradient, first, second, third);
        Copying.Copy(dense, parameter);
    }

    /// <summary>A model may have changed its element type since the optimizer was made.</summary>
    private static void Match(Tensor? state, Parameter parameter)
    {
        if (state is null || state.dtype == parameter.dtype) return;
        using var work = EngineWork.Begin();
        using var converted = state.to_type(parameter.dtype);
        state.TakeOver(converted);
    }
}
