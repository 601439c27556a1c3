namespace LstmCourse.Text;

/// <summary>An example for next-word prediction: what was read, and the id that follows.</summary>
/// <param name="Context">The ids read, oldest first, at least one.</param>
/// <param name="Next">The id that follows them.</param>
public sealed record NextIdExample(long[] Context, long Next);
