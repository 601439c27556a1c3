namespace Plotly.NET;

// Types that the official signatures name and the course never passes: without a way to make one, they can only be left out.
public sealed class ColorBar
{
    private ColorBar()
    {
    }
}

public sealed class Font
{
    private Font()
    {
    }
}

public sealed class Line
{
    private Line()
    {
    }
}

public sealed class Title
{
    private Title()
    {
    }
}
