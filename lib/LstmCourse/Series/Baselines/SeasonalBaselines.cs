using System.Globalization;
using TorchSharp;

namespace LstmCourse.Series.Baselines;

/// <summary>Forecasts that repeat a value of the past. They learn nothing, cost nothing, and are hard to beat now and then.</summary>
public static class SeasonalBaselines
{
    /// <summary>For every step the value just before the window's targets: "tomorrow as today".</summary>
    /// <param name="series">The whole series, in the unit in which the forecast shall be.</param>
    /// <param name="windows">What is to be forecast.</param>
    /// <returns>Shape (window, horizon), Float32.</returns>
    /// <exception cref="ArgumentException">The value needed lies outside the series.</exception>
    public static torch.Tensor LastValue(TimeSeries series, SeriesWindows windows) =>
        Lookup(series, windows, (start, _) => start - windows.Step);

    /// <summary>For every step the value a number of steps before it: a week, with daily values, is 7, a year 365.</summary>
    /// <param name="series">The whole series, in the unit in which the forecast shall be.</param>
    /// <param name="windows">What is to be forecast.</param>
    /// <param name="steps">How far back, at least the horizon: what is nearer is not known yet.</param>
    /// <returns>Shape (window, horizon), Float32.</returns>
    /// <exception cref="ArgumentException">A value needed lies outside the series, or is not known yet.</exception>
    public static torch.Tensor Back(TimeSeries series, SeriesWindows windows, int steps)
    {
        ArgumentNullException.ThrowIfNull(windows);
        if (steps < windows.Horizon)
        {
            throw new ArgumentException(
                $"Expected to look back at least {windows.Horizon} steps, the horizon, got {steps}: nearer values are not known yet.",
                nameof(steps));
        }

        return Lookup(series, windows, (_, time) => time - steps * windows.Step);
    }

    private static torch.Tensor Lookup(TimeSeries series, SeriesWindows windows, Func<DateTime, DateTime, DateTime> source)
    {
        ArgumentNullException.ThrowIfNull(series);
        ArgumentNullException.ThrowIfNull(windows);
        var values = series[windows.Target];
        var forecast = new float[windows.Count, windows.Horizon];
        for (var w = 0; w < windows.Count; w++)
        {
            for (var h = 0; h < windows.Horizon; h++)
            {
                var start = windows.Starts[w];
                var from = source(start, start + h * windows.Step);
                var index = (int)((from - series.Times[0]) / series.Step);
                if (from < series.Times[0] || index >= series.Count || series.Times[index] != from)
                {
                    throw new ArgumentException(string.Create(CultureInfo.InvariantCulture,
                        $"Expected a value at {from:s}, but the series goes from {series.Times[0]:s} to {series.Times[^1]:s}. "
                            + $"Give the whole series, and windows late enough in it."), nameof(series));
                }

                forecast[w, h] = (float)values[index];
            }
        }

        return torch.tensor(forecast);
    }
}
