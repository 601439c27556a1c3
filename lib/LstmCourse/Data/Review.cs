namespace LstmCourse.Data;

/// <summary>A film review with its rating.</summary>
/// <param name="Id">What names the review within its file.</param>
/// <param name="Text">The text.</param>
/// <param name="Stars">1 to 10.</param>
/// <param name="Label">1 for a positive review (7 stars or more), 0 for a negative one (4 or fewer).</param>
/// <param name="Slice">How a generated review is built; null for others.</param>
/// <param name="IsNoisy">Whether stars and label of a generated review were turned round on purpose, so that they contradict the
/// text.</param>
public sealed record Review(string Id, string Text, int Stars, int Label, ReviewSlice? Slice = null, bool IsNoisy = false)
{
    /// <summary>The stars that a positive review has at least.</summary>
    public const int PositiveFrom = 7;

    /// <summary>The stars that a negative review has at most.</summary>
    public const int NegativeUpTo = 4;
}
