namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Adds the gradient of this scalar to the <see cref="grad"/> of every leaf it depends on.</summary>
        public void backward() => backward(grad_tensors: null);

        /// <param name="grad_tensors">The gradient of this tensor; needed unless it has one element.</param>
        /// <param name="retain_graph">Keep the graph for another pass.</param>
        /// <param name="create_graph">Record the pass itself, so that gradients can be differentiated.</param>
        /// <param name="inputs">If given, only these leaves receive gradients.</param>
        public void backward(
            IList<Tensor>? grad_tensors = null, bool retain_graph = false, bool create_graph = false, IList<Tensor>? inputs = null) =>
            autograd.Backward([this], grad_tensors, retain_graph || create_graph, create_graph, inputs);
    }
}
