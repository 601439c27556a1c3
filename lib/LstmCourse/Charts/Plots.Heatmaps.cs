using System.Globalization;

namespace LstmCourse.Charts;

/// <content>Values as coloured cells.</content>
public static partial class Plots
{
    // Up to this many columns a cell has room for its number.
    private const int MostColumnsWithNumbers = 12;

    /// <summary>Everything an LSTM computed, one row for each quantity and one column for each time step, coloured around zero.</summary>
    /// <param name="rows">For each quantity its name and its value at each step, such as <c>("forget gate f", trace.Forget)</c>.</param>
    /// <param name="steps">What stands under each column, such as the input's words. Without it the steps count from
    /// <see cref="ChartOptions.FirstX"/>, or 1.</param>
    /// <param name="options">Titles and size.</param>
    /// <exception cref="ArgumentException">There is no row, or the rows differ in length.</exception>
    public static CourseChart TraceHeatmap(
        IEnumerable<(string Name, IEnumerable<double> Values)> rows, IEnumerable<string>? steps = null, ChartOptions? options = null)
    {
        var all = ChartInput.Series(rows);
        foreach (var (name, values) in all)
            ChartInput.SameLength(all[0].Values.Length, $"values of \"{all[0].Name}\"", values.Length, $"values of \"{name}\"");
        var names = steps is null ? Counted(options?.FirstX ?? 1, all[0].Values.Length) : ChartInput.Labels(steps, "the steps");
        return Diverging([.. all.Select(row => row.Values)], [.. all.Select(row => row.Name)], names)
            .Within(new(options, "Every value at every step", "time step", null, Height: Tall(all.Length)));
    }

    /// <summary>A matrix, coloured around zero if it has values below zero, else from zero up.</summary>
    /// <param name="rows">The values, row by row from the top.</param>
    /// <param name="rowNames">One for each row; counted from 0 if left out.</param>
    /// <param name="columnNames">One for each column; counted from 0 if left out.</param>
    /// <param name="options">Titles and size.</param>
    /// <exception cref="ArgumentException">There is no row, the rows differ in length, or there are too few or too many names.</exception>
    public static CourseChart Heatmap(
        IEnumerable<IEnumerable<double>> rows, IEnumerable<string>? rowNames = null, IEnumerable<string>? columnNames = null,
        ChartOptions? options = null)
    {
        var matrix = ChartInput.Rows(rows, "the heat map");
        var names = rowNames is null ? Counted(0, matrix.Length) : ChartInput.Labels(rowNames, "the row names");
        var columns = columnNames is null ? Counted(0, matrix[0].Length) : ChartInput.Labels(columnNames, "the column names");
        var chart = matrix.Any(row => row.Any(value => value < 0))
            ? Diverging(matrix, names, columns)
            : new HeatmapChart(matrix, names, columns, ColorScale.Sequential, 0, Largest(matrix), Numbers(matrix));
        return chart.Within(new(options, null, null, null, Height: Tall(matrix.Length)));
    }

    /// <summary>How much each output token looked at each input token.</summary>
    /// <param name="weights">For each output token its weights over the input tokens, between 0 and 1.</param>
    /// <param name="source">The input tokens.</param>
    /// <param name="target">The output tokens.</param>
    /// <param name="options">Titles and size.</param>
    /// <exception cref="ArgumentException">A weight lies outside 0 to 1, or the numbers of tokens and weights do not fit.</exception>
    public static CourseChart Attention(
        IEnumerable<IEnumerable<double>> weights, IEnumerable<string> source, IEnumerable<string> target, ChartOptions? options = null)
    {
        var matrix = ChartInput.Rows(weights, "the attention weights");
        foreach (var row in matrix) ChartInput.AllWithin(row, 0, 1, "attention weights");
        return new HeatmapChart(
            matrix, ChartInput.Labels(target, "the output tokens"), ChartInput.Labels(source, "the input tokens"), ColorScale.Sequential, 0,
            1, Numbers(matrix))
            .Within(new(options, "Attention", "input", "output", Height: Tall(matrix.Length)));
    }

    /// <summary>How often each class was taken for each other: rows are the truth, columns the prediction, colours the share of the
    /// row.</summary>
    /// <param name="counts">Square; <c>counts[truth, prediction]</c> is zero or above.</param>
    /// <param name="classes">The names of the classes.</param>
    /// <param name="options">Titles and size.</param>
    /// <exception cref="ArgumentException">The matrix is not square, is empty, has a count below zero, or has another number of classes
    /// than there are names.</exception>
    public static CourseChart ConfusionMatrix(int[,] counts, IEnumerable<string> classes, ChartOptions? options = null)
    {
        ArgumentNullException.ThrowIfNull(counts);
        var names = ChartInput.Labels(classes, "the classes");
        var size = counts.GetLength(0);
        if (size == 0 || size != counts.GetLength(1))
            throw new ArgumentException($"Expected a square matrix of counts; got {size} x {counts.GetLength(1)}.", nameof(counts));
        ChartInput.SameLength(size, "rows of counts", names.Length, "class names");
        if (counts.Cast<int>().Any(count => count < 0))
            throw new ArgumentException("Expected counts of zero or above; got one below zero.", nameof(counts));

        var rows = Enumerable.Range(0, size).Select(r => Enumerable.Range(0, size).Select(c => counts[r, c]).ToArray()).ToArray();
        var shares = rows.Select(row => row.Select(count => count / Math.Max(1.0, row.Sum())).ToArray()).ToArray();
        string[][] texts = [.. rows.Select((row, r) => row.Select((count, c) =>
            count.ToString("#,0", CultureInfo.InvariantCulture) + (size <= 6 ? $"<br>{PlotText.Percent(shares[r][c])}" : "")).ToArray())];
        var side = Math.Min(640, 220 + 70 * size);
        // Up to six classes the share stands in the cell, and a bar of colours would say it again.
        return new HeatmapChart(shares, names, names, ColorScale.Sequential, 0, 1, texts, ShowsScale: size > 6)
            .Within(new(options, "Confusion matrix", "predicted", "actual", side + (size > 6 ? 60 : 0), side - 10));
    }

    private static HeatmapChart Diverging(double[][] rows, string[] rowNames, string[] columnNames)
    {
        var largest = Largest(rows);
        return new(rows, rowNames, columnNames, ColorScale.Diverging, -largest, largest, Numbers(rows));
    }

    private static double Largest(double[][] rows)
    {
        var largest = rows.SelectMany(row => row).Where(double.IsFinite).Select(Math.Abs).DefaultIfEmpty(0).Max();
        return largest > 0 ? largest : 1;
    }

    private static string[][]? Numbers(double[][] rows)
    {
        if (rows[0].Length > MostColumnsWithNumbers) return null;
        var all = rows.SelectMany(row => row).ToArray();
        var texts = Largest(rows) is >= 0.1 and < 10 ? all.Select(value => PlotText.Fixed(value, 2)) : PlotText.Numbers(all);
        return [.. texts.Chunk(rows[0].Length)];
    }

    private static string[] Counted(double first, int count) =>
        [.. CountFrom(first, count).Select(number => number.ToString(CultureInfo.InvariantCulture))];

    // Rows with a number in each cell want more height than the many rows of a weight matrix.
    private static int Tall(int rows) => Math.Min(140 + 34 * Math.Min(rows, 12) + 8 * Math.Max(0, rows - 12), 800);
}
