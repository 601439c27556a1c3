namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        /// <summary>Makes a parameter of a tensor, which it takes over.</summary>
        public static Modules.Parameter Parameter(Tensor data, bool requires_grad = true) => new(data, requires_grad);
    }
}
