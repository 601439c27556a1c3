namespace PlotlySvg;

/// <summary>The start of every drawing: size, font, words for those who do not see it, and a light ground that also suits a dark
/// page.</summary>
internal static class SvgPage
{
    public static SvgWriter Open(double width, double height, string title, string description, CssColor ground)
    {
        var svg = new SvgWriter().Open(
            "svg", ("xmlns", "http://www.w3.org/2000/svg"), ("width", width), ("height", height),
            ("viewBox", $"0 0 {SvgWriter.Number(width)} {SvgWriter.Number(height)}"), ("role", "img"), ("font-family", Defaults.Font),
            ("style", "max-width:100%;height:auto"));
        if (title.Length > 0) svg.Holding("title", SvgWriter.Escape(title));
        svg.Holding("desc", SvgWriter.Escape(description));
        if (ground.Opacity > 0)
            svg.Empty(
                "rect", ("width", width), ("height", height), ("rx", 6.0), ("fill", ground.Css),
                ("fill-opacity", ground.Opacity < 1 ? ground.Opacity : null));
        return svg;
    }
}
