using System.Text.Json.Nodes;

namespace Plotly.NET;

/// <summary>Values that a figure falls back on; see <see cref="ChartTemplates"/>.</summary>
public sealed class Template
{
    internal Template(JsonObject json) => Json = json;

    internal JsonObject Json { get; }
}
