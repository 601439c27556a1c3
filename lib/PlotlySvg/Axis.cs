using System.Globalization;
using System.Text.Json.Nodes;

namespace PlotlySvg;

/// <summary>How an axis reads its values.</summary>
internal enum AxisKind
{
    Linear,
    Log,
    Category,
}

/// <summary>
/// Maps values to pixels. A value first becomes a unit: itself, its logarithm to base ten, or the number of its category.
/// </summary>
internal sealed class Axis
{
    // Beyond this a difference of two values leaves the range of double.
    private const double Largest = 1e300;

    private readonly Dictionary<string, int> _categories = new(StringComparer.Ordinal);
    private readonly JsonNode? _settings;
    private double _dataLow = double.PositiveInfinity;
    private double _dataHigh = double.NegativeInfinity;
    private double _padding;
    private bool _startsAtZero;
    private bool _onlyWholeNumbers = true;

    /// <param name="settings">The axis' part of the layout.</param>
    /// <param name="isHorizontal">Whether it runs from left to right.</param>
    /// <param name="data">All values that the traces have on it, in order.</param>
    public Axis(JsonNode? settings, bool isHorizontal, IEnumerable<JsonNode?> data)
    {
        _settings = settings;
        IsHorizontal = isHorizontal;
        var values = data.Where(value => value is not null).ToArray();
        Kind = settings.Text("type") switch
        {
            "log" => AxisKind.Log,
            "category" => AxisKind.Category,
            "linear" => AxisKind.Linear,
            _ => values.Any(value => value.Text() is { } text && !IsNumber(text)) ? AxisKind.Category : AxisKind.Linear,
        };
        if (Kind != AxisKind.Category) return;
        foreach (var name in settings.Items("categoryarray").Concat(values).Select(Name)) _categories.TryAdd(name, _categories.Count);
        Include(-0.5);
        Include(Math.Max(1, _categories.Count) - 0.5);
    }

    public AxisKind Kind { get; }

    public bool IsHorizontal { get; }

    public bool IsReversed { get; private set; }

    public string? Title => _settings.Text("title", "text") ?? _settings.Text("title");

    public bool ShowsGrid => _settings.Flag("showgrid") ?? Kind != AxisKind.Category;

    public bool ShowsLine => _settings.Flag("showline") ?? true;

    public bool ShowsZeroLine => Kind == AxisKind.Linear && (_settings.Flag("zeroline") ?? true);

    /// <summary>The colour of the ticks, if the axis has its own.</summary>
    public string? TickColor => _settings.Text("tickcolor");

    public bool ShowsTicks => _settings.Text("ticks") != "";

    public bool ShowsLabels => _settings.Flag("showticklabels") ?? true;

    /// <summary>The least unit in sight.</summary>
    public double Low { get; private set; }

    /// <summary>The greatest unit in sight.</summary>
    public double High { get; private set; } = 1;

    /// <summary>Pixels to keep free at the far end, for labels beside bars.</summary>
    public double RoomAtEnd { get; set; }

    private double Start { get; set; }

    private double End { get; set; }

    /// <summary>The unit of a value; not-a-number if it has no place here, such as zero on a logarithmic axis.</summary>
    public double Unit(JsonNode? value)
    {
        if (value is null) return double.NaN;
        if (Kind == AxisKind.Category) return _categories.TryGetValue(Name(value), out var index) ? index : value.Number() ?? double.NaN;
        if (value.Number() is { } number) return Unit(number);
        return double.TryParse(value.Text(), CultureInfo.InvariantCulture, out number) ? Unit(number) : double.NaN;
    }

    public double Unit(double value) => !double.IsFinite(value) ? double.NaN
        : Kind != AxisKind.Log ? Math.Clamp(value, -Largest, Largest)
        : value > 0 ? Math.Log10(value) : double.NaN;

    /// <summary>Sees to it that a unit is in sight.</summary>
    public void Include(double unit)
    {
        if (!double.IsFinite(unit)) return;
        _dataLow = Math.Min(_dataLow, unit);
        _dataHigh = Math.Max(_dataHigh, unit);
        _onlyWholeNumbers &= unit == Math.Floor(unit);
    }

    /// <summary>Asks for free room beyond the data, as a share of its range.</summary>
    public void Pad(double share) => _padding = Math.Max(_padding, share);

    /// <summary>Starts the axis exactly at zero, as bars must.</summary>
    public void StartAtZero()
    {
        if (Kind == AxisKind.Linear) Include(0);
        _startsAtZero = true;
    }

    /// <summary>Lays the axis between two pixels. May be called again.</summary>
    public void Place(double start, double end)
    {
        SetRange(Math.Abs(end - start));
        (Start, End) = IsReversed ? (end, start) : (start, end);
    }

    public double Pixel(double unit) => Start + (unit - Low) / (High - Low) * (End - Start);

    public bool Contains(double unit) => unit >= Low - 1e-9 * (High - Low) && unit <= High + 1e-9 * (High - Low);

    /// <summary>At most <paramref name="most"/> ticks; all of them on an axis of categories, which its labels thin out.</summary>
    public Tick[] Ticks(int most)
    {
        if (_settings.Items("tickvals") is { Length: > 0 } places)
        {
            var texts = _settings.Items("ticktext");
            var ticks = places.Select((place, i) => new Tick(Unit(place),
                RichText.Of(i < texts.Length ? texts[i].Text() : place?.ToString())));
            return [.. ticks.Where(tick => Contains(tick.Unit))];
        }

        return Kind switch
        {
            AxisKind.Category =>
                [.. _categories.Select(category => new Tick(category.Value, RichText.Of(category.Key))).Where(tick => Contains(tick.Unit))],
            AxisKind.Log => LogTicks.Between(Low, High, most),
            _ when _settings.Number("dtick") is > 0 and var step && (High - Low) / step <= 20 => LinearTicks.Every(step, Low, High),
            _ => LinearTicks.Between(Low, High, most, IsHorizontal && _onlyWholeNumbers, _settings.Text("tickformat")),
        };
    }

    private static string Name(JsonNode? value) => value.Text() ?? value?.ToJsonString() ?? "";

    private static bool IsNumber(string text) => double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _);

    private void SetRange(double length)
    {
        IsReversed = _settings.Text("autorange") == "reversed";
        if (_settings.Numbers("range") is [var from, var to] && double.IsFinite(from) && double.IsFinite(to) && from != to)
        {
            IsReversed = from > to;
            (Low, High) = (Math.Min(from, to), Math.Max(from, to));
            return;
        }

        if (_settings.Text("rangemode") == "tozero") StartAtZero();
        (Low, High) = _dataLow <= _dataHigh ? (_dataLow, _dataHigh) : (0, 1);
        var range = High - Low;
        if (!(range > 1e-12 * Math.Max(Math.Abs(Low), Math.Abs(High))))
        {
            // One value alone: room on both sides in proportion to it.
            var room = Kind == AxisKind.Log || Low == 0 ? 0.5 : Math.Abs(Low) * 0.1;
            (Low, High) = (Low - room, High + room);
            return;
        }

        if (!(_startsAtZero && _dataLow >= 0)) Low -= range * _padding;
        if (!(_startsAtZero && _dataHigh <= 0)) High += range * _padding;
        if (RoomAtEnd > 0 && RoomAtEnd < length / 2) High = Low + (High - Low) * length / (length - RoomAtEnd);
    }
}
