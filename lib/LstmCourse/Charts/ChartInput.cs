using System.Globalization;

namespace LstmCourse.Charts;

/// <summary>Meets a chart's input at the door, with messages that say what to mend.</summary>
internal static class ChartInput
{
    /// <summary>The values as an array; not-a-number and infinities stay, and become gaps.</summary>
    public static double[] Values(IEnumerable<double>? values, string name)
    {
        if (values is null) throw new ArgumentException($"Expected a sequence of numbers for {name}; got null.");
        var array = values.ToArray();
        return array.Length > 0 ? array : throw new ArgumentException($"Expected at least one number for {name}; got an empty sequence.");
    }

    /// <summary>Every series with its name; there is at least one.</summary>
    public static (string Name, double[] Values)[] Series(IEnumerable<(string Name, IEnumerable<double> Values)>? series)
    {
        var all = (series ?? throw new ArgumentException("Expected at least one series; got null."))
            .Select((one, i) => (one.Name ?? "", Values(one.Values,
                one.Name is { Length: > 0 } name ? $"the series \"{name}\"" : $"series {i}")))
            .ToArray();
        return all.Length > 0 ? all : throw new ArgumentException("Expected at least one series, such as (\"train\", losses); got none.");
    }

    public static string[] Labels(IEnumerable<string>? labels, string name) =>
        [.. (labels ?? throw new ArgumentException($"Expected a sequence of texts for {name}; got null.")).Select(label => label ?? "")];

    public static void SameLength(int expected, string expectedOf, int actual, string actualOf)
    {
        if (expected != actual) throw new ArgumentException($"Expected as many {actualOf} as {expectedOf} ({expected}); got {actual}.");
    }

    /// <summary>No value lies outside by more than rounding errors; what is no number passes.</summary>
    public static void AllWithin(IEnumerable<double> values, double low, double high, string name)
    {
        const double rounding = 1e-6;
        var range = double.IsFinite(high)
            ? string.Create(CultureInfo.InvariantCulture, $"between {low} and {high}")
            : string.Create(CultureInfo.InvariantCulture, $"of at least {low}");
        foreach (var (i, value) in values.Index())
        {
            if (value < low - rounding || value > high + rounding)
                throw new ArgumentException(
                    string.Create(CultureInfo.InvariantCulture, $"Expected {name} {range}; got {value} at position {i}."));
        }
    }

    /// <summary>Rows of one length, at least one row and one column.</summary>
    public static double[][] Rows(IEnumerable<IEnumerable<double>>? rows, string name)
    {
        var matrix = (rows ?? throw new ArgumentException($"Expected rows of numbers for {name}; got null."))
            .Select((row, i) => Values(row, $"row {i} of {name}")).ToArray();
        if (matrix.Length == 0) throw new ArgumentException($"Expected at least one row for {name}; got none.");
        for (var i = 1; i < matrix.Length; i++)
        {
            if (matrix[i].Length != matrix[0].Length)
                throw new ArgumentException(
                    $"Expected rows of one length for {name}; row 0 has {matrix[0].Length} numbers and row {i} has {matrix[i].Length}.");
        }

        return matrix;
    }

    public static int Size(int? given, int otherwise, int least, string name)
    {
        var size = given ?? otherwise;
        return size >= least && size <= 4000
            ? size
            : throw new ArgumentException($"Expected a {name} between {least} and 4000 pixels; got {size}.");
    }
}
