using System.Globalization;
using System.Text.Json.Nodes;

namespace PlotlySvg;

/// <content>How values are told: bars with their names, lines by a few points, cells by row.</content>
public static partial class FigureText
{
    // A line of more values is told by five of them, and by its lowest and highest.
    private const int MostPoints = 6;

    // A table of more cells is told row by row, one of more rows in a single line.
    private const int MostCells = 36;
    private const int MostRows = 24;

    private static string Pairs(JsonObject trace, JsonNode?[] keys, double[] values)
    {
        var errors = trace.Numbers("error_y", "array");
        return string.Join(", ", keys.Select((key, i) => $"{Plain(key?.ToString())} {Number(values[i])}{Error(i)}"));

        string Error(int i) => i < errors.Length ? $" ± {Number(errors[i])}" : "";
    }

    private static string Summary(JsonObject trace, JsonNode?[] keys, double[] values)
    {
        var finite = values.Where(double.IsFinite).ToArray();
        if (finite.Length == 0) return "no finite value";
        if (values.Length == 1) return Number(values[0]);
        if (trace.Text("type") is not ("histogram" or "box")) return Course(values, i => Place(keys, i));
        var (least, most) = (Number(finite.Min()), Number(finite.Max()));
        return $"{Written(values.Length)} values, {least} to {most}, mean {Number(finite.Average())}";
    }

    // Where a line begins, a few points on its way, where it ends, and how far down and up it goes.
    private static string Course(double[] values, Func<int, string> place)
    {
        string Point(int i) => $"{Number(values[i])} at {place(i)}";
        if (values.Length <= MostPoints) return string.Join(", ", values.Select((_, i) => Point(i)));
        int[] told = [.. Enumerable.Range(0, 5).Select(quarter => quarter * (values.Length - 1) / 4)];
        return IsLevel(values)
            ? $"{Written(values.Length)} values, all {Number(values[0])}"
            : $"{Written(values.Length)} values: {string.Join(", ", told.Select(Point))}; {Reach(values, place, told)}";
    }

    private static string Reach(double[] values, Func<int, string> place, int[] told)
    {
        var finite = Enumerable.Range(0, values.Length).Where(i => double.IsFinite(values[i])).ToArray();
        return finite.Length == 0 ? "no finite value"
            : $"lowest {End(finite.MinBy(i => values[i]))}, highest {End(finite.MaxBy(i => values[i]))}";

        string End(int i) => told.Contains(i) ? $"at {place(i)}" : $"{Number(values[i])} at {place(i)}";
    }

    private static bool IsLevel(double[] values) => Array.TrueForAll(values, value => value == values[0]);

    private static string Place(JsonNode?[] keys, int i) =>
        i >= keys.Length ? Written(i) : keys[i].Number() is { } number ? Number(number) : Plain(keys[i]?.ToString());

    private static IEnumerable<string> Cells(JsonObject trace, string name)
    {
        var rows = trace.Items("z").Select(row => row.Numbers()).ToArray();
        var (columnNames, rowNames) = (trace.Items("x"), trace.Items("y"));
        if (trace["texttemplate"] is not null && rows.Sum(row => row.Length) <= MostCells)
            return rows.Select((row, r) => $"- {Named(rowNames, r)}: {string.Join(", ", row.Select((_, c) => Cell(r, c)))}");

        var prefix = name.Length > 0 ? $"- {name}: " : "- ";
        if (rows.Length <= MostRows) return rows.Select((row, r) => $"{prefix}{Named(rowNames, r)}: {Row(row)}");

        var finite = rows.SelectMany(row => row).Where(double.IsFinite).DefaultIfEmpty(double.NaN).ToArray();
        var (height, width) = (Written(rows.Length), Written(rows[0].Length));
        return [$"{prefix}{height} rows of {width} values, {Number(finite.Min())} to {Number(finite.Max())}"];

        string Cell(int r, int c) => $"{Named(columnNames, c)} {Plain(trace["text"]?[r]?[c].Text())}";

        string Row(double[] row) => row.Length > 0 && IsLevel(row) ? $"all {Number(row[0])}" : Reach(row, c => Named(columnNames, c), []);
    }

    private static string Named(JsonNode?[] names, int i) =>
        i < names.Length ? Plain(names[i]?.ToString()) : Written(i);

    private static string Number(double value) => !double.IsFinite(value) ? "missing"
        : value != 0 && Math.Abs(value) is < 1e-4 or >= 1e15 ? value.ToString("0.###e0", CultureInfo.InvariantCulture)
        : Math.Abs(value) >= 1000 ? Math.Round(value).ToString(CultureInfo.InvariantCulture)
        : value.ToString("G4", CultureInfo.InvariantCulture);
}
