using System.Numerics;
using FusedRecurrent.Kernels.Optimizers;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace FusedRecurrent;

/// <summary>A parameter with its gradient and the optimizer's state for it, and the numbers of its step.</summary>
internal readonly record struct Slot(Parameter Parameter, Tensor Gradient, Tensor Mean, Tensor Square, Tensor? Largest, AdamStep Step);

/// <summary>The step of both optimizers over everything that has a gradient.</summary>
internal static class FusedStep
{
    /// <summary>Whether the kernels can take the step: one floating type, dense, contiguous, on the CPU.</summary>
    internal static bool CanRun(IReadOnlyList<Slot> slots) => slots.All(slot =>
        slot.Parameter.dtype is ScalarType.Float32 or ScalarType.Float64 && slot.Parameter.dtype == slots[0].Parameter.dtype
        && slot.Parameter.device_type == DeviceType.CPU
        && Fits(slot, slot.Parameter) && Fits(slot, slot.Gradient) && Fits(slot, slot.Mean) && Fits(slot, slot.Square)
        && (slot.Largest is null || Fits(slot, slot.Largest)));

    /// <summary>Takes the step, clipped to <paramref name="maxNorm"/> where that is given.</summary>
    /// <returns>The norm of all gradients, or 0 where nothing is clipped.</returns>
    internal static double Run(IReadOnlyList<Slot> slots, double? maxNorm) => slots.Count == 0 ? 0
        : slots[0].Parameter.dtype == ScalarType.Float32 ? Run<float>(slots, maxNorm)
        : Run<double>(slots, maxNorm);

    private static double Run<T>(IReadOnlyList<Slot> slots, double? maxNorm)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var chunks = new ParameterChunks<T>();
        foreach (var slot in slots)
        {
            chunks.Add(slot.Parameter, slot.Gradient, slot.Mean, slot.Square, slot.Largest, slot.Step);
        }

        double norm = maxNorm == null ? 0 : Math.Sqrt(chunks.SumOfSquares());

        // As libtorch has it: a hair above the norm, and never more than the gradient itself. NaN stays NaN.
        double scale = maxNorm is { } limit ? Math.Min(1, limit / (norm + 1e-6)) : 1;
        chunks.Step(scale);
        foreach (var slot in slots)
        {
            // The memory was written past libtorch: tell it, so that a graph which still needs the old values is refused.
            slot.Parameter.flatten().narrow(0, 0, 0).zero_();
        }

        return norm;
    }

    private static bool Fits(Slot slot, Tensor tensor) =>
        tensor.dtype == slot.Parameter.dtype && !tensor.is_sparse && tensor.is_contiguous() && tensor.device_type == DeviceType.CPU;
}
