namespace TorchSharp.Autograd;

/// <summary>Whether operations on this thread record how to go back.</summary>
internal static class GradMode
{
    [ThreadStatic]
    private static bool s_disabled;

    internal static bool Enabled => !s_disabled;

    /// <summary>Records until the returned value is disposed, or does not.</summary>
    internal static Restore Set(bool enabled)
    {
        var restore = new Restore(Enabled);
        s_disabled = !enabled;
        return restore;
    }

    internal static bool Records(Tensor? a) => Enabled && a is { requires_grad: true };

    internal static bool Records(Tensor? a, Tensor? b) => Enabled && (a is { requires_grad: true } || b is { requires_grad: true });

    internal static bool Records(params ReadOnlySpan<Tensor?> tensors)
    {
        if (!Enabled) return false;
        foreach (var tensor in tensors)
        {
            if (tensor is { requires_grad: true }) return true;
        }
        return false;
    }

    internal readonly ref struct Restore(bool previous)
    {
        public void Dispose() => s_disabled = !previous;
    }
}
