using System.Globalization;
using TorchSharp;

namespace LstmCourse.Series;

/// <summary>
/// A series cut into examples for a forecaster: some steps of the past with all columns, and the steps of one column that follow.
/// </summary>
public sealed class SeriesWindows
{
    private readonly int _column;

    private SeriesWindows(torch.Tensor inputs, torch.Tensor future, int column, DateTime[] starts, TimeSpan step, string target)
    {
        (Inputs, Future, Starts, Step, Target, _column) = (inputs, future, starts, step, target, column);
        Targets = future.select(2, column);
    }

    /// <summary>What a model reads, shape (window, past, feature), Float32.</summary>
    public torch.Tensor Inputs { get; }

    /// <summary>What it shall say, shape (window, horizon), Float32: the target's column of <see cref="Future"/>.</summary>
    public torch.Tensor Targets { get; }

    /// <summary>All columns of the steps after the inputs, shape (window, horizon, feature), Float32. Let a model read no more of it than
    /// one knows beforehand, such as the calendar.</summary>
    public torch.Tensor Future { get; }

    /// <summary>The time of each window's first target; the last input lies one step before.</summary>
    public IReadOnlyList<DateTime> Starts { get; }

    /// <summary>The distance of two steps in time.</summary>
    public TimeSpan Step { get; }

    /// <summary>The name of the column that is forecast.</summary>
    public string Target { get; }

    /// <summary>How many windows there are.</summary>
    public int Count => Starts.Count;

    /// <summary>How many steps a model reads.</summary>
    public int Past => (int)Inputs.shape[1];

    /// <summary>How many steps a model has to say.</summary>
    public int Horizon => (int)Targets.shape[1];

    /// <summary>Cuts a series into overlapping windows.</summary>
    /// <param name="series">The series, scaled as the model wants it.</param>
    /// <param name="past">How many steps are read, at least 1.</param>
    /// <param name="horizon">How many steps are to be said, at least 1.</param>
    /// <param name="target">The column to forecast.</param>
    /// <param name="stride">How many steps one window begins after the other.</param>
    /// <exception cref="ArgumentException">The series is shorter than a window, or has no such column.</exception>
    public static SeriesWindows Of(TimeSeries series, int past, int horizon, string target, int stride = 1)
    {
        ArgumentNullException.ThrowIfNull(series);
        ArgumentOutOfRangeException.ThrowIfLessThan(past, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(horizon, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(stride, 1);
        if (past + horizon > series.Count)
        {
            throw new ArgumentException(
                $"A window of {past} + {horizon} steps is longer than the series, which has {series.Count}. Take shorter windows, or a "
                    + "longer series.", nameof(past));
        }

        var column = series.Columns.ToList().IndexOf(target);
        if (column < 0) throw new ArgumentException(
            $"There is no column \"{target}\" to forecast; there are {string.Join(", ", series.Columns)}.", nameof(target));

        var count = (series.Count - past - horizon) / stride + 1;
        var starts = Enumerable.Range(0, count).Select(i => series.Times[i * stride + past]).ToArray();
        using var all = series.ToTensor();
        using var cut = all.unfold(0, past + horizon, stride).transpose(1, 2);          // (window, past + horizon, feature)
        return new(cut.narrow(1, 0, past).contiguous(), cut.narrow(1, past, horizon).contiguous(), column, starts, series.Step, target);
    }

    /// <summary>The windows whose targets all lie in a part of the series. Their inputs may reach back before it: on the first day of the
    /// test part one may look at yesterday.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public SeriesWindows In(TimeSeries part)
    {
        ArgumentNullException.ThrowIfNull(part);
        var (first, last) = (part.Times[0], part.Times[^1] - (Horizon - 1) * Step);
        return At([.. Enumerable.Range(0, Count).Where(i => Starts[i] >= first && Starts[i] <= last)], string.Create(
            CultureInfo.InvariantCulture, $"the part from {part.Times[0]:s} to {part.Times[^1]:s}"));
    }

    /// <summary>The windows of these numbers, from 0.</summary>
    /// <exception cref="ArgumentException">There is none.</exception>
    public SeriesWindows At(params int[] indices) => At(indices, "the list of numbers");

    /// <summary>How many windows, and their shapes.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{Count} windows: inputs ({string.Join(", ", Inputs.shape)}), targets ({string.Join(", ", Targets.shape)})");

    private SeriesWindows At(int[] indices, string what)
    {
        if (indices.Length == 0) throw new ArgumentException($"Expected at least one window, but {what} holds none.");
        using var chosen = torch.tensor(indices.Select(i => (long)i).ToArray());
        return new(Inputs[chosen], Future[chosen], _column, [.. indices.Select(i => Starts[i])], Step, Target);
    }
}
