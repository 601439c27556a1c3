using System.Text.Json.Nodes;
using System.Xml.Linq;
using LstmCourse.Charts;
using LstmCourse.Display;

namespace LstmCourse.Tests.Display;

/// <summary>What a notebook kernel finds by name alone, without a reference to the library.</summary>
public class DisplayBundleTests
{
    [Fact]
    public void A_chart_is_live_drawn_and_told_in_this_order()
    {
        var bundle = Bundle(Plots.Memory([0.1, 0.2], [0.05, 0.1]));
        Assert.Equal(["application/vnd.plotly.v1+json", "image/svg+xml", "text/plain"], bundle.Select(entry => entry.MimeType));
        var figure = JsonNode.Parse(bundle[0].Text)!.AsObject();
        Assert.Equal(["config", "data", "layout"], figure.Select(member => member.Key));
        Assert.IsType<JsonArray>(figure["data"]);
        Assert.True(figure["layout"]!["width"]!.GetValue<double>() > 0 && figure["layout"]!["height"]!.GetValue<double>() > 0);
        Assert.Equal("svg", XDocument.Parse(bundle[1].Text).Root!.Name.LocalName);
        Assert.StartsWith("Chart: Memory over time.", bundle[2].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_diagram_is_drawn_and_told() =>
        Assert.Equal(["image/svg+xml", "text/plain"], Bundle(Diagrams.RnnCell()).Select(entry => entry.MimeType));

    [Fact]
    public void A_table_is_html_and_text()
    {
        var bundle = Bundle(new Table(["model", "accuracy"], [["LSTM", 0.884]]));
        Assert.Equal(["text/html", "text/plain"], bundle.Select(entry => entry.MimeType));
    }

    [Fact]
    public void A_formatter_refuses_what_is_not_its_type()
    {
        var formatter = Formatters(Plots.Memory([0], [0])).First();
        Assert.False(Format(formatter, "a text", new StringWriter()));
    }

    [Theory]
    [InlineData(typeof(CourseChart))]
    [InlineData(typeof(Diagram))]
    [InlineData(typeof(Table))]
    public void Every_preferred_type_has_its_formatter_and_text_is_the_last(Type type)
    {
        var preferred = Attribute(type).PreferredMimeTypes;
        Assert.Equal("text/plain", preferred[^1]);
        Assert.Equal(
            preferred, Create(type).Select(formatter => (string)formatter.GetType().GetProperty("MimeType")!.GetValue(formatter)!));
    }

    private static (string MimeType, string Text)[] Bundle(object value) => [.. Formatters(value).Select(formatter =>
    {
        var writer = new StringWriter();
        Assert.True(Format(formatter, value, writer));
        return ((string)formatter.GetType().GetProperty("MimeType")!.GetValue(formatter)!, writer.ToString());
    })];

    private static IEnumerable<object> Formatters(object value)
    {
        var all = Create(value.GetType()).ToDictionary(
            formatter => (string)formatter.GetType().GetProperty("MimeType")!.GetValue(formatter)!);
        return Attribute(value.GetType()).PreferredMimeTypes.Select(mimeType => all[mimeType]);
    }

    private static bool Format(object formatter, object value, TextWriter writer) =>
        (bool)formatter.GetType().GetMethod("Format", [typeof(object), typeof(TextWriter)])!.Invoke(formatter, [value, writer])!;

    private static IEnumerable<object> Create(Type type)
    {
        var source = Activator.CreateInstance(Attribute(type).FormatterSourceType)!;
        return (IEnumerable<object>)source.GetType().GetMethod("CreateTypeFormatters")!.Invoke(source, null)!;
    }

    private static (Type FormatterSourceType, string[] PreferredMimeTypes) Attribute(Type type)
    {
        var attribute = type.GetCustomAttributes(inherit: true).Single(
            candidate => candidate.GetType().Name == "TypeFormatterSourceAttribute");
        return (
            (Type)attribute.GetType().GetProperty("FormatterSourceType")!.GetValue(attribute)!,
            (string[])attribute.GetType().GetProperty("PreferredMimeTypes")!.GetValue(attribute)!);
    }
}
