using System.Text.Json.Nodes;
using LstmCourse.Notebooks.Documents;
using LstmCourse.Notebooks.Kernel.Formatting;

namespace LstmCourse.Notebooks.Tests.Kernel.Formatting;

public sealed class ValueFormatterTests
{
    [Fact]
    public void Objects_of_one_kind_become_a_table()
    {
        var bundle = ValueFormatter.Format(new[] { new Row("<b>", 1, null), new Row("two\nlines", 20, 0.5) });
        Assert.Equal(
            "<table><thead><tr><th>Name</th><th>Count</th><th>Share</th></tr></thead><tbody><tr><td>&lt;b&gt;</td><td>1</td><td></td></tr><tr><td>two lines</td><td>20</td><td>0.5</td></tr></tbody></table>",
            Text(bundle, "text/html"));
        Assert.Equal("Name       Count  Share\n<b>            1\ntwo lines     20    0.5", Text(bundle, "text/plain"));
    }

    [Fact]
    public void A_long_table_is_cut_and_says_so()
    {
        var text = Text(ValueFormatter.Format(Enumerable.Range(0, 100).Select(i => new { I = i }).ToList()), "text/plain");
        Assert.Equal(22, text.Split('\n').Length);
        Assert.EndsWith("\n… 100 rows in all", text, StringComparison.Ordinal);
        Assert.EndsWith("\n…", Text(ValueFormatter.Format(Endless()), "text/plain"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(new[] { 1, 2 })]
    [InlineData((object)new[] { "a" })]
    public void Simple_values_become_no_table(object value) => Assert.Null(ValueFormatter.Format(value)["text/html"]);

    [Fact]
    public void A_type_brings_its_own_formatters_and_their_order()
    {
        var bundle = ValueFormatter.Format(new Chart(3));
        Assert.Equal(["image/svg+xml", "application/vnd.plotly.v1+json", "text/plain"], bundle.Representations.Select(r => r.Key));
        Assert.Equal("<svg>3</svg>", Text(bundle, "image/svg+xml"));
        Assert.Equal(3, bundle["application/vnd.plotly.v1+json"]!["size"]!.GetValue<int>());
        Assert.Equal("a chart of 3", Text(bundle, "text/plain"));
        Assert.NotNull(ValueFormatter.Format(new SpecialChart(4))["image/svg+xml"]);
        Assert.NotNull(ValueFormatter.Format(new Shown())["image/svg+xml"]);
    }

    [Fact]
    public void A_formatter_that_fails_costs_only_its_own_form()
    {
        var bundle = ValueFormatter.Format(new Chart(-1));
        var text = Text(bundle, "text/plain");
        Assert.Contains("Chart { Size = -1 }", text, StringComparison.Ordinal);
        Assert.Contains("(its formatter failed: ArgumentException: negative)", text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_ToString_that_fails_is_no_failure_of_the_cell() =>
        Assert.Equal("Sulking (its ToString failed: InvalidOperationException: no)",
            Text(ValueFormatter.Format(new Sulking()), "text/plain"));

    private static IEnumerable<Row> Endless()
    {
        while (true) yield return new Row("x", 1, 2);
    }

    private static string Text(MimeBundle bundle, string mimeType) => bundle[mimeType]!.GetValue<string>();

    public sealed record Row(string Name, int Count, double? Share);

    [TypeFormatterSource(typeof(ChartFormatters), PreferredMimeTypes = ["image/svg+xml", "application/vnd.plotly.v1+json"])]
    public record Chart(int Size);

    public sealed record SpecialChart(int Size) : Chart(Size);

    [TypeFormatterSource(typeof(ChartFormatters))]
    public interface IShown
    {
        int Size { get; }
    }

    public sealed record Shown : IShown
    {
        public int Size => 1;
    }

    public sealed class Sulking
    {
        public override string ToString() => throw new InvalidOperationException("no");
    }

    [AttributeUsage(AttributeTargets.All)]
    public sealed class TypeFormatterSourceAttribute(Type formatterSourceType) : Attribute
    {
        public Type FormatterSourceType { get; } = formatterSourceType;

        public string[] PreferredMimeTypes { get; set; } = [];
    }

    public sealed class ChartFormatters
    {
        private readonly string _plotly = "application/vnd.plotly.v1+json";

        public IEnumerable<object> CreateTypeFormatters() =>
        [
            new Formatter(_plotly, s => new JsonObject { ["size"] = s }.ToJsonString()),
            new Formatter("image/svg+xml", s => s < 0 ? throw new ArgumentException("negative") : $"<svg>{s}</svg>"),
            new Formatter("text/plain", s => $"a chart of {s}"),
        ];
    }

    public sealed class Formatter(string mimeType, Func<int, string> format)
    {
        public string MimeType { get; } = mimeType;

        public bool Format(object value, TextWriter writer)
        {
            writer.Write(format(value is Chart chart ? chart.Size : ((IShown)value).Size));
            return true;
        }
    }
}
