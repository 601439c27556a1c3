using TorchSharp;

namespace LstmCourse.Series.Baselines;

/// <summary>
/// Linear regression with a penalty on the squared weights, solved in one go (Hoerl and Kennard, "Ridge regression", 1970):
/// <code>
/// ŷ = x·W + b,   W = (XᵀX + λI)⁻¹ XᵀY   with X and Y less their means,   b = mean(Y) − mean(X)·W
/// </code>
/// The intercept b is not penalised. No seed and no learning rate: the answer is the only one.
/// </summary>
public sealed class RidgeRegression
{
    private readonly torch.Tensor _weights;
    private readonly torch.Tensor _intercept;

    private RidgeRegression(torch.Tensor weights, torch.Tensor intercept, double l2) =>
        (_weights, _intercept, L2) = (weights, intercept, l2);

    /// <summary>The penalty λ.</summary>
    public double L2 { get; }

    /// <summary>The weights W, shape (feature, output), Float64.</summary>
    public torch.Tensor Weights => _weights.alias();

    /// <summary>Fits weights and intercept, in double precision.</summary>
    /// <param name="inputs">Shape (example, …); all axes after the first are features, such as the steps and columns of a window. Bring
    /// the features to one scale before: the penalty is the same for all.</param>
    /// <param name="targets">Shape (example, output), or (example) for one output.</param>
    /// <param name="l2">The penalty λ, above 0.</param>
    /// <exception cref="ArgumentException">The numbers of examples differ, or there are none.</exception>
    public static RidgeRegression Fit(torch.Tensor inputs, torch.Tensor targets, double l2)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        ArgumentNullException.ThrowIfNull(targets);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(l2);
        if (inputs.dim() < 2 || inputs.numel() == 0 || targets.dim() is < 1 or > 2 || inputs.shape[0] != targets.shape[0])
        {
            throw new ArgumentException(
                "Expected inputs (example, feature) and targets (example, output) of as many examples, got "
                    + $"[{string.Join(", ", inputs.shape)}] and [{string.Join(", ", targets.shape)}].", nameof(targets));
        }

        using var scope = torch.NewDisposeScope();
        var x = inputs.detach().to(torch.float64).flatten(1);                                   // (example, feature)
        var y = targets.detach().to(torch.float64).view(targets.shape[0], -1);                  // (example, output)
        var (xMean, yMean) = (x.mean([0]), y.mean([0]));
        x -= xMean;
        y -= yMean;
        var gram = x.t().mm(x) + l2 * torch.eye(x.shape[1], dtype: torch.float64);              // (feature, feature)
        var weights = torch.linalg.solve(gram, x.t().mm(y));                                    // (feature, output)
        var intercept = yMean - xMean.unsqueeze(0).mm(weights)[0];                              // (output)
        return new(weights.DetachFromDisposeScope(), intercept.DetachFromDisposeScope(), l2);
    }

    /// <summary>Fits a regression of windows for each penalty, and chooses the one with the least error on the validation
    /// windows.</summary>
    /// <param name="train">What the weights are fitted on.</param>
    /// <param name="validation">What the penalty is chosen by.</param>
    /// <param name="penalties">The penalties to try, each above 0.</param>
    public static RidgeRegression Choose(SeriesWindows train, SeriesWindows validation, params double[] penalties)
    {
        ArgumentNullException.ThrowIfNull(train);
        ArgumentNullException.ThrowIfNull(validation);
        if (penalties is not { Length: > 0 })
            throw new ArgumentException("Expected at least one penalty to try, such as 1, 10, 100.", nameof(penalties));
        return penalties.Select(l2 => Fit(train.Inputs, train.Targets, l2))
            .MinBy(ridge => ForecastErrors.Rmse(ridge.Predict(validation.Inputs), validation.Targets))!;
    }

    /// <summary>What the regression says.</summary>
    /// <param name="inputs">Shape (example, …), with as many features as it was fitted on.</param>
    /// <returns>Shape (example, output), Float32.</returns>
    /// <exception cref="ArgumentException">The number of features is another.</exception>
    public torch.Tensor Predict(torch.Tensor inputs)
    {
        ArgumentNullException.ThrowIfNull(inputs);
        using var scope = torch.NewDisposeScope();
        var x = inputs.detach().to(torch.float64).flatten(1);
        if (x.shape[1] != _weights.shape[0])
        {
            throw new ArgumentException(
                $"Expected {_weights.shape[0]} features for each example, as when it was fitted, got {x.shape[1]}.", nameof(inputs));
        }

        return (x.mm(_weights) + _intercept).to(torch.float32).MoveToOuterDisposeScope();
    }
}
