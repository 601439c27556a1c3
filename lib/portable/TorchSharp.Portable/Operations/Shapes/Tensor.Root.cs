namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        private Tensor? _root;
        private GradientNode? _rootNodeSeen;

        /// <summary>For a view: the tensor it is, in the end, a view of.</summary>
        internal Tensor? Root => _root;

        /// <summary>A view of <paramref name="source"/>, not yet in the graph.</summary>
        internal static Tensor ViewOf(Tensor source, Layout layout, long offset)
        {
            var root = source._root ?? source;
            return new Tensor(source.Memory.Hold(), layout, offset, source._type) { _root = root, _rootNodeSeen = root._node };
        }

        /// <summary>For a view of a tensor that nobody else can see: makes it a tensor of its own.</summary>
        internal Tensor AsOwn()
        {
            _root = null;
            return this;
        }

        /// <summary>After the root was changed in place: this view is now computed from the root's new self.</summary>
        internal void RefreshViewNode()
        {
            _rootNodeSeen = _root!._node;
            SetNode(null, 0);
            if (_root.requires_grad) new AsStridedBackward(_root, this).Attach(this);
        }

        private sealed class AsStridedBackward(Tensor root, Tensor view) : GradientNode(root)
        {
            private readonly Region _region = new(root, view);

            internal override void Backward(ReadOnlySpan<Tensor?> outputs, Span<Tensor?> inputs) => inputs[0] = _region.Scatter(outputs[0]!);
        }
    }
}
