namespace LstmCourse.Text;

/// <summary>A side of a sequence.</summary>
public enum Side
{
    /// <summary>The beginning, the front.</summary>
    Left,

    /// <summary>The end, the back.</summary>
    Right,
}
