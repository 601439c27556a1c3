namespace TorchSharp;

public static partial class torch
{
    /// <summary>Gradients as a function of results and inputs.</summary>
    public static class autograd
    {
        /// <summary>The gradients of <paramref name="outputs"/> with respect to <paramref name="inputs"/>; leaves no trace in any <c>grad</c>.</summary>
        /// <param name="outputs">The results to differentiate.</param>
        /// <param name="inputs">The tensors to differentiate by.</param>
        /// <param name="grad_outputs">The gradient of each output; not needed for outputs with one element.</param>
        /// <param name="retain_graph">Keep the graph for another pass.</param>
        /// <param name="create_graph">Record the pass itself, so that the gradients can be differentiated.</param>
        /// <param name="allow_unused">Give null for inputs without influence instead of throwing.</param>
        public static IList<Tensor> grad(
            IList<Tensor> outputs, IList<Tensor> inputs, IList<Tensor>? grad_outputs = null,
            bool retain_graph = false, bool create_graph = false, bool allow_unused = false)
        {
            ArgumentNullException.ThrowIfNull(outputs);
            ArgumentNullException.ThrowIfNull(inputs);
            foreach (var input in inputs)
            {
                if (!input.requires_grad) throw TorchError.Of("One of the differentiated Tensors does not require grad");
            }
            var targets = new GradientTargets(outputs, inputs);
            Run(outputs, grad_outputs, retain_graph || create_graph, create_graph, targets);
            var gradients = new List<Tensor>(inputs.Count);
            for (var i = 0; i < inputs.Count; i++)
            {
                if (targets[i] is null && !allow_unused)
                {
                    throw TorchError.Of(
                        "One of the differentiated Tensors appears to not have been used in the graph. Set allow_unused=True if this is the desired behavior.");
                }
                gradients.Add(targets[i]?.Publish()!);
            }
            return gradients;
        }

        public static void backward(
            IList<Tensor> tensors, IList<Tensor>? grad_tensors = null, bool? retain_graph = null, bool create_graph = false,
            IList<Tensor>? inputs = null) =>
            Backward(tensors, grad_tensors, retain_graph ?? create_graph, create_graph, inputs);

        public static void backward(
            Tensor tensor, IList<Tensor>? grad_tensors = null, bool? retain_graph = null, bool create_graph = false,
            IList<Tensor>? inputs = null) =>
            Backward([tensor], grad_tensors, retain_graph ?? create_graph, create_graph, inputs);

        public static void backward(
            Tensor tensor, Tensor grad_tensor, bool? retain_graph = null, bool create_graph = false, IList<Tensor>? inputs = null) =>
            Backward([tensor], [grad_tensor], retain_graph ?? create_graph, create_graph, inputs);

        internal static void Backward(
            IList<Tensor> tensors, IList<Tensor>? gradients, bool retainGraph, bool createGraph, IList<Tensor>? inputs)
        {
            ArgumentNullException.ThrowIfNull(tensors);
            if (inputs is null)
            {
                Run(tensors, gradients, retainGraph, createGraph, null);
                return;
            }
            var targets = new GradientTargets(tensors, inputs);
            Run(tensors, gradients, retainGraph, createGraph, targets);
            using var work = EngineWork.Begin();
            using var recording = GradMode.Set(createGraph);
            for (var i = 0; i < inputs.Count; i++)
            {
                if (targets[i] is { } gradient) inputs[i].Node?.Backward([gradient], []);
            }
        }

        private static void Run(
            IList<Tensor> outputs, IList<Tensor>? gradients, bool retainGraph, bool createGraph, GradientTargets? targets)
        {
            if (gradients is not null && gradients.Count != outputs.Count)
                throw TorchError.Of($"got {outputs.Count} tensors and {gradients.Count} gradients");
            var roots = new (Tensor Result, Tensor Gradient)[outputs.Count];
            using (EngineWork.Begin())
            {
                for (var i = 0; i < roots.Length; i++) roots[i] = (outputs[i], Start(outputs[i], gradients?[i], i));
            }
            try
            {
                BackwardPass.Run(roots, retainGraph, createGraph, targets);
            }
            finally
            {
                foreach (var (_, gradient) in roots) gradient.Dispose();
            }
        }

        /// <summary>The gradient a pass starts with: the given one, or 1 for a scalar.</summary>
        private static Tensor Start(Tensor output, Tensor? gradient, int index)
        {
            if (!output.requires_grad)
                throw TorchError.Of($"element {index} of tensors does not require grad and does not have a grad_fn");
            if (gradient is null)
            {
                if (output.Layout.Count != 1) throw TorchError.Of("grad can be implicitly created only for scalar outputs");
                return Filling.Full(output.Layout, 1.0, output.dtype);
            }
            if (!gradient.Layout.SameSizes(output.Layout))
            {
                throw TorchError.Of(
                    $"Mismatch in shape: grad_output[{index}] has a shape of {gradient.Layout.Describe()} and output[{index}] has a shape of {output.Layout.Describe()}.");
            }
            return gradient.ShareInGraph();
        }
    }
}
