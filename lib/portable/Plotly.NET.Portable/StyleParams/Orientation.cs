using System.Text.Json.Nodes;

namespace Plotly.NET;

public static partial class StyleParam
{
    public sealed class Orientation : IStyleWord
    {
        private readonly string _word;

        private Orientation(string word) => _word = word;

        public static Orientation Horizontal { get; } = new("h");
        public static Orientation Vertical { get; } = new("v");

        JsonNode IStyleWord.Json => _word;
    }
}
