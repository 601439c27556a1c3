using TorchSharp;

namespace LstmCourse.Series;

/// <summary>
/// How far forecasts are from what came. All take forecasts and actual values of shape (window, horizon), in the unit in which the error
/// shall be.
/// </summary>
public static class ForecastErrors
{
    /// <summary>The root of the mean squared error over all windows and steps: √ mean (forecast − actual)².</summary>
    /// <param name="forecast">The forecasts, shape (window, horizon).</param>
    /// <param name="actual">What came, of the same shape.</param>
    /// <exception cref="ArgumentException">The shapes differ, have no two dimensions, or hold no value.</exception>
    public static double Rmse(torch.Tensor forecast, torch.Tensor actual) => Over(forecast, actual, e => e.square().mean().sqrt());

    /// <summary>The mean absolute error over all windows and steps.</summary>
    /// <inheritdoc cref="Rmse"/>
    public static double Mae(torch.Tensor forecast, torch.Tensor actual) => Over(forecast, actual, e => e.abs().mean());

    /// <summary>The RMSE of each step of the horizon, the first step first.</summary>
    /// <inheritdoc cref="Rmse"/>
    public static double[] RmseByHorizon(torch.Tensor forecast, torch.Tensor actual) =>
        ByHorizon(forecast, actual, e => e.square().mean([0]).sqrt());

    /// <summary>The mean absolute error of each step of the horizon, the first step first.</summary>
    /// <inheritdoc cref="Rmse"/>
    public static double[] MaeByHorizon(torch.Tensor forecast, torch.Tensor actual) => ByHorizon(forecast, actual, e => e.abs().mean([0]));

    internal static void CheckShapes(torch.Tensor forecast, torch.Tensor actual)
    {
        ArgumentNullException.ThrowIfNull(forecast);
        ArgumentNullException.ThrowIfNull(actual);
        if (forecast.dim() != 2 || forecast.numel() == 0 || !forecast.shape.SequenceEqual(actual.shape))
        {
            throw new ArgumentException(
                "Expected forecasts and actual values of one shape (window, horizon), got "
                    + $"[{string.Join(", ", forecast.shape)}] and [{string.Join(", ", actual.shape)}].", nameof(forecast));
        }
    }

    private static double Over(torch.Tensor forecast, torch.Tensor actual, Func<torch.Tensor, torch.Tensor> measure)
    {
        CheckShapes(forecast, actual);
        using var scope = torch.NewDisposeScope();
        return measure(Difference(forecast, actual)).item<double>();
    }

    private static double[] ByHorizon(torch.Tensor forecast, torch.Tensor actual, Func<torch.Tensor, torch.Tensor> measure)
    {
        CheckShapes(forecast, actual);
        using var scope = torch.NewDisposeScope();
        return measure(Difference(forecast, actual)).data<double>().ToArray();
    }

    private static torch.Tensor Difference(torch.Tensor forecast, torch.Tensor actual) =>
        forecast.detach().to(torch.float64) - actual.detach().to(torch.float64);
}
