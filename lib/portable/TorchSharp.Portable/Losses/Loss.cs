namespace TorchSharp;

/// <summary>A module that compares what a model gave with what it should have given.</summary>
public abstract class Loss<T1, T2, TResult> : nn.Module<T1, T2, TResult>
{
    protected Loss(nn.Reduction reduction = nn.Reduction.Mean) : base(nameof(Loss<T1, T2, TResult>)) => this.reduction = reduction;

    private protected Loss(string name, nn.Reduction reduction) : base(name) => this.reduction = reduction;

    public nn.Reduction reduction { get; }
}
