namespace Microsoft.Data.Analysis;

public partial class DataFrame
{
    /// <summary>Puts rows with the same key side by side. A name that both frames have gets the suffixes, the key columns too.</summary>
    public DataFrame Merge<TKey>(
        DataFrame other, string leftJoinColumn, string rightJoinColumn, string leftSuffix = "_left", string rightSuffix = "_right", JoinAlgorithm joinAlgorithm = JoinAlgorithm.Left)
    {
        var (left, right) = (Columns[leftJoinColumn], other.Columns[rightJoinColumn]);
        List<(long?, long?)> pairs = joinAlgorithm == JoinAlgorithm.Right
            ? [.. Match<TKey>(right, left, keepUnmatched: true).Select(pair => (pair.Other, pair.One))]
            : Match<TKey>(left, right, keepUnmatched: joinAlgorithm != JoinAlgorithm.Inner);
        if (joinAlgorithm == JoinAlgorithm.FullOuter)
        {
            var matched = pairs.Select(pair => pair.Item2).ToHashSet();
            pairs.AddRange(right.RowIndices().Where(row => !matched.Contains(row)).Select(row => ((long?)null, row)));
        }

        return SideBySide(other, pairs, leftSuffix, rightSuffix);
    }

    /// <summary>Puts rows with the same number side by side; the shorter frame is filled up with nulls, or the longer one cut.</summary>
    public DataFrame Join(
        DataFrame other, string leftSuffix = "_left", string rightSuffix = "_right", JoinAlgorithm joinAlgorithm = JoinAlgorithm.Left)
    {
        var (left, right) = (Rows.Count, other.Rows.Count);
        var count = joinAlgorithm switch
        {
            JoinAlgorithm.Left => left,
            JoinAlgorithm.Right => right,
            JoinAlgorithm.FullOuter => Math.Max(left, right),
            _ => Math.Min(left, right),
        };
        var pairs = Enumerable.Range(0, (int)count).Select(row => (row < left ? (long?)row : null, row < right ? (long?)row : null));
        return SideBySide(other, [.. pairs], leftSuffix, rightSuffix);
    }

    private static List<(long? One, long? Other)> Match<TKey>(DataFrameColumn one, DataFrameColumn other, bool keepUnmatched)
    {
        var rows = other.RowIndices().Where(row => other[row.Value] is not null).ToLookup(row => (TKey)other[row.Value]);
        var pairs = new List<(long?, long?)>();
        foreach (var row in one.RowIndices())
        {
            var matches = one[row.Value] is TKey key ? rows[key] : [];
            pairs.AddRange(matches.Select(match => (row, match)));
            if (keepUnmatched && !matches.Any()) pairs.Add((row, null));
        }

        return pairs;
    }

    private DataFrame SideBySide(DataFrame other, IReadOnlyList<(long? Left, long? Right)> pairs, string leftSuffix, string rightSuffix)
    {
        long?[] leftRows = [.. pairs.Select(pair => pair.Left)], rightRows = [.. pairs.Select(pair => pair.Right)];
        return new DataFrame(
            Columns.Select(column => Renamed(column.Take(leftRows), other, leftSuffix))
                .Concat(other.Columns.Select(column => Renamed(column.Take(rightRows), this, rightSuffix))));
    }

    private static DataFrameColumn Renamed(DataFrameColumn column, DataFrame neighbour, string suffix)
    {
        if (neighbour.Columns.IndexOf(column.Name) >= 0) column.SetName(column.Name + suffix);
        return column;
    }
}
