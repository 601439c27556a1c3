namespace LstmCourse.Charts;

/// <summary>Colours for values: positions from 0 to 1, each with its colour as <c>#rrggbb</c>.</summary>
/// <param name="Stops">In rising order; the first stands at 0 and the last at 1.</param>
internal sealed record ColorScale((double At, string Color)[] Stops)
{
    /// <summary>For values around zero: blue below, white at zero, vermilion above.</summary>
    public static ColorScale Diverging { get; } = new(
        [(0, "#00467a"), (0.25, "#5b9ccb"), (0.5, "#ffffff"), (0.75, "#ea8a50"), (1, "#9a3f00")]);

    /// <summary>For values from none to many: white to dark blue.</summary>
    public static ColorScale Sequential { get; } = new(
        [(0, "#ffffff"), (0.25, "#c6ddf0"), (0.5, "#7fb4dc"), (0.75, "#2f7fbd"), (1, "#08305c")]);
}
