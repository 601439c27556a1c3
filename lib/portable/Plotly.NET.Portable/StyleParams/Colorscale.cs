using System.Text.Json.Nodes;

namespace Plotly.NET;

public static partial class StyleParam
{
    public sealed class Colorscale : IStyleWord
    {
        private readonly JsonNode _value;

        private Colorscale(JsonNode value) => _value = value;

        public static Colorscale Greys { get; } = new("Greys");
        public static Colorscale Greens { get; } = new("Greens");
        public static Colorscale Bluered { get; } = new("Bluered");
        public static Colorscale RdBu { get; } = new("RdBu");
        public static Colorscale Picnic { get; } = new("Picnic");
        public static Colorscale Rainbow { get; } = new("Rainbow");
        public static Colorscale Portland { get; } = new("Portland");
        public static Colorscale Jet { get; } = new("Jet");
        public static Colorscale Hot { get; } = new("Hot");
        public static Colorscale Blackbody { get; } = new("Blackbody");
        public static Colorscale Earth { get; } = new("Earth");
        public static Colorscale Electric { get; } = new("Electric");
        public static Colorscale Viridis { get; } = new("Viridis");
        public static Colorscale Cividis { get; } = new("Cividis");
        public static Colorscale YIGnBu { get; } = new("YlGnBu");
        public static Colorscale YIOrRd { get; } = new("YlOrRd");

        JsonNode IStyleWord.Json => _value.DeepClone();

        /// <summary>A scale of one's own: positions from 0 to 1, each with its colour.</summary>
        public static Colorscale NewCustom(IEnumerable<Tuple<double, Color>> item) =>
            new(new JsonArray([.. item.Select(stop => new JsonArray(stop.Item1, stop.Item2.Json.DeepClone()))]));
    }
}
