using TorchSharp;

namespace LstmCourse.Series;

/// <summary>
/// Forecasts that say how sure they are: not one value, but those below which the truth shall lie in a given share of the cases.
/// </summary>
public static class Quantiles
{
    /// <summary>
    /// The pinball loss (Koenker and Bassett, "Regression quantiles", 1978), the mean over everything of
    /// <code>max(q · (y − ŷ), (q − 1) · (y − ŷ))</code>
    /// For q = 0.9 a truth above the forecast costs nine times as much as one as far below it, and the least loss is reached where nine in
    /// ten lie below.
    /// </summary>
    /// <param name="forecast">Shape (window, horizon, quantile).</param>
    /// <param name="actual">Shape (window, horizon).</param>
    /// <param name="quantiles">The shares, each between 0 and 1, one for each entry of the last axis.</param>
    /// <returns>A tensor of one element, through which gradients flow.</returns>
    /// <exception cref="ArgumentException">A shape does not fit, or a share lies outside 0 to 1.</exception>
    public static torch.Tensor Pinball(torch.Tensor forecast, torch.Tensor actual, params double[] quantiles)
    {
        ArgumentNullException.ThrowIfNull(forecast);
        ArgumentNullException.ThrowIfNull(actual);
        ArgumentNullException.ThrowIfNull(quantiles);
        if (quantiles.Length == 0 || quantiles.Any(q => q is not (> 0 and < 1)))
            throw new ArgumentException("Expected quantiles between 0 and 1, such as 0.1, 0.5, 0.9.", nameof(quantiles));
        if (forecast.numel() == 0 || !forecast.shape.SequenceEqual([.. actual.shape, quantiles.Length]))
        {
            throw new ArgumentException(
                $"Expected forecasts of shape [{string.Join(", ", [.. actual.shape, quantiles.Length])}], a value for each of "
                    + $"{quantiles.Length} quantiles, got [{string.Join(", ", forecast.shape)}].", nameof(forecast));
        }

        var missed = actual.unsqueeze(-1) - forecast;                                           // (window, horizon, quantile)
        var share = torch.tensor(quantiles, dtype: forecast.dtype, device: forecast.device);
        return torch.maximum(share * missed, (share - 1) * missed).mean();
    }

    /// <summary>The share of actual values that lie within their band, edges included.</summary>
    /// <param name="lower">The lower edges, shape (window, horizon).</param>
    /// <param name="upper">The upper edges, in the same shape.</param>
    /// <param name="actual">What came, in the same shape.</param>
    /// <exception cref="ArgumentException">The shapes differ, or are none.</exception>
    public static double Coverage(torch.Tensor lower, torch.Tensor upper, torch.Tensor actual) =>
        CoverageByHorizon(lower, upper, actual).Average();

    /// <summary>The coverage of each step of the horizon, the first step first.</summary>
    /// <inheritdoc cref="Coverage"/>
    public static double[] CoverageByHorizon(torch.Tensor lower, torch.Tensor upper, torch.Tensor actual)
    {
        ForecastErrors.CheckShapes(lower, actual);
        ForecastErrors.CheckShapes(upper, actual);
        using var scope = torch.NewDisposeScope();
        return actual.ge(lower).logical_and(actual.le(upper)).to(torch.float64).mean([0]).data<double>().ToArray();
    }
}
