namespace LstmCourse.Text;

/// <summary>A window over a text with a target for every step.</summary>
/// <param name="input">The ids read.</param>
/// <param name="target">At each step the id that follows: the input moved on by one.</param>
public sealed class ShiftedWindow(long[] input, long[] target)
{
    /// <summary>The ids read.</summary>
    public long[] Input { get; } = input;

    /// <summary>At each step the id that follows: the input moved on by one.</summary>
    public long[] Target { get; } = target;
}
