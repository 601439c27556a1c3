namespace Plotly.NET.TraceObjects;

// Types that the official signatures name and the course never passes: without a way to make one, they can only be left out.
public sealed class Bins
{
    private Bins()
    {
    }
}

public sealed class Cumulative
{
    private Cumulative()
    {
    }
}

public sealed class Error
{
    private Error()
    {
    }
}

public sealed class Marker
{
    private Marker()
    {
    }
}

public sealed class Pattern
{
    private Pattern()
    {
    }
}
