using System.Text.Json.Nodes;

namespace Plotly.NET;

public static partial class StyleParam
{
    public sealed class LayoutGridPattern : IStyleWord
    {
        private readonly string _word;

        private LayoutGridPattern(string word) => _word = word;

        public static LayoutGridPattern Independent { get; } = new("independent");
        public static LayoutGridPattern Coupled { get; } = new("coupled");

        JsonNode IStyleWord.Json => _word;
    }
}
