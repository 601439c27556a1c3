using System.Globalization;
using System.Text.Json.Nodes;
using Plotly.NET.CSharp;

namespace Plotly.NET;

/// <summary>Writes arguments into the JSON objects that plotly.js reads.</summary>
internal static class Json
{
    /// <summary>Sets <paramref name="key"/> if the argument was given.</summary>
    public static JsonObject With<T>(this JsonObject target, string key, Optional<T> value)
    {
        if (value.IsSome) target[key] = Of(value.Value);
        return target;
    }

    /// <summary>Sets <paramref name="key"/> to an array if the argument was given.</summary>
    public static JsonObject WithMany<T>(this JsonObject target, string key, Optional<IEnumerable<T>> values)
    {
        if (values.IsSome) target[key] = Many(values.Value);
        return target;
    }

    /// <summary>Sets <paramref name="key"/> to the array if that was given, else to the single value if that was.</summary>
    public static JsonObject WithOneOrMany<T>(this JsonObject target, string key, Optional<T> one, Optional<IEnumerable<T>> many) =>
        many.IsSome ? target.WithMany(key, many) : target.With(key, one);

    public static JsonObject With(this JsonObject target, string key, JsonNode value)
    {
        target[key] = value;
        return target;
    }

    public static JsonArray Many<T>(IEnumerable<T> values) => new([.. values.Select(value => Of(value))]);

    // Plotly.NET writes what JSON has no number for as text.
    public static JsonNode? Of<T>(T value) => value switch
    {
        null => null,
        string text => JsonValue.Create(text),
        bool flag => JsonValue.Create(flag),
        double number when !double.IsFinite(number) => JsonValue.Create(number.ToString(CultureInfo.InvariantCulture)),
        double number => JsonValue.Create(number),
        float number when !float.IsFinite(number) => JsonValue.Create(number.ToString(CultureInfo.InvariantCulture)),
        float number => JsonValue.Create(number),
        int number => JsonValue.Create(number),
        long number => JsonValue.Create(number),
        decimal number => JsonValue.Create(number),
        DateTime time => JsonValue.Create(time.ToString("yyyy-MM-ddTHH:mm:ss.FFFFFFF", CultureInfo.InvariantCulture)),
        Color color => color.Json.DeepClone(),
        IStyleWord word => word.Json,
        IConvertible other => JsonValue.Create(other.ToDouble(CultureInfo.InvariantCulture)),
        _ => throw new NotSupportedException($"Expected a number, a text or a date; got {value.GetType()}."),
    };

    /// <summary>Lays <paramref name="over"/> upon <paramref name="under"/>: objects merge, notes and shapes add up, other values are
    /// replaced.</summary>
    public static JsonObject Merge(JsonObject under, JsonObject over)
    {
        var result = under.DeepClone().AsObject();
        foreach (var (key, value) in over)
        {
            result[key] = (result[key], value) switch
            {
                (JsonObject a, JsonObject b) => Merge(a, b),
                (JsonArray a, JsonArray b) when key is "annotations" or "shapes" or "images" =>
                    new JsonArray([.. a.Concat(b).Select(item => item?.DeepClone())]),
                _ => value?.DeepClone(),
            };
        }

        return result;
    }
}
