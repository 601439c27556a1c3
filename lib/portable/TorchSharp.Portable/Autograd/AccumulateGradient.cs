namespace TorchSharp.Autograd;

/// <summary>The end of the way back at a leaf: adds what arrives to the leaf's gradient. All handles on one leaf share this node.</summary>
internal sealed class AccumulateGradient : GradientNode
{
    /// <summary>False while the leaf is frozen with <c>requires_grad = false</c>.</summary>
    internal bool Wanted { get; set; } = true;

    /// <summary>What <c>tensor.grad</c> shows. An engine's own tensor; callers get handles on it.</summary>
    internal Tensor? Gradient { get; set; }

    internal override void Backward(ReadOnlySpan<Tensor?> outputs, Span<Tensor?> inputs)
    {
        if (outputs[0] is not { } arrived || !Wanted) return;
        if (GradMode.Enabled)
        {
            // With create_graph the gradient has a history of its own, so it is replaced rather than changed.
            var sum = Gradient is null ? arrived.ShareInGraph() : Gradient.add(arrived);
            Gradient?.Dispose();
            Gradient = sum;
        }
        else if (Gradient is not null)
        {
            Pointwise.AddInto(Gradient, arrived);
            InPlace.Done(Gradient);
        }
        else
        {
            Gradient = arrived.Memory.HasOneHolder && arrived.Layout.IsContiguous ? arrived.Share() : Copying.ToDense(arrived);
        }
    }
}
