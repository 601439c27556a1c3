namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        private ViewOrigin? _origin;

        /// <summary>For a view: the tensor it is, in the end, a view of.</summary>
        internal Tensor? Root => _origin?.Root;

        /// <summary>A view of <paramref name="source"/>, not yet in the graph.</summary>
        internal static Tensor ViewOf(Tensor source, Layout layout, long offset) =>
            new Tensor(source.Memory.Hold(), layout, offset, source._type).WithRoot(source);

        /// <summary>Makes this a view of <paramref name="source"/>, or of what that is a view of.</summary>
        internal Tensor WithRoot(Tensor source)
        {
            _origin = new ViewOrigin(source.Root ?? source);
            return this;
        }

        /// <summary>For a view of a tensor that nobody else can see: makes it a tensor of its own.</summary>
        internal Tensor AsOwn()
        {
            _origin = null;
            return this;
        }

        /// <summary>After the root was changed in place: this view is now computed from the root's new self.</summary>
        internal void RefreshViewNode()
        {
            var root = _origin!.Root;
            WithRoot(root);
            SetNode(null, 0);
            if (root.requires_grad) new AsStridedBackward(root, this).Attach(this);
        }

        /// <summary>What only views have, so that other tensors stay small: the root, and the node that it had when the view was made.</summary>
        private sealed class ViewOrigin(Tensor root)
        {
            private readonly GradientNode? _nodeSeen = root._node;

            internal Tensor Root => root;

            internal bool RootWasChanged => !ReferenceEquals(root._node, _nodeSeen);
        }

        private sealed class AsStridedBackward(Tensor root, Tensor view) : GradientNode(root)
        {
            private readonly Region _region = new(root, view);

            internal override void Backward(ReadOnlySpan<Tensor?> outputs, Span<Tensor?> inputs) => inputs[0] = _region.Scatter(outputs[0]!);
        }
    }
}
