namespace TorchSharp.Autograd;

/// <summary>What <c>autograd.grad</c> asks for: gradients at chosen places, without touching any <c>grad</c>.</summary>
internal sealed class GradientTargets
{
    private readonly Edge[] _edges;
    private readonly Tensor?[] _caught;
    private readonly HashSet<GradientNode> _leading = [];

    internal GradientTargets(IEnumerable<Tensor> roots, IList<Tensor> inputs)
    {
        _edges = [.. inputs.Select(static input => Edge.Of(input))];
        _caught = new Tensor?[_edges.Length];
        foreach (var root in roots) Mark(root.Node);
    }

    internal Tensor? this[int index] => _caught[index];

    /// <summary>Only nodes on the way to a target are run; the rest of the graph keeps what it saved.</summary>
    internal bool LeadsToOne(GradientNode node) => _leading.Contains(node);

    internal void Catch(GradientNode node, ReadOnlySpan<Tensor?> arrived)
    {
        for (var i = 0; i < _edges.Length; i++)
        {
            if (ReferenceEquals(_edges[i].Node, node)) _caught[i] = arrived[_edges[i].Output]?.ShareInGraph();
        }
    }

    private void Mark(GradientNode? root)
    {
        if (root is null) return;
        var seen = new HashSet<GradientNode>();
        var found = new List<GradientNode>();
        var stack = new Stack<GradientNode>([root]);
        while (stack.TryPop(out var node))
        {
            if (!seen.Add(node)) continue;
            found.Add(node);
            foreach (var edge in node.Inputs)
            {
                if (edge.Node is not null) stack.Push(edge.Node);
            }
        }
        // Oldest first, a node comes after all it leads to.
        found.Sort(static (a, b) => a.Order.CompareTo(b.Order));
        foreach (var node in found)
        {
            foreach (var edge in node.Inputs)
            {
                if (edge.Node is { } next && (_leading.Contains(next) || Array.Exists(_edges, e => e.Node == next))) _leading.Add(node);
            }
        }
    }
}
