using System.Text.Json.Nodes;

namespace Plotly.NET;

/// <summary>What a style parameter becomes in the figure: mostly one word of plotly.js.</summary>
internal interface IStyleWord
{
    JsonNode Json { get; }
}
