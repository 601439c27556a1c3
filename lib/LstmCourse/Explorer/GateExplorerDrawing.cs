using System.Globalization;
using System.Text;
using LstmCourse.Charts;
using LstmCourse.Scratch.Scalar;

namespace LstmCourse.Explorer;

/// <summary>
/// Draws one step as labelled bars. The page's script moves the same bars: it finds them by their <c>data-</c> attributes.
/// </summary>
internal static class GateExplorerDrawing
{
    private const double Width = 640, Left = 190, Track = 370, RowHeight = 27, HeadingHeight = 30, BarHeight = 15;
    private const string Font = "Helvetica, Arial, 'Liberation Sans', sans-serif";

    public static string Draw(LstmStep step)
    {
        var body = new StringBuilder();
        var y = 6.0;

        Heading("gates", "0 shut", "1 open");
        Row("f", "forget gate f", "forget", Palette.Forget, step.Forget, 0, 1);
        Row("i", "input gate i", "input", Palette.Input, step.Input, 0, 1);
        Row("o", "output gate o", "output", Palette.Output, step.Output, 0, 1);
        Heading("candidate", "−1", "1");
        Row("g", "candidate g", "candidate", Palette.Candidate, step.Candidate, -1, 1);
        Heading("memory", "−4", "4");
        Row("c", "old cell state c", "cell", Palette.Cell, step.PreviousCell, -4, 4);
        Row("kept", "what is kept, f·c", "forget", Palette.Forget, step.Kept, -4, 4);
        Row("written", "what is added, i·g", "input", Palette.Input, step.Written, -4, 4);
        Row("cell", "new cell state c′", "cell", Palette.Cell, step.Cell, -4, 4);
        Heading("shown", "−1", "1");
        Row("hidden", "new hidden state h′", "hidden", Palette.Hidden, step.Hidden, -1, 1);

        var height = y + 8;
        return Invariant($"""
            <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {Width} {height}" width="{Width}" height="{height}"
             role="img" font-family="{Font}" font-size="13">
            <title>One LSTM step: the gates, the candidate, the cell state and the hidden state as bars</title>
            <rect data-role="ground" width="{Width}" height="{height}" fill="#ffffff"/>
            {body}</svg>
            """).ReplaceLineEndings("\n");

        void Heading(string title, string low, string high)
        {
            var baseline = y + HeadingHeight - 10;
            body.Append(Invariant($"""
                <text data-role="ink" x="10" y="{baseline}" font-weight="bold" fill="#24292f">{title}</text>
                <text data-role="muted" x="{Left}" y="{baseline}" font-size="11" fill="#57606a">{low}</text>
                <text data-role="muted" x="{Left + Track}" y="{baseline}" font-size="11" text-anchor="end" fill="#57606a">{high}</text>

                """));
            y += HeadingHeight;
        }

        void Row(string key, string label, string color, GateStyle style, double value, double min, double max)
        {
            double Place(double v) => Left + (Math.Clamp(v, min, max) - min) / (max - min) * Track;
            var (from, to, zero) = (Place(Math.Max(min, 0)), Place(value), Place(0));
            var (top, baseline) = (y + (RowHeight - BarHeight) / 2 - 3, y + RowHeight / 2 + 2);
            var shown = GateExplorer.Number(value);
            body.Append(Invariant($"""
                <g data-row="{key}" data-min="{min}" data-max="{max}" data-left="{Left}" data-width="{Track}">
                <text data-role="ink" x="10" y="{baseline}" fill="#24292f">{label}</text>
                <rect data-role="track" x="{Left}" y="{top}" width="{Track}" height="{BarHeight}" rx="2" fill="#eaeef2"/>
                <rect data-bar="" data-color="{color}" x="{Math.Min(from, to):0.###}" y="{top}" width="{Math.Abs(to - from):0.###}"
                 height="{BarHeight}" fill="{style.Color}"/>
                <path data-role="zero" d="M{zero} {top - 2}V{top + BarHeight + 2}" stroke="#57606a"/>
                <text data-role="ink" data-value="" x="{Width - 10}" y="{baseline}" text-anchor="end" fill="#24292f">{shown}</text>
                </g>

                """));
            y += RowHeight;
        }
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
