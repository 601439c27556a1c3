using Plotly.NET;

namespace LstmCourse.Charts;

/// <summary>Calls that Plotly.NET offers to F# alone, in a form for C#. Each gives a new chart.</summary>
public static class GenericCharts
{
    /// <summary>The same chart with a title above it.</summary>
    /// <param name="chart">The chart.</param>
    /// <param name="title">May hold <c>&lt;sub&gt;</c>, <c>&lt;sup&gt;</c>, <c>&lt;b&gt;</c>, <c>&lt;i&gt;</c> and
    /// <c>&lt;br&gt;</c>.</param>
    public static GenericChart WithTitle(this GenericChart chart, string title) => Chart.withTitle(title, null).Invoke(chart);

    /// <summary>The same chart with a legend, or without.</summary>
    /// <param name="chart">The chart.</param>
    /// <param name="isShown">Whether the legend is there.</param>
    public static GenericChart WithLegend(this GenericChart chart, bool isShown) => chart.WithLayout("showlegend", isShown);

    /// <summary>The same chart in another look, such as <c>ChartTemplates.dark</c>.</summary>
    /// <param name="chart">The chart.</param>
    /// <param name="template">Takes the place of the course's look.</param>
    public static GenericChart WithTemplate(this GenericChart chart, Template template) => Chart.withTemplate(template).Invoke(chart);

    /// <summary>The same chart with one setting of plotly.js's layout, for what has no call of its own.</summary>
    /// <param name="chart">The chart.</param>
    /// <param name="name">As plotly.js spells it, such as <c>bargap</c>.</param>
    /// <param name="value">A number, a text, a truth value, or an object of Plotly.NET.</param>
    public static GenericChart WithLayout(this GenericChart chart, string name, object value)
    {
        var layout = new Layout();
        layout.SetProperty(name, value);
        return Chart.withLayout(layout).Invoke(chart);
    }
}
