namespace FusedRecurrent.Kernels.Optimizers;

/// <summary>The numbers of one step of Adam (Kingma and Ba, 2015) or AdamW (Loshchilov and Hutter, 2019).</summary>
/// <param name="GradientScale">What gradients are multiplied with first: clipping, and −1 to maximise.</param>
/// <param name="Beta1">Decay of the mean m of the gradients.</param>
/// <param name="Beta2">Decay of the mean v of their squares.</param>
/// <param name="Epsilon">Added to √v̂.</param>
/// <param name="Penalty">Weight decay that is added to the gradient (Adam); 0 for none.</param>
/// <param name="Shrink">What parameters are multiplied with first (AdamW: 1 − η·λ); 1 for none.</param>
/// <param name="Rate">η / (1 − β₁ᵗ).</param>
/// <param name="RootScale">1 / √(1 − β₂ᵗ).</param>
internal readonly record struct AdamStep(
    double GradientScale, double Beta1, double Beta2, double Epsilon, double Penalty, double Shrink, double Rate, double RootScale);
