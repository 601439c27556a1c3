namespace LstmCourse.Text;

/// <summary>What happens to a sequence that is longer than the limit.</summary>
public enum Truncation
{
    /// <summary>Words are dropped at the front; the end of the text stays, where reviews tend to state their verdict.</summary>
    Front,

    /// <summary>Words are dropped at the back; the beginning of the text stays.</summary>
    Back,

    /// <summary>It is an error: nothing is dropped unnoticed.</summary>
    Refuse,
}
