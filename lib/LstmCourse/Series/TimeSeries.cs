using System.Globalization;
using Microsoft.Data.Analysis;
using TorchSharp;

namespace LstmCourse.Series;

/// <summary>
/// Measurements at equal distances in time: one value for each column at each time, none missing. Whoever holds one need not look for
/// gaps, NaN or times out of order any more; they are refused when it is made.
/// </summary>
public sealed class TimeSeries
{
    private readonly Dictionary<string, double[]> _values = new(StringComparer.Ordinal);
    private readonly DateTime[] _times;
    private readonly string[] _columns;

    /// <param name="times">The times, at least two, each the same distance after the one before.</param>
    /// <param name="columns">At least one; for each its name and a finite value for each time.</param>
    /// <exception cref="ArgumentException">A time is missing, stands twice or comes too early; a value is missing or no number; a name
    /// stands twice.</exception>
    public TimeSeries(IEnumerable<DateTime> times, IEnumerable<(string Name, IEnumerable<double> Values)> columns)
    {
        ArgumentNullException.ThrowIfNull(times);
        ArgumentNullException.ThrowIfNull(columns);
        _times = [.. times];
        if (_times.Length < 2) throw new ArgumentException($"Expected at least two times, got {_times.Length}.", nameof(times));
        Step = SeriesCheck.Step(_times);
        foreach (var (name, values) in columns) Add(name, [.. values]);
        _columns = [.. _values.Keys];
        if (_columns.Length == 0) throw new ArgumentException("Expected at least one column of values, got none.", nameof(columns));
    }

    /// <summary>When each value was measured.</summary>
    public IReadOnlyList<DateTime> Times => _times;

    /// <summary>The names of the columns, in order: the features of a tensor.</summary>
    public IReadOnlyList<string> Columns => _columns;

    /// <summary>How many times there are.</summary>
    public int Count => _times.Length;

    /// <summary>The distance of two neighbours in time, above zero.</summary>
    public TimeSpan Step { get; }

    /// <summary>The values of a column, one for each time.</summary>
    /// <exception cref="ArgumentException">There is no such column.</exception>
    public IReadOnlyList<double> this[string column] => _values.TryGetValue(column ?? "", out var values)
        ? values
        : throw new ArgumentException($"There is no column \"{column}\"; there are {string.Join(", ", _columns)}.", nameof(column));

    /// <summary>Reads a series out of a data frame.</summary>
    /// <param name="table">A frame whose rows are in the order of time.</param>
    /// <param name="time">The name of its column of dates (<see cref="DateTime"/>).</param>
    /// <param name="columns">The names of the columns of numbers that are wanted, in this order.</param>
    /// <exception cref="ArgumentException">A column is missing, or the rows are no series; the message names the time.</exception>
    public static TimeSeries From(DataFrame table, string time, params IReadOnlyList<string> columns)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(columns);
        var times = SeriesCheck.Column(table, time).Cast<DateTime?>().Select((at, row) =>
            at ?? throw new ArgumentException($"Row {row} has no {time}. Give every row its time.", nameof(table)));
        return new(times, columns.Select(name => (name, SeriesCheck.Column(table, name).Cast<object?>()
            .Select(value => value is null ? double.NaN : Convert.ToDouble(value, CultureInfo.InvariantCulture)))));
    }

    /// <summary>The same series with one more column, or with other values in one that it has.</summary>
    /// <param name="column">The column's name.</param>
    /// <param name="values">A finite value for each time.</param>
    /// <exception cref="ArgumentException">There are more or fewer values than times, or one is no number.</exception>
    public TimeSeries With(string column, IEnumerable<double> values) => new(
        _times, [.. _columns.Where(name => name != column).Select(Named), (column, values)]);

    /// <summary>The columns of these names, in this order.</summary>
    /// <exception cref="ArgumentException">There is no such column.</exception>
    public TimeSeries Select(params IReadOnlyList<string> columns) => new(_times, columns.Select(Named));

    /// <summary>
    /// A column of what will be <paramref name="steps"/> later, named such as <c>load+24</c>, for what a forecast may know before (a
    /// holiday), or for what it shall say. The last <paramref name="steps"/> times, whose future is not there, fall away.
    /// </summary>
    /// <param name="column">The column that is read ahead.</param>
    /// <param name="steps">How many steps ahead, from 1 to less than <see cref="Count"/> - 1.</param>
    public TimeSeries Ahead(string column, int steps)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(steps, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThanOrEqual(steps, Count - 1);
        var ahead = (FormattableString.Invariant($"{column}+{steps}"), this[column].Skip(steps));
        return new(_times[..^steps], [.. _columns.Select(name => (name, this[name].SkipLast(steps))), ahead]);
    }

    /// <summary>The part from a time on, up to and without another.</summary>
    /// <exception cref="ArgumentException">Fewer than two times lie between them.</exception>
    public TimeSeries Between(DateTime from, DateTime before)
    {
        var (first, last) = (SeriesCheck.FirstNotBefore(_times, from), SeriesCheck.FirstNotBefore(_times, before));
        if (last - first < 2)
        {
            throw new ArgumentException(string.Create(CultureInfo.InvariantCulture,
                $"Expected at least two times from {from:s} to before {before:s}; the series goes from {_times[0]:s} to {_times[^1]:s}."));
        }

        return new(_times[first..last], _columns.Select(name => (name, (IEnumerable<double>)_values[name][first..last])));
    }

    /// <summary>The values as a tensor of shape (time, feature), Float32; the features are the columns in order.</summary>
    public torch.Tensor ToTensor()
    {
        var all = new float[Count, _columns.Length];
        for (var c = 0; c < _columns.Length; c++)
        {
            for (var t = 0; t < Count; t++) all[t, c] = (float)_values[_columns[c]][t];
        }

        return torch.tensor(all);
    }

    /// <summary>How many times, from when to when, and the columns.</summary>
    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"{Count} times from {_times[0]:s} to {_times[^1]:s}: {string.Join(", ", _columns)}");

    private (string, IEnumerable<double>) Named(string column) => (column, this[column]);

    private void Add(string name, double[] values)
    {
        if (string.IsNullOrWhiteSpace(name)) throw new ArgumentException("Expected a name for each column, got an empty one.");
        SeriesCheck.Values(name, values, _times);
        if (!_values.TryAdd(name, values)) throw new ArgumentException($"The column \"{name}\" stands there twice. Name it once.");
    }
}
