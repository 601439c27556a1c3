namespace Plotly.NET;

/// <summary>What a new chart starts with, unless it is made with <c>UseDefaults: false</c>.</summary>
public static class Defaults
{
    static Defaults() => reset();

    public static int DefaultWidth { get; set; }

    public static int DefaultHeight { get; set; }

    public static Template DefaultTemplate { get; set; } = ChartTemplates.plotly;

    public static void reset()
    {
        DefaultWidth = 600;
        DefaultHeight = 600;
        DefaultTemplate = ChartTemplates.plotly;
    }
}
