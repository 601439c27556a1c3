namespace Microsoft.Data.Analysis;

/// <summary>The rows of a frame by the values of a column. Rows whose value is null belong to no group.</summary>
public abstract class GroupBy
{
    public abstract DataFrame Count(params string[] columnNames);

    public abstract DataFrame First(params string[] columnNames);

    public abstract DataFrame Head(int numberOfRows);

    public abstract DataFrame Tail(int numberOfRows);

    public abstract DataFrame Max(params string[] columnNames);

    public abstract DataFrame Min(params string[] columnNames);

    public abstract DataFrame Sum(params string[] columnNames);

    /// <summary>The sum of each group divided by all of its rows, those without a value included.</summary>
    public abstract DataFrame Mean(params string[] columnNames);
}
