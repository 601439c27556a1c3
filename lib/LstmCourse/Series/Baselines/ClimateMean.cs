using TorchSharp;

namespace LstmCourse.Series.Baselines;

/// <summary>
/// What is usual at this time of the year: the mean (or a quantile) of the training part's values within some days around the same day of
/// the year. It knows nothing of yesterday.
/// </summary>
public sealed class ClimateMean
{
    private const int Days = 366;

    private readonly string _column;
    private readonly double[][] _around;

    private ClimateMean(string column, double[][] around) => (_column, _around) = (column, around);

    /// <summary>Gathers the values around each day of the year.</summary>
    /// <param name="training">The training part, which has to hold values near every day of the year.</param>
    /// <param name="column">The column to forecast.</param>
    /// <param name="halfWidth">How many days before and after count, from 0 to 182.</param>
    /// <exception cref="ArgumentException">There is no such column, or a day of the year without a value near it.</exception>
    public static ClimateMean Fit(TimeSeries training, string column, int halfWidth = 15)
    {
        ArgumentNullException.ThrowIfNull(training);
        ArgumentOutOfRangeException.ThrowIfNegative(halfWidth);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(halfWidth, Days / 2 - 1);
        var byDay = training.Times.Zip(training[column]).ToLookup(pair => pair.First.DayOfYear - 1, pair => pair.Second);
        var around = Enumerable.Range(0, Days).Select(day => Enumerable.Range(day - halfWidth, 2 * halfWidth + 1)
            .SelectMany(near => byDay[(near + Days) % Days]).Order().ToArray()).ToArray();
        var empty = Array.FindIndex(around, values => values.Length == 0);
        return empty < 0 ? new(column, around) : throw new ArgumentException(
            $"The training part has no value within {halfWidth} days of day {empty + 1} of the year. Train on a whole year or more.",
            nameof(training));
    }

    /// <summary>The mean around a day of the year.</summary>
    public double At(DateTime time) => _around[time.DayOfYear - 1].Average();

    /// <summary>The means of the days that windows ask for: shape (window, horizon), Float32, in the column's unit.</summary>
    /// <exception cref="ArgumentException">The windows are of another column.</exception>
    public torch.Tensor Forecast(SeriesWindows windows) => Each(windows, values => values.Average());

    /// <summary>The value below which a share of the training values around the day lies: shape (window, horizon), Float32.</summary>
    /// <param name="windows">What is to be forecast.</param>
    /// <param name="quantile">The share, between 0 and 1.</param>
    /// <exception cref="ArgumentException">The windows are of another column, or the share lies outside 0 to 1.</exception>
    public torch.Tensor Quantile(SeriesWindows windows, double quantile)
    {
        if (quantile is not (> 0 and < 1))
            throw new ArgumentOutOfRangeException(nameof(quantile), quantile, "Expected a quantile between 0 and 1, such as 0.9.");
        return Each(windows, values => MathNet.Numerics.Statistics.SortedArrayStatistics.Quantile(values, quantile));
    }

    private torch.Tensor Each(SeriesWindows windows, Func<double[], double> measure)
    {
        ArgumentNullException.ThrowIfNull(windows);
        if (windows.Target != _column)
            throw new ArgumentException($"Expected windows of \"{_column}\", got \"{windows.Target}\".", nameof(windows));
        var byDay = _around.Select(measure).ToArray();
        var forecast = new float[windows.Count, windows.Horizon];
        for (var w = 0; w < windows.Count; w++)
        {
            for (var h = 0; h < windows.Horizon; h++)
                forecast[w, h] = (float)byDay[(windows.Starts[w] + h * windows.Step).DayOfYear - 1];
        }

        return torch.tensor(forecast);
    }
}
