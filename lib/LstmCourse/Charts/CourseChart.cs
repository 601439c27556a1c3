using System.Text.Json.Nodes;
using LstmCourse.Display;
using Plotly.NET;
using PlotlySvg;

namespace LstmCourse.Charts;

/// <summary>
/// A chart of the course. A notebook shows it live where it can (plotly.js), as a drawing elsewhere (SVG), and as a
/// sentence where there is only text.
/// </summary>
[TypeFormatterSource(typeof(Formatters), PreferredMimeTypes = [MimeTypes.Plotly, MimeTypes.Svg, MimeTypes.Text])]
public sealed class CourseChart
{
    private readonly Action<JsonObject> _finish;
    private readonly Lazy<JsonObject> _figure;

    /// <param name="plotly">The chart.</param>
    /// <param name="finish">What Plotly.NET's C# calls cannot say, written into the figure (an object with <c>data</c> and
    /// <c>layout</c>).</param>
    internal CourseChart(GenericChart plotly, Action<JsonObject>? finish = null)
    {
        Plotly = plotly;
        _finish = finish ?? (_ => { });
        _figure = new(Finished);
    }

    /// <summary>The Plotly.NET chart inside. To restyle it and keep the course's look, see <see cref="With"/>.</summary>
    public GenericChart Plotly { get; }

    /// <summary>The figure as plotly.js reads it, with <c>data</c>, <c>layout</c> and <c>config</c>. Not to be changed.</summary>
    internal JsonObject Figure => _figure.Value;

    /// <summary>The same chart after a call of Plotly.NET.</summary>
    /// <example><code>chart.With(plotly => plotly.WithTitle("Another title"))</code></example>
    public CourseChart With(Func<GenericChart, GenericChart> style)
    {
        ArgumentNullException.ThrowIfNull(style);
        return new(style(Plotly), _finish);
    }

    /// <summary>The figure as JSON: an object with <c>data</c>, <c>layout</c> and <c>config</c>; numbers to six significant
    /// digits.</summary>
    public string ToPlotlyJson() => FigureWriter.Write(Figure);

    /// <summary>The chart as an SVG drawing.</summary>
    public string ToSvg() => FigureSvg.Draw(Figure, ToString());

    /// <summary>What the chart shows, in words: its title, and the range of each series.</summary>
    public override string ToString() => FigureText.Describe(Figure);

    private JsonObject Finished()
    {
        var figure = FigureReader.Read(Plotly);
        var layout = figure.Layout();
        layout["template"] ??= Theme.Template();
        _finish(figure);
        layout["width"] ??= (double)Theme.Width;
        layout["height"] ??= (double)Theme.Height;
        figure["config"] = new JsonObject { ["displaylogo"] = false };
        return figure;
    }

    private sealed class Formatters : IFormatterSource
    {
        public IEnumerable<object> CreateTypeFormatters() =>
        [
            new MimeFormatter<CourseChart>(MimeTypes.Plotly, chart => chart.ToPlotlyJson()),
            new MimeFormatter<CourseChart>(MimeTypes.Svg, chart => chart.ToSvg()),
            new MimeFormatter<CourseChart>(MimeTypes.Text, chart => chart.ToString()),
        ];
    }
}
