namespace LstmCourse.Text;

/// <summary>What happens to a text that is longer than the limit.</summary>
public enum Truncation
{
    /// <summary>Words are dropped at the front; the end of the text stays, where reviews tend to state their verdict.</summary>
    Front,

    /// <summary>Words are dropped at the back; the beginning of the text stays.</summary>
    Back,

    /// <summary>It is an error: nothing is dropped unnoticed.</summary>
    Refuse,
}

/// <summary>Cuts texts.</summary>
internal static class Truncations
{
    /// <summary>What is left of a text.</summary>
    /// <param name="truncation">Which end is cut.</param>
    /// <param name="text">The word ids.</param>
    /// <param name="limit">The most words that may be left.</param>
    /// <param name="index">The text's number, for messages.</param>
    /// <exception cref="ArgumentException">The text is empty, or too long and may not be truncated.</exception>
    public static ReadOnlySpan<long> Cut(this Truncation truncation, long[] text, int limit, int index)
    {
        if (text.Length == 0)
        {
            throw new ArgumentException(
                $"Text {index} is empty. Leave empty texts out before padding; an LSTM needs at least one step.");
        }

        if (text.Length <= limit) return text;
        return truncation switch
        {
            Truncation.Front => text.AsSpan(text.Length - limit),
            Truncation.Back => text.AsSpan(0, limit),
            _ => throw new ArgumentException(
                $"Text {index} has {text.Length} ids, the limit is {limit}. Raise the length, or say which end to drop with "
                    + "Truncation.Front or Truncation.Back."),
        };
    }
}
