namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        private GradientNode? _node;

        public bool requires_grad
        {
            get => Node is { } node && (node is not AccumulateGradient leaf || leaf.Wanted);
            set => requires_grad_(value);
        }

        public bool is_leaf => Node is null or AccumulateGradient;

        /// <summary>
        /// The gradient that backward passes have accumulated; null before the first. Each call gives a new handle on the same memory, as
        /// in TorchSharp.
        /// </summary>
        public Tensor? grad
        {
            get => (Valid.Node is AccumulateGradient leaf ? leaf.Gradient : Node?.Retained(OutputIndex)?.Gradient)?.ShareInGraph();
            set
            {
                if (value is not null && !value.Layout.SameSizes(Layout))
                    throw TorchError.Of($"assigned grad has data of a different size");
                if (value is not null && value.dtype != dtype)
                    throw TorchError.Of($"assigned grad has data of a different type");
                if (value is not null && Node is null) throw TorchError.Of("grad can be assigned to tensors that require gradients only");
                GradientStore = value is null ? null : ShareForEngine(value);
            }
        }

        /// <summary>The gradient itself, for code that reads or changes it in place without making handles.</summary>
        internal Tensor? GradientStore
        {
            get => Node is AccumulateGradient leaf ? leaf.Gradient : null;
            set
            {
                if (Node is not AccumulateGradient leaf || ReferenceEquals(leaf.Gradient, value)) return;
                leaf.Gradient?.Dispose();
                leaf.Gradient = value;
            }
        }

        /// <summary>The node that computed this tensor, an <see cref="AccumulateGradient"/> for a leaf, or null.</summary>
        internal GradientNode? Node
        {
            get
            {
                if (_origin is { RootWasChanged: true }) RefreshViewNode();
                return _node;
            }
        }

        internal int OutputIndex { get; private set; }

        /// <summary>For tensors that a node saved: the version they had then.</summary>
        internal int SavedVersion { get; private set; }

        public Tensor requires_grad_(bool requires_grad = true)
        {
            if (requires_grad && !Dtype.IsFloat(dtype))
                throw TorchError.Of("only Tensors of floating point and complex dtype can require gradients");
            if (!requires_grad && !is_leaf)
            {
                throw TorchError.Of(
                    "you can only change requires_grad flags of leaf variables. If you want to use a computed variable in a subgraph that "
                    + "doesn't require differentiation use var_no_grad = var.detach().");
            }
            if (_node is AccumulateGradient leaf) leaf.Wanted = requires_grad;
            else if (requires_grad && _node is null) _node = new AccumulateGradient();
            return this;
        }

        public Tensor with_requires_grad(bool requires_grad = true) => requires_grad_(requires_grad);

        /// <summary>Keeps the gradient of this tensor although it is no leaf.</summary>
        public void retain_grad()
        {
            if (Node is null) throw TorchError.Of("can't retain_grad on Tensor that has requires_grad=False");
            if (Node is not AccumulateGradient) Node.Retain(OutputIndex);
        }

        /// <summary>The same memory outside the graph.</summary>
        public Tensor detach() => new(Memory.Hold(), _layout, _offset, _type);

        public Tensor detach_()
        {
            if (_origin is not null)
                throw TorchError.Of("Can't detach views in-place. Use detach() instead. ");
            _node = null;
            return this;
        }

        /// <summary>From here on <paramref name="node"/> computes this tensor; a gradient that is to be kept is kept there.</summary>
        internal void SetNode(GradientNode? node, int output)
        {
            if (node is not null && _node?.Retained(OutputIndex) is not null) node.Retain(output);
            _node = node;
            OutputIndex = output;
        }

        /// <summary>Another handle with the same place in the graph.</summary>
        internal Tensor ShareInGraph()
        {
            var share = Share();
            share.SetNode(Node, OutputIndex);
            return share;
        }

        /// <summary>A handle for a node to keep.</summary>
        internal Tensor ShareForSaving()
        {
            var share = ShareInGraph();
            share.SavedVersion = Memory.Version;
            return share;
        }

        private static Tensor ShareForEngine(Tensor value)
        {
            using (EngineWork.Begin()) return value.ShareInGraph();
        }
    }
}
