namespace LstmCourse.Text;

/// <summary>A window over a text with a target for every step.</summary>
/// <param name="Input">The ids read.</param>
/// <param name="Target">At each step the id that follows: the input moved on by one.</param>
public sealed record ShiftedWindow(long[] Input, long[] Target);
