using static TorchSharp.torch;

namespace FusedRecurrent.Passes;

/// <summary>A forward pass that has run and is to become a node of the graph.</summary>
internal sealed class Recording
{
    internal required NetworkShape Shape { get; init; }

    internal required RowOrder Rows { get; init; }

    /// <summary>Whether x, h₀, c₀ and each weight want a gradient.</summary>
    internal required bool[] Needs { get; init; }

    /// <summary>The results and the tape, until the node has them.</summary>
    internal (List<Tensor> Results, Tape Tape)? Fresh { get; set; }
}
