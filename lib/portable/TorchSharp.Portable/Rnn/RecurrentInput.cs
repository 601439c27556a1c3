using TorchSharp.Kernels.Recurrent;

namespace TorchSharp;

/// <summary>How the rows of a sequence tensor lie: [T, B, ·], [B, T, ·], or packed [rows, ·].</summary>
internal enum RowOrder
{
    TimeFirst,
    BatchFirst,
    Packed,
}

/// <summary>The checks that every recurrent layer makes of what it is given, with libtorch's messages.</summary>
internal static class RecurrentInput
{
    /// <summary>Steps and batch of an input that is not packed.</summary>
    internal static SequenceShape Check(RecurrentStack stack, Tensor input)
    {
        if (input.Layout.Rank != 3) throw TorchError.Of($"input must have 3 dimensions, got {input.Layout.Rank}");
        CheckFeatures(stack, input);
        var sizes = input.Layout.Sizes;
        return stack.BatchFirst ? SequenceShape.Uniform(sizes[1], sizes[0]) : SequenceShape.Uniform(sizes[0], sizes[1]);
    }

    internal static void CheckFeatures(RecurrentStack stack, Tensor input)
    {
        var features = input.Layout.Sizes[^1];
        if (features != stack.InputSize)
            throw TorchError.Of($"input.size(-1) must be equal to input_size. Expected {stack.InputSize}, got {features}");
        CheckType(input, stack.Parameters[0]);
    }

    /// <summary>Refuses an initial state that does not fit.</summary>
    /// <param name="stack">The layers.</param>
    /// <param name="state">h₀ or c₀, or null.</param>
    /// <param name="batch">The number of sequences.</param>
    /// <param name="name">How messages call it.</param>
    internal static void CheckState(RecurrentStack stack, Tensor? state, long batch, string name)
    {
        if (state is null) return;
        Span<long> expected = [stack.Layers * stack.Directions, batch, stack.HiddenSize];
        if (!state.Layout.Sizes.AsSpan().SequenceEqual(expected))
            throw TorchError.Of($"Expected {name} size {Layout.Describe(expected)}, got {state.Layout.Describe()}");
        CheckType(state, stack.Parameters[0]);
    }

    internal static void CheckType(Tensor tensor, Tensor weight)
    {
        if (tensor.dtype != weight.dtype)
            throw TorchError.Of($"mat1 and mat2 must have the same dtype, but got {Dtype.TorchName(tensor.dtype)} and {Dtype.TorchName(weight.dtype)}");
    }
}
