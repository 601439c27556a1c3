using MathNet.Numerics.Statistics;
using TorchSharp;

namespace LstmCourse.Series;

/// <summary>
/// Brings every column to mean 0 and standard deviation 1: z = (x − mean) / deviation. Both numbers are taken from the part that it is
/// fitted on, which has to be the training part: those of the whole series tell about the future.
/// </summary>
public sealed class StandardScaler
{
    private readonly Dictionary<string, (double Mean, double Deviation)> _columns = new(StringComparer.Ordinal);

    /// <summary>Takes mean and standard deviation (of the population, divided by the count) of every column.</summary>
    /// <param name="training">The training part.</param>
    /// <returns>The scaler itself, fitted anew.</returns>
    /// <exception cref="ArgumentException">A column is constant: there is nothing to divide by.</exception>
    public StandardScaler Fit(TimeSeries training)
    {
        ArgumentNullException.ThrowIfNull(training);
        _columns.Clear();
        foreach (var column in training.Columns)
        {
            var (mean, deviation) = (training[column].Mean(), training[column].PopulationStandardDeviation());

            // A constant that is no binary fraction leaves a deviation of rounding errors.
            if (!(deviation > 1e-12 * Math.Max(1, Math.Abs(mean))))
            {
                _columns.Clear();
                throw new ArgumentException(
                    $"\"{column}\" is constant in the training part: it cannot be scaled, and tells a model nothing. Leave it out.",
                    nameof(training));
            }

            _columns[column] = (mean, deviation);
        }

        return this;
    }

    /// <summary>The mean of a column in the training part, in its own unit.</summary>
    public double MeanOf(string column) => Of(column).Mean;

    /// <summary>The standard deviation of a column in the training part, in its own unit.</summary>
    public double DeviationOf(string column) => Of(column).Deviation;

    /// <summary>Scales every column of a series.</summary>
    /// <param name="series">Any part of the series, or all of it, with columns that the training part had.</param>
    /// <exception cref="InvalidOperationException">The scaler was not fitted.</exception>
    /// <exception cref="ArgumentException">A column was not in the training part.</exception>
    public TimeSeries Transform(TimeSeries series)
    {
        ArgumentNullException.ThrowIfNull(series);
        return new(series.Times, series.Columns.Select(column =>
        {
            var (mean, deviation) = Of(column);
            return (column, series[column].Select(value => (value - mean) / deviation));
        }));
    }

    /// <summary>Takes scaled values of one column, such as a forecast of any shape, back to the column's unit.</summary>
    /// <exception cref="InvalidOperationException">The scaler was not fitted.</exception>
    /// <exception cref="ArgumentException">The column was not in the training part.</exception>
    public torch.Tensor Inverse(torch.Tensor scaled, string column)
    {
        ArgumentNullException.ThrowIfNull(scaled);
        var (mean, deviation) = Of(column);
        return scaled * deviation + mean;
    }

    /// <summary>Takes a scaled series back to the units.</summary>
    /// <exception cref="InvalidOperationException">The scaler was not fitted.</exception>
    /// <exception cref="ArgumentException">A column was not in the training part.</exception>
    public TimeSeries Inverse(TimeSeries scaled)
    {
        ArgumentNullException.ThrowIfNull(scaled);
        return new(scaled.Times, scaled.Columns.Select(column =>
        {
            var (mean, deviation) = Of(column);
            return (column, scaled[column].Select(value => value * deviation + mean));
        }));
    }

    private (double Mean, double Deviation) Of(string column)
    {
        if (_columns.Count == 0)
            throw new InvalidOperationException("The scaler was not fitted. Call Fit with the training part first.");
        return _columns.TryGetValue(column ?? "", out var numbers)
            ? numbers
            : throw new ArgumentException(
                $"The scaler was not fitted on \"{column}\", only on {string.Join(", ", _columns.Keys)}. Fit it on a training part "
                    + "that has the column.", nameof(column));
    }
}
