namespace LstmCourse.Text;

/// <summary>An example for next-word prediction: what was read, and the id that follows.</summary>
/// <param name="context">The ids read, oldest first, at least one.</param>
/// <param name="next">The id that follows them.</param>
public sealed class NextIdExample(long[] context, long next)
{
    /// <summary>The ids read, oldest first, at least one.</summary>
    public long[] Context { get; } = context;

    /// <summary>The id that follows them.</summary>
    public long Next { get; } = next;
}
