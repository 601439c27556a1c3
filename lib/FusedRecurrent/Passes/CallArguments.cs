using FusedRecurrent.Kernels.Recurrent;
using TorchSharp;
using static TorchSharp.torch;

namespace FusedRecurrent.Passes;

/// <summary>The tensors of one call, checked: what follows relies on their shapes, types and devices.</summary>
internal sealed class CallArguments
{
    private readonly NetworkShape _shape;

    /// <summary>Checks a call. Messages are libtorch's own where it has one for the case.</summary>
    /// <exception cref="ArgumentException">A shape, type, device or length does not fit the network.</exception>
    internal CallArguments(NetworkShape shape, Tensor input, Tensor? h0, Tensor? c0, Tensor? lengths, Tensor weight)
    {
        ArgumentNullException.ThrowIfNull(input);
        _shape = shape;
        BatchDim = shape.BatchFirst ? 0 : 1;
        long dims = input.dim();
        if (dims is not (2 or 3))
        {
            throw new ArgumentException($"input must have 3 dimensions, or 2 without a batch, got {dims}", nameof(input));
        }

        Type = input.dtype;
        CheckKind(nameof(input), input, weight);
        IsUnbatched = dims == 2;
        Input = IsUnbatched ? input.unsqueeze(BatchDim) : input;
        long[] sizes = Input.shape;
        long batch = sizes[BatchDim], steps = sizes[1 - BatchDim];
        if (sizes[2] != shape.InputSize)
        {
            throw new ArgumentException(
                $"input.size(-1) must be equal to input_size. Expected {shape.InputSize}, got {sizes[2]}", nameof(input));
        }

        if (steps == 0)
        {
            throw new ArgumentException("Expected sequence length to be larger than 0 in RNN", nameof(input));
        }

        bool lstm = shape.Cell == CellKind.Lstm;
        Hidden = CheckState(h0, batch, lstm ? "hidden[0]" : "hidden", weight);
        Cell = CheckState(c0, batch, "hidden[1]", weight);
        Rows = lengths is null ? RowOrder.Full(steps, batch) : RowOrder.Ragged(steps, CheckLengths(lengths, steps, batch));
        CanBeFused = batch > 0 && input.device_type == DeviceType.CPU;
    }

    /// <summary>Three-dimensional, with a batch of one where the caller has none.</summary>
    internal Tensor Input { get; }

    internal Tensor? Hidden { get; }

    internal Tensor? Cell { get; }

    internal RowOrder Rows { get; }

    internal ScalarType Type { get; }

    internal bool IsUnbatched { get; }

    internal int BatchDim { get; }

    /// <summary>Whether the kernels can run it, as far as the device and the batch go.</summary>
    internal bool CanBeFused { get; }

    private static void CheckKind(string name, Tensor tensor, Tensor weight)
    {
        if (tensor.dtype != weight.dtype)
        {
            throw new ArgumentException(
                $"expected {name} and the weights to have the same dtype, but got {tensor.dtype} and {weight.dtype}: "
                + $"convert one of them, as in {name}.to(ScalarType.{weight.dtype})");
        }

        if (tensor.device_type != weight.device_type || tensor.device_index != weight.device_index)
        {
            throw new ArgumentException(
                $"expected {name} on the device of the weights, {weight.device}, but it is on {tensor.device}: "
                + $"move it with .to({weight.device})");
        }
    }

    private Tensor? CheckState(Tensor? state, long batch, string name, Tensor weight)
    {
        if (state is null)
        {
            return null;
        }

        CheckKind(name, state, weight);
        long[] expected = IsUnbatched ? [_shape.Passes, _shape.HiddenSize] : [_shape.Passes, batch, _shape.HiddenSize];
        if (!state.shape.AsSpan().SequenceEqual(expected))
        {
            throw new ArgumentException($"Expected {name} size {string.Join(' ', expected)}, got [{string.Join(", ", state.shape)}]");
        }

        return IsUnbatched ? state.unsqueeze(1) : state;
    }

    private static long[] CheckLengths(Tensor lengths, long steps, long batch)
    {
        if (lengths.dtype is not (ScalarType.Int64 or ScalarType.Int32) || lengths.dim() != 1 || lengths.shape[0] != batch)
        {
            throw new ArgumentException(
                $"expected lengths to be one whole number for each of the {batch} sequences (Int64, one dimension), "
                + $"got [{string.Join(", ", lengths.shape)}] of {lengths.dtype}",
                nameof(lengths));
        }

        using var scope = NewDisposeScope();
        long[] values = [.. lengths.cpu().to_type(ScalarType.Int64).data<long>()];
        foreach (long length in values)
        {
            if (length < 1 || length > steps)
            {
                throw new ArgumentException(
                    $"Length of all samples has to be greater than 0 and at most the input's {steps} time steps, got {length}",
                    nameof(lengths));
            }
        }

        return values;
    }
}
