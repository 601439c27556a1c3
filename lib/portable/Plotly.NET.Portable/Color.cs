using System.Globalization;
using System.Text.Json.Nodes;

namespace Plotly.NET;

public sealed class Color
{
    private Color(object value, JsonNode json) => (Value, Json) = (value, json);

    public object Value { get; }

    internal JsonNode Json { get; }

    /// <summary>Any name or CSS colour; it is passed on as it stands.</summary>
    public static Color fromString(string c) => new(c, c);

    /// <summary>Six hexadecimal digits, with or without <c>#</c> or <c>0x</c> before them.</summary>
    /// <exception cref="ArgumentException">There are not six of them.</exception>
    public static Color fromHex(string s)
    {
        ArgumentNullException.ThrowIfNull(s);
        var digits = s.TrimStart('#');
        if (digits.StartsWith("0x", StringComparison.OrdinalIgnoreCase)) digits = digits[2..];
        return digits.Length == 6 && int.TryParse(digits, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var rgb)
            ? fromRGB(rgb >> 16, (rgb >> 8) & 255, rgb & 255)
            : throw new ArgumentException($"Expected a colour of six hexadecimal digits such as #0072B2; got \"{s}\".", nameof(s));
    }

    public static Color fromRGB(int r, int g, int b) => fromARGB(255, r, g, b);

    public static Color fromARGB(int a, int r, int g, int b)
    {
        foreach (var part in (ReadOnlySpan<int>)[a, r, g, b])
        {
            if (part is < 0 or > 255) throw new ArgumentException($"Each part of a colour lies between 0 and 255; got {part}.");
        }

        var css = string.Create(CultureInfo.InvariantCulture, $"rgba({r}, {g}, {b}, {a / 255.0:0.0})");
        return new(css, css);
    }

    /// <summary>One colour for each point of a trace.</summary>
    public static Color fromColors(IEnumerable<Color> c)
    {
        var colors = c.ToArray();
        return new(colors, new JsonArray([.. colors.Select(color => color.Json.DeepClone())]));
    }

    public override bool Equals(object? obj) => obj is Color other && JsonNode.DeepEquals(Json, other.Json);

    public override int GetHashCode() => Json.ToJsonString().GetHashCode(StringComparison.Ordinal);
}
