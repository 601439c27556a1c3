using System.Text.Json.Nodes;
using LstmCourse.Notebooks.Documents;

namespace LstmCourse.Notebooks.Comparison;

/// <summary>How far a number may lie from the committed one, and whether numbers count at all.</summary>
/// <param name="Relative">The allowed distance as a part of the larger magnitude.</param>
/// <param name="Absolute">The distance that is always allowed, so that rounding noise around zero is no difference.</param>
/// <param name="WholeNumbersExact">
/// Whether two whole numbers in a text must be equal: counts, sizes and labels do not come near, they are right or wrong.
/// </param>
/// <param name="AbsoluteInTags">The distance that is always allowed between numbers inside the tags of a drawing, in its units.</param>
/// <param name="IgnoresNumbers">Whether numbers with their units of time and memory are not compared.</param>
internal sealed record Tolerance(double Relative, double Absolute, bool WholeNumbersExact, double AbsoluteInTags, bool IgnoresNumbers)
{
    /// <summary>The tag of cells whose numbers are times or memory figures.</summary>
    public const string VolatileTag = "volatile";

    public static Tolerance Default { get; } = new(Relative: 1e-4, Absolute: 1e-12, WholeNumbersExact: true, AbsoluteInTags: 0,
        IgnoresNumbers: false);

    /// <summary>
    /// The tolerance of a cell: the default, unless its metadata hold <c>"lstmcourse": {"tolerance": 0.01}</c> or
    /// <c>{"tolerance": {"relative": 0.01, "absolute": 1e-6}}</c>, which then goes for whole numbers too.
    /// </summary>
    public static Tolerance Of(Cell cell)
    {
        var tolerance = Default with { IgnoresNumbers = cell.HasTag(VolatileTag) };
        var setting = (cell.Metadata["lstmcourse"] as JsonObject)?["tolerance"];
        if (Number(setting) is { } relative) return tolerance with { Relative = relative, WholeNumbersExact = false };
        if (setting is not JsonObject both) return tolerance;
        return tolerance with
        {
            Relative = Number(both["relative"]) ?? tolerance.Relative,
            Absolute = Number(both["absolute"]) ?? tolerance.Absolute,
            WholeNumbersExact = false,
        };
    }

    /// <summary>The same for numbers inside tags, which are never counts.</summary>
    public Tolerance InTags => this with { Absolute = Math.Max(Absolute, AbsoluteInTags), WholeNumbersExact = false };

    public bool Allows(double expected, double actual)
    {
        if (IgnoresNumbers || expected.Equals(actual)) return true;
        return Math.Abs(expected - actual) <= Math.Max(Absolute, Relative * Math.Max(Math.Abs(expected), Math.Abs(actual)));
    }

    private static double? Number(JsonNode? node) => node is JsonValue value && value.TryGetValue<double>(out var number) ? number : null;
}
