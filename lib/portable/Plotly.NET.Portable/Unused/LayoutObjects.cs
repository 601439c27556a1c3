namespace Plotly.NET.LayoutObjects;

// Types that the official signatures name and the course never passes: without a way to make one, they can only be left out.
public sealed class Domain
{
    private Domain()
    {
    }
}

public sealed class Hoverlabel
{
    private Hoverlabel()
    {
    }
}

public sealed class RangeSelector
{
    private RangeSelector()
    {
    }
}

public sealed class RangeSlider
{
    private RangeSlider()
    {
    }
}
