namespace TorchSharp;

/// <summary>A loss with a factor for each element or class.</summary>
public abstract class WeightedLoss<T1, T2, TResult> : Loss<T1, T2, TResult>
{
    protected WeightedLoss(Tensor? weight = null, nn.Reduction reduction = nn.Reduction.Mean) : base(reduction) => Keep(weight);

    private protected WeightedLoss(string name, Tensor? weight, nn.Reduction reduction) : base(name, reduction) => Keep(weight);

    public Tensor? weight { get; private set; }

    /// <summary>The factors are part of the loss, so they outlive the scope that it was made in.</summary>
    private void Keep(Tensor? factors) => weight = factors?.DetachFromDisposeScope();
}
