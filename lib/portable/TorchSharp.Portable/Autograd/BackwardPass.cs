using System.Buffers;

namespace TorchSharp.Autograd;

/// <summary>
/// The walk from results back to leaves. Nodes wait in a queue, newest first; each is handed the sum of the gradients that reached it and
/// sends on those of its inputs. One pass runs at a time in a process.
/// </summary>
internal static class BackwardPass
{
    private static readonly Lock Gate = new();
    private static readonly PriorityQueue<GradientNode, long> Waiting = new();

    /// <param name="roots">Where the walk starts; each was sent its gradient with <see cref="Send"/>.</param>
    /// <param name="retainGraph">Keep what the nodes saved, for another pass.</param>
    /// <param name="createGraph">Record the pass itself, for second derivatives.</param>
    /// <param name="targets">If given, gradients are caught here and leaves are left alone.</param>
    internal static void Run(ReadOnlySpan<(Tensor Result, Tensor Gradient)> roots, bool retainGraph, bool createGraph, GradientTargets? targets = null)
    {
        lock (Gate)
        {
            using var work = EngineWork.Begin();
            using var recording = GradMode.Set(createGraph);
            try
            {
                foreach (var (result, gradient) in roots) Send(Edge.Of(result), gradient.ShareInGraph());
                while (Waiting.TryDequeue(out var node, out _)) Visit(node, retainGraph, targets);
            }
            finally
            {
                Abandon();
            }
        }
    }

    private static void Visit(GradientNode node, bool retainGraph, GradientTargets? targets)
    {
        node.IsQueued = false;
        Tensor? single = null;
        var arrived = node.TakeGradients(ref single);
        var buffer = ArrayPool<Tensor?>.Shared.Rent(Math.Max(1, node.Inputs.Length));
        var results = buffer.AsSpan(0, node.Inputs.Length);
        results.Clear();
        try
        {
            targets?.Catch(node, arrived);
            if (targets is null || targets.LeadsToOne(node)) node.Backward(arrived, results);
            for (var i = 0; i < results.Length; i++)
            {
                if (results[i] is { } gradient) Send(node.Inputs[i], OwnedBy(arrived, results, i) ? gradient : gradient.ShareInGraph());
            }
            if (!retainGraph) node.Release();
        }
        finally
        {
            foreach (var gradient in arrived) gradient?.Dispose();
            results.Clear();
            ArrayPool<Tensor?>.Shared.Return(buffer);
        }
    }

    /// <summary>A node may pass on a gradient it was given, or one tensor to several inputs; then each receiver needs a handle of its own.</summary>
    private static bool OwnedBy(ReadOnlySpan<Tensor?> arrived, ReadOnlySpan<Tensor?> results, int index)
    {
        foreach (var gradient in arrived)
        {
            if (ReferenceEquals(gradient, results[index])) return false;
        }
        for (var i = index + 1; i < results.Length; i++)
        {
            if (ReferenceEquals(results[i], results[index])) return false;
        }
        return true;
    }

    private static void Send(Edge edge, Tensor gradient)
    {
        if (edge.Node is not { } node)
        {
            gradient.Dispose();
            return;
        }
        node.Receive(edge.Output, gradient);
        if (node.IsQueued) return;
        node.IsQueued = true;
        Waiting.Enqueue(node, -node.Order);
    }

    /// <summary>After an error: forgets the gradients that were still on their way.</summary>
    private static void Abandon()
    {
        while (Waiting.TryDequeue(out var node, out _))
        {
            node.IsQueued = false;
            Tensor? single = null;
            foreach (var gradient in node.TakeGradients(ref single)) gradient?.Dispose();
        }
    }
}
