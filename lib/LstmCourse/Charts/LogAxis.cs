using System.Text.Json.Nodes;

namespace LstmCourse.Charts;

/// <summary>Spaces the ticks of a logarithmic axis that shows few powers of ten, where plotly.js alone writes a lone digit beside each
/// grid line: 2, 5, and for less than two powers of ten all from 2 to 9. The drawings choose such ticks by themselves.</summary>
internal static class LogAxis
{
    // From here on plotly.js labels powers of ten only.
    private const double Many = 7;

    /// <param name="axis">The axis' part of the layout.</param>
    /// <param name="lines">What is drawn on it.</param>
    public static void Space(JsonObject axis, IEnumerable<LineSeries> lines)
    {
        if (axis["range"] is JsonArray) return;
        var values = lines.SelectMany(line => line.Y).Where(value => double.IsFinite(value) && value > 0).ToArray();
        if (values.Length == 0) return;
        var powers = Math.Log10(values.Max()) - Math.Log10(values.Min());
        switch (powers)
        {
            case >= Many or 0:
                return;
            case >= 2:
                axis["dtick"] = 1;
                return;
            case >= 0.5:
                axis["dtick"] = "D2";
                axis["tickformat"] = "~g";
                return;
        }
    }
}
