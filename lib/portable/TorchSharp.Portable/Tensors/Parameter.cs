namespace TorchSharp.Modules;

/// <summary>A tensor that a module trains. It takes over the memory, and the dispose scope, of the tensor it is made from.</summary>
public class Parameter : Tensor
{
    public Parameter(Tensor data, bool requires_grad = true) : base(data)
    {
        requires_grad_(requires_grad);
        MoveToOtherDisposeScope(data);
        data.Dispose();
    }
}
