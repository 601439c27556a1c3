namespace PlotlySvg.Traces;

/// <summary>Joins points to a path; a point that is no number leaves a gap.</summary>
internal static class LinePath
{
    // A drawing has no use for more points than this to a column of pixels.
    private const int MostPerPixel = 4;

    public static string Of(IReadOnlyList<(double X, double Y)> points)
    {
        var path = new SvgPath();
        var isDown = false;
        foreach (var (x, y) in Thinned(points))
        {
            if (IsGap((x, y)))
            {
                isDown = false;
                continue;
            }

            // Points far beyond the drawing would overflow a renderer's numbers.
            var (nearX, nearY) = (Math.Clamp(x, -1e5, 1e5), Math.Clamp(y, -1e5, 1e5));
            if (isDown) path.Line(nearX, nearY);
            else path.Move(nearX, nearY);
            isDown = true;
        }

        return path.ToString();
    }

    // Of the points in one column of pixels the first, the lowest, the highest and the last look like all of them.
    private static IEnumerable<(double X, double Y)> Thinned(IReadOnlyList<(double X, double Y)> points)
    {
        var finite = points.Where(point => double.IsFinite(point.X)).Select(point => point.X).DefaultIfEmpty().ToArray();
        if (points.Count <= MostPerPixel * (finite.Max() - finite.Min() + 1)) return points;
        return Columns(points).SelectMany(column => column.Length <= MostPerPixel ? column : Extremes(column));
    }

    private static IEnumerable<(double X, double Y)[]> Columns(IReadOnlyList<(double X, double Y)> points)
    {
        var column = new List<(double X, double Y)>();
        foreach (var point in points)
        {
            if (column.Count > 0 && (IsGap(point) || IsGap(column[0]) || Math.Floor(point.X) != Math.Floor(column[0].X)))
            {
                yield return [.. column];
                column.Clear();
            }

            column.Add(point);
        }

        if (column.Count > 0) yield return [.. column];
    }

    private static bool IsGap((double X, double Y) point) => double.IsNaN(point.X + point.Y);

    private static IEnumerable<(double X, double Y)> Extremes((double X, double Y)[] column)
    {
        var lowest = Array.IndexOf(column, column.MinBy(point => point.Y));
        var highest = Array.IndexOf(column, column.MaxBy(point => point.Y));
        return new SortedSet<int> { 0, lowest, highest, column.Length - 1 }.Select(i => column[i]);
    }
}
