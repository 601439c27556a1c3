namespace TorchSharp;

public static partial class torch
{
    /// <summary>Stops recording until disposed: <c>using (torch.no_grad()) { … }</c>.</summary>
    public static IDisposable no_grad() => new GradModeGuard(false);

    public static IDisposable enable_grad(bool enabled = true) => new GradModeGuard(enabled);

    public static IDisposable set_grad_enabled(bool mode = true) => new GradModeGuard(mode);

    /// <summary>As <see cref="no_grad"/>.</summary>
    public static IDisposable inference_mode(bool mode = true) => new GradModeGuard(!mode && GradMode.Enabled);

    public static bool is_grad_enabled() => GradMode.Enabled;

    private sealed class GradModeGuard : IDisposable
    {
        private readonly bool _previous = GradMode.Enabled;

        internal GradModeGuard(bool enabled) => GradMode.Set(enabled);

        public void Dispose() => GradMode.Set(_previous);
    }
}
