namespace TorchSharp.Tensors;

/// <summary>
/// Marks a stretch of work whose tensors are the engine's own: steps inside an operation, gradients on their way, saved values. They are
/// neither counted nor put into dispose scopes; whoever makes them disposes them. A result is handed out with <see cref="Tensor.Publish"/>.
/// </summary>
/// <example><code>using (EngineWork.Begin()) { … }</code></example>
internal static class EngineWork
{
    [ThreadStatic]
    private static int s_depth;

    /// <summary>New tensors on this thread belong to the caller.</summary>
    internal static bool IsCallers => s_depth == 0;

    internal static Ending Begin()
    {
        s_depth++;
        return default;
    }

    internal readonly ref struct Ending
    {
        public void Dispose() => s_depth--;
    }
}
