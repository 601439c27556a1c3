namespace TorchSharp.Autograd;

/// <summary>Points at the output of a node: where a gradient goes next. <see cref="Node"/> is null where no gradient is wanted.</summary>
internal readonly record struct Edge(GradientNode? Node, int Output)
{
    /// <summary>Where the gradient of <paramref name="tensor"/> goes.</summary>
    internal static Edge Of(Tensor? tensor) => tensor is not null && tensor.requires_grad ? new(tensor.Node, tensor.OutputIndex) : default;
}
