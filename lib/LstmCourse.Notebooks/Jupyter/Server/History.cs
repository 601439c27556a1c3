using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using LstmCourse.Notebooks.Jupyter.Messages;

namespace LstmCourse.Notebooks.Jupyter.Server;

/// <summary>What was executed in this session, with the results. It is not kept beyond the session.</summary>
internal sealed class History
{
    private const int Session = 1, MostEntries = 10_000;

    private static readonly TimeSpan PatternTime = TimeSpan.FromSeconds(1);

    private readonly List<Entry> _entries = [];

    private sealed record Entry(int Number, string Code, string? Result);

    public void Add(int number, string code, string? result)
    {
        _entries.Add(new Entry(number, code, result));
        if (_entries.Count > MostEntries) _entries.RemoveAt(0);
    }

    /// <summary>Answers history_request.</summary>
    public JsonObject Reply(JsonObject request)
    {
        var most = (int)Math.Clamp(request.Number("n") ?? int.MaxValue, 0, int.MaxValue);
        var found = request.Text("hist_access_type") switch
        {
            "tail" => _entries.TakeLast(most),
            "range" => Range(request),
            "search" => Search(request).TakeLast(most),
            _ => [],
        };
        var withOutput = request.Flag("output");
        return new JsonObject { ["status"] = "ok", ["history"] = new JsonArray([.. found.Select(e => Tell(e, withOutput))]) };
    }

    private IEnumerable<Entry> Range(JsonObject request)
    {
        // Session 0 is the present one too.
        if (request.Number("session") is not (null or 0 or Session)) return [];
        var (start, stop) = (request.Number("start") ?? 0, request.Number("stop") ?? long.MaxValue);
        return _entries.Where(e => e.Number >= start && e.Number < stop);
    }

    private IEnumerable<Entry> Search(JsonObject request)
    {
        // The pattern knows * for anything and ? for one character.
        var pattern = Regex.Escape(request.Text("pattern") ?? "*").Replace("\\*", ".*", StringComparison.Ordinal)
            .Replace("\\?", ".", StringComparison.Ordinal);
        var regex = new Regex($"^{pattern}$", RegexOptions.Singleline | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking,
            PatternTime);
        var found = _entries.Where(e => regex.IsMatch(e.Code));
        return request.Flag("unique") ? found.Reverse().DistinctBy(e => e.Code).Reverse() : found;
    }

    private static JsonArray Tell(Entry entry, bool withOutput) =>
        [Session, entry.Number, withOutput ? new JsonArray(entry.Code, entry.Result) : JsonValue.Create(entry.Code)];
}
