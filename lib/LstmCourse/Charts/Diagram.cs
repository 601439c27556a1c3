using LstmCourse.Display;
using PlotlySvg.Diagrams;

namespace LstmCourse.Charts;

/// <summary>A drawing without data behind it, such as the inside of an LSTM cell. See <see cref="Diagrams"/>.</summary>
[TypeFormatterSource(typeof(Formatters), PreferredMimeTypes = [MimeTypes.Svg, MimeTypes.Text])]
public sealed class Diagram
{
    private readonly string _svg;
    private readonly string _description;

    internal Diagram(DiagramCanvas canvas) => (_svg, _description) = (canvas.ToSvg(), canvas.Description);

    /// <summary>The drawing as SVG.</summary>
    public string ToSvg() => _svg;

    /// <summary>What the drawing shows, in words.</summary>
    public override string ToString() => _description;

    private sealed class Formatters : IFormatterSource
    {
        public IEnumerable<object> CreateTypeFormatters() =>
        [
            new MimeFormatter<Diagram>(MimeTypes.Svg, diagram => diagram.ToSvg()),
            new MimeFormatter<Diagram>(MimeTypes.Text, diagram => diagram.ToString()),
        ];
    }
}
