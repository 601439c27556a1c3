using LstmCourse.Charts;
using LstmCourse.Display;
using Microsoft.Data.Analysis;
using Microsoft.DotNet.Interactive.Formatting;
using Plotly.NET;

namespace LstmCourse;

/// <summary>
/// Teaches the notebook's kernel to show what other libraries make: a chart of Plotly.NET like a chart of the course, and a data frame as
/// a table without script. The library's own types need nothing: they carry their formatters with them.
/// </summary>
public static class NotebookDisplay
{
    private static int _isRegistered;

    /// <summary>Registers the formatters with .NET Interactive's <see cref="Formatter"/>, once a cell speaks of such a type. Calling it
    /// again does nothing.</summary>
    public static void Register()
    {
        if (Interlocked.Exchange(ref _isRegistered, 1) != 0) return;
        FirstUse.Of("Plotly.NET", static () => Try(RegisterCharts));
        FirstUse.Of("Microsoft.Data.Analysis", static () => Try(RegisterDataFrames));
    }

    private static void RegisterCharts() => Show<GenericChart>(
        (MimeTypes.Plotly, chart => Plots.Of(chart).ToPlotlyJson()),
        (MimeTypes.Svg, chart => Plots.Of(chart).ToSvg()),
        (MimeTypes.Text, chart => Plots.Of(chart).ToString()));

    private static void RegisterDataFrames()
    {
        Show<DataFrame>(
            (MimeTypes.Html, frame => new DataFrameTable(frame.Columns).ToHtml()),
            (MimeTypes.Text, frame => new DataFrameTable(frame.Columns).ToString()));
        Show<DataFrameColumn>(
            (MimeTypes.Html, column => new DataFrameTable([column]).ToHtml()),
            (MimeTypes.Text, column => new DataFrameTable([column]).ToString()));
    }

    private static void Show<T>(params ReadOnlySpan<(string MimeType, Func<T, string> Write)> formats)
    {
        var mimeTypes = new string[formats.Length];
        for (var i = 0; i < formats.Length; i++)
        {
            mimeTypes[i] = formats[i].MimeType;
            Formatter.Register(formats[i].Write, formats[i].MimeType);
        }

        Formatter.SetPreferredMimeTypesFor(typeof(T), mimeTypes);
    }

    // Where .NET Interactive's formatters are not to be had, nobody asks for them either, and loading a cell must not fail.
    private static void Try(Action register)
    {
        try
        {
            register();
        }
        catch (IOException)
        {
        }
    }
}
