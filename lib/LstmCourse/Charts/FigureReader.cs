using System.Collections;
using System.Globalization;
using System.Text.Json.Nodes;
using Plotly.NET;
using PlotlySvg;

namespace LstmCourse.Charts;

/// <summary>
/// Reads a chart of Plotly.NET, a tree of objects with properties, into the figure that plotly.js understands. Plotly.NET's own way leads
/// over Newtonsoft's dynamic objects and text, which costs a second at the first chart and has to be parsed again.
/// </summary>
internal static class FigureReader
{
    /// <summary>An object with <c>data</c> and <c>layout</c>, which may be edited. Numbers have six significant digits, what is no number
    /// is null, and Plotly.NET's own template, eight kilobytes of it, is left out.</summary>
    public static JsonObject Read(GenericChart chart)
    {
        var layout = new JsonObject();
        foreach (var (key, value) in GenericChart.getLayout(chart).GetProperties(includeInstanceProperties: true))
        {
            if (key != "template" || !Equals(value, Defaults.DefaultTemplate)) layout[key] = Node(value);
        }

        return new() { ["data"] = new JsonArray([.. GenericChart.getTraces(chart).Select(Node)]), ["layout"] = layout };
    }

    private static JsonNode? Node(object? value) => value switch
    {
        null => null,
        string text => JsonValue.Create(text),
        bool flag => JsonValue.Create(flag),
        Color color => Node(color.Value),
        ARGB color => Written(color),
        DynamicObj.DynamicObj part => Object(part.GetProperties(includeInstanceProperties: true)),
        IEnumerable<KeyValuePair<string, object>> part => Object(part),
        IEnumerable items => new JsonArray([.. items.Cast<object?>().Select(Node)]),
        DateTime or DateTimeOffset or DateOnly or TimeOnly => Time((IFormattable)value),
        IConvertible number when IsNumber(number) => Number(number.ToDouble(CultureInfo.InvariantCulture)),
        _ => Convert.ToString(value, CultureInfo.InvariantCulture),
    };

    private static JsonObject Object(IEnumerable<KeyValuePair<string, object>> properties)
    {
        var json = new JsonObject();
        foreach (var (key, value) in properties) json[key] = Node(value);
        return json;
    }

    private static bool IsNumber(IConvertible value) => value.GetTypeCode() is >= TypeCode.SByte and <= TypeCode.Decimal;

    private static JsonValue? Number(double value) => double.IsFinite(value) ? JsonValue.Create(FigureNumber.Round(value)) : null;

    // ISO 8601, without what is zero at the end of the seconds.
    private static JsonNode Time(IFormattable time) => time.ToString(
        time switch
        {
            DateTime => "yyyy-MM-ddTHH:mm:ss.FFFFFFFK",
            DateTimeOffset => "yyyy-MM-ddTHH:mm:ss.FFFFFFFzzz",
            DateOnly => "yyyy-MM-dd",
            _ => "HH:mm:ss.FFFFFFF",
        },
        CultureInfo.InvariantCulture);

    // Plotly.NET itself writes rgba(…) even where nothing shines through.
    private static string Written(ARGB color) => color.A == byte.MaxValue
        ? $"#{color.R:x2}{color.G:x2}{color.B:x2}"
        : string.Create(CultureInfo.InvariantCulture, $"rgba({color.R}, {color.G}, {color.B}, {color.A / 255.0:0.0##})");
}
