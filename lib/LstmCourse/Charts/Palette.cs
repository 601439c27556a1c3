namespace LstmCourse.Charts;

/// <summary>
/// The course's colours. Hues follow Okabe and Ito's set, which people with any common colour vision tell apart; some are
/// darkened to stand out on white. Dashes and markers carry the same difference without colour.
/// </summary>
public static class Palette
{
    /// <summary>The forget gate f.</summary>
    public static GateStyle Forget { get; } = new("forget gate", "f", "#d55e00", "dash", "square");

    /// <summary>The input gate i.</summary>
    public static GateStyle Input { get; } = new("input gate", "i", "#0072b2", "solid", "circle");

    /// <summary>The candidate g, in some books c̃.</summary>
    public static GateStyle Candidate { get; } = new("candidate", "g", "#008a63", "dot", "diamond");

    /// <summary>The output gate o.</summary>
    public static GateStyle Output { get; } = new("output gate", "o", "#b8558f", "dashdot", "triangle-up");

    /// <summary>The cell state c.</summary>
    public static GateStyle Cell { get; } = new("cell state", "c", "#24292f", "solid", "circle");

    /// <summary>The hidden state h.</summary>
    public static GateStyle Hidden { get; } = new("hidden state", "h", "#c27c00", "dash", "square");

    /// <summary>The update gate z of a GRU, which keeps the old state as an LSTM's forget gate does, and looks like it.</summary>
    public static GateStyle Update { get; } = Forget with { Name = "update gate", Symbol = "z" };

    /// <summary>The reset gate r of a GRU.</summary>
    public static GateStyle Reset { get; } = Output with { Name = "reset gate", Symbol = "r" };

    /// <summary>All of the above.</summary>
    public static IReadOnlyList<GateStyle> Gates { get; } = [Forget, Input, Candidate, Output, Cell, Hidden, Update, Reset];

    /// <summary>For series that are no gate, in order of use.</summary>
    public static IReadOnlyList<GateStyle> Series { get; } =
    [
        new("", "", "#0072b2", "solid", "circle"),
        new("", "", "#d55e00", "dash", "square"),
        new("", "", "#008a63", "dot", "diamond"),
        new("", "", "#b8558f", "dashdot", "triangle-up"),
        new("", "", "#c27c00", "longdash", "triangle-down"),
        new("", "", "#24292f", "longdashdot", "cross"),
    ];

    /// <summary>The style of the <paramref name="index"/>-th series; after the last it starts again.</summary>
    internal static GateStyle OfSeries(int index) => Series[index % Series.Count];
}
