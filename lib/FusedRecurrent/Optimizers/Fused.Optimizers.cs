using TorchSharp.Modules;

namespace FusedRecurrent;

/// <content>Optimizers, called as torch.optim's are.</content>
public static partial class Fused
{
    /// <summary>
    /// <c>optim.Adam</c> (Kingma and Ba, 2015) with a fused step: same arguments, results to rounding, same state files.
    /// </summary>
    /// <param name="parameters">What to train.</param>
    /// <param name="lr">η, the learning rate.</param>
    /// <param name="beta1">Decay of the mean of the gradients, 0 to below 1.</param>
    /// <param name="beta2">Decay of the mean of their squares, 0 to below 1.</param>
    /// <param name="eps">Added to the root in the denominator; not negative.</param>
    /// <param name="weight_decay">λ, added to the gradient as λ·p; not negative.</param>
    /// <param name="amsgrad">Whether the largest mean of squares so far is used.</param>
    /// <param name="maximize">Whether to climb in place of descending.</param>
    /// <exception cref="ArgumentException">A number is out of range.</exception>
    public static FusedAdam Adam(
        IEnumerable<Parameter> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8,
        double weight_decay = 0, bool amsgrad = false, bool maximize = false) =>
        Adam([new Adam.ParamGroup { Parameters = parameters }], lr, beta1, beta2, eps, weight_decay, amsgrad, maximize);

    /// <inheritdoc cref="Adam(IEnumerable{Parameter}, double, double, double, double, double, bool, bool)"/>
    public static FusedAdam Adam(
        IEnumerable<Adam.ParamGroup> groups, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8,
        double weight_decay = 0, bool amsgrad = false, bool maximize = false) =>
        new FusedOptimizers.Adam(groups, lr, beta1, beta2, eps, weight_decay, amsgrad, maximize);

    /// <summary>
    /// <c>optim.AdamW</c> (Loshchilov and Hutter, 2019) with a fused step: same arguments, results to rounding, same state files.
    /// </summary>
    /// <param name="parameters">What to train.</param>
    /// <param name="lr">η, the learning rate.</param>
    /// <param name="beta1">Decay of the mean of the gradients, 0 to below 1.</param>
    /// <param name="beta2">Decay of the mean of their squares, 0 to below 1.</param>
    /// <param name="eps">Added to the root in the denominator; not negative.</param>
    /// <param name="weight_decay">λ: parameters shrink by η·λ in every step; not negative.</param>
    /// <param name="amsgrad">Whether the largest mean of squares so far is used.</param>
    /// <param name="maximize">Whether to climb in place of descending.</param>
    /// <exception cref="ArgumentException">A number is out of range.</exception>
    public static FusedAdamW AdamW(
        IEnumerable<Parameter> parameters, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8,
        double weight_decay = 0, bool amsgrad = false, bool maximize = false) =>
        AdamW([new AdamW.ParamGroup { Parameters = parameters }], lr, beta1, beta2, eps, weight_decay, amsgrad, maximize);

    /// <inheritdoc cref="AdamW(IEnumerable{Parameter}, double, double, double, double, double, bool, bool)"/>
    public static FusedAdamW AdamW(
        IEnumerable<AdamW.ParamGroup> groups, double lr = 1e-3, double beta1 = 0.9, double beta2 = 0.999, double eps = 1e-8,
        double weight_decay = 0, bool amsgrad = false, bool maximize = false) =>
        new FusedOptimizers.AdamW(groups, lr, beta1, beta2, eps, weight_decay, amsgrad, maximize);
}
