using static TorchSharp.torch;

namespace FusedRecurrent.Passes;

/// <summary>
/// What a forward pass leaves to its backward pass, all of it libtorch's tensors, saved on the graph's node and freed with it. Rows are
/// sorted, longest sequence first.
/// </summary>
internal sealed class Tape
{
    /// <summary>The input as the first layer read it, where that is not the caller's tensor.</summary>
    internal Tensor? SortedInput { get; set; }

    internal Tensor? SortedHidden { get; set; }

    internal Tensor? SortedCell { get; set; }

    /// <summary>
    /// For each layer its output, the dropout factors that it was multiplied with, and the product (null without dropout).
    /// </summary>
    internal required Tensor?[] Outputs { get; init; }

    internal required Tensor?[] Noises { get; init; }

    internal required Tensor?[] Dropped { get; init; }

    /// <summary>For each pass its gates and cell states (null where there are none).</summary>
    internal required Tensor?[] Passes { get; init; }

    /// <summary>What layer <paramref name="layer"/> read.</summary>
    internal Tensor Input(int layer, Tensor x) => layer == 0 ? SortedInput ?? x : Dropped[layer - 1] ?? Outputs[layer - 1]!;

    internal static Tape For(NetworkShape shape) => new()
    {
        Outputs = new Tensor?[shape.Layers],
        Noises = new Tensor?[shape.Layers],
        Dropped = new Tensor?[shape.Layers],
        Passes = new Tensor?[shape.Passes],
    };

    /// <summary>All tensors in one list.</summary>
    internal List<Tensor?> ToList() => [SortedInput, SortedHidden, SortedCell, .. Outputs, .. Noises, .. Dropped, .. Passes];

    /// <summary>The reverse of <see cref="ToList"/>, from <paramref name="first"/> on.</summary>
    internal static Tape FromList(NetworkShape shape, List<Tensor?> all, int first)
    {
        int layers = first + 3;
        return new()
        {
            SortedInput = all[first],
            SortedHidden = all[first + 1],
            SortedCell = all[first + 2],
            Outputs = [.. all.GetRange(layers, shape.Layers)],
            Noises = [.. all.GetRange(layers + shape.Layers, shape.Layers)],
            Dropped = [.. all.GetRange(layers + (2 * shape.Layers), shape.Layers)],
            Passes = [.. all.GetRange(layers + (3 * shape.Layers), shape.Passes)],
        };
    }
}
