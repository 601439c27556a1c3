using System.Numerics;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace FusedRecurrent.Passes;

/// <summary>
/// What the modules have in common: arguments are checked, and then run by the kernels where those can, by libtorch's operations where
/// not (another device or type, an empty batch).
/// </summary>
internal sealed class RecurrentNetwork(NetworkShape shape, IReadOnlyList<string> names, Func<string, Parameter?> find)
{
    /// <summary>
    /// Runs a checked call: input [T, B, E], [B, T, E] or, without a batch, [T, E]; states [L·D, B, H] or [L·D, H]; results likewise.
    /// </summary>
    internal (Tensor Output, Tensor Hidden, Tensor? Cell) Run(Tensor input, Tensor? h0, Tensor? c0, Tensor? lengths, bool training)
    {
        var weights = Weights();
        var call = new CallArguments(shape, input, h0, c0, lengths, weights[0]);
        using var scope = NewDisposeScope();
        var (y, h, c) = Run(call, weights, training);
        if (call.IsUnbatched)
        {
            (y, h, c) = (y.squeeze(call.BatchDim), h.squeeze(1), c?.squeeze(1));
        }

        return (y.MoveToOuterDisposeScope(), h.MoveToOuterDisposeScope(), c?.MoveToOuterDisposeScope());
    }

    /// <summary>Runs one step of a network of one layer: input [B, E] or [E], states and results [B, H] or [H].</summary>
    internal (Tensor Hidden, Tensor? Cell) RunStep(Tensor input, Tensor? h0, Tensor? c0)
    {
        ArgumentNullException.ThrowIfNull(input);
        if (input.dim() is not (1 or 2))
        {
            throw new ArgumentException($"input must have 2 dimensions, or 1 without a batch, got {input.dim()}", nameof(input));
        }

        using var scope = NewDisposeScope();
        var (_, h, c) = Run(input.unsqueeze(0), h0?.unsqueeze(0), c0?.unsqueeze(0), null, training: false);
        return (h.squeeze(0).MoveToOuterDisposeScope(), c?.squeeze(0).MoveToOuterDisposeScope());
    }

    private (Tensor Output, Tensor Hidden, Tensor? Cell) Run(CallArguments call, Tensor[] weights, bool training) => call switch
    {
        { CanBeFused: true, Type: ScalarType.Float32 } => RunFused<float>(call, weights, training),
        { CanBeFused: true, Type: ScalarType.Float64 } => RunFused<double>(call, weights, training),
        _ => OperationsPass.Run(shape, call.Rows, call.Input, call.Hidden, call.Cell, weights, training, null),
    };

    private (Tensor Output, Tensor Hidden, Tensor? Cell) RunFused<T>(CallArguments call, Tensor[] weights, bool training)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Tensor x = TensorMemory.WithDenseRows(call.Input);
        Tensor? h0 = call.Hidden?.contiguous(), c0 = call.Cell?.contiguous();
        weights = Array.ConvertAll(weights, weight => weight.contiguous());
        Tensor?[] inputs = [x, h0, c0, .. weights];
        bool[] needs = Array.ConvertAll(inputs, input => input is { requires_grad: true });
        if (!is_grad_enabled() || !needs.Contains(true))
        {
            return NetworkForward.Run<T>(shape, call.Rows, x, h0, c0, weights, training, null);
        }

        var tape = Tape.For(shape);
        (Tensor Output, Tensor Hidden, Tensor? Cell) results;
        using (no_grad())
        {
            results = NetworkForward.Run<T>(shape, call.Rows, x, h0, c0, weights, training, tape);
        }

        List<Tensor> all = [results.Output, results.Hidden];
        if (results.Cell is not null)
        {
            all.Add(results.Cell);
        }

        var recording = new Recording { Shape = shape, Rows = call.Rows, Needs = needs, Fresh = (all, tape) };
        return RecurrentFunction<T>.Record(recording, x, h0, c0, weights);
    }

    /// <summary>Looked up in every call: a module that is moved to another type or device gets new ones.</summary>
    private Tensor[] Weights()
    {
        var weights = new Tensor[names.Count];
        for (int i = 0; i < weights.Length; i++)
        {
            weights[i] = find(names[i])
                ?? throw new InvalidOperationException(
                    $"expected the module to have the parameter {names[i]}, but it has none of the name");
        }

        return weights;
    }
}
