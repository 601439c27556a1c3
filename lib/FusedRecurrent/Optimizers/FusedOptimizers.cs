namespace FusedRecurrent;

/// <summary>
/// The classes that are really made. They carry the names of TorchSharp's own, since those are what it writes into state files and looks
/// for when it reads them.
/// </summary>
internal static class FusedOptimizers
{
    internal sealed class Adam(
        IEnumerable<TorchSharp.Modules.Adam.ParamGroup> groups, double lr, double beta1, double beta2, double eps, double weight_decay,
        bool amsgrad, bool maximize)
        : FusedAdam(groups, lr, beta1, beta2, eps, weight_decay, amsgrad, maximize);

    internal sealed class AdamW(
        IEnumerable<TorchSharp.Modules.AdamW.ParamGroup> groups, double lr, double beta1, double beta2, double eps, double weight_decay,
        bool amsgrad, bool maximize)
        : FusedAdamW(groups, lr, beta1, beta2, eps, weight_decay, amsgrad, maximize);
}
