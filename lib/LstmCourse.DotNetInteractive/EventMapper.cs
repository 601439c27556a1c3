using System.Text.Json;
using System.Text.Json.Nodes;
using LstmCourse.Notebooks.Documents;
using LstmCourse.Notebooks.Execution;
using Microsoft.DotNet.Interactive.Events;
using Microsoft.DotNet.Interactive.Formatting;
using EngineEvent = Microsoft.DotNet.Interactive.Events.KernelEvent;
using KernelEvent = LstmCourse.Notebooks.Execution.KernelEvent;

namespace LstmCourse.DotNetInteractive;

/// <summary>
/// Turns the engine's events into a notebook's outputs, and straightens what is odd about them: an exception comes as a failed command
/// without an error; <c>Display()</c> announces a value under one id and updates it under another; the same event may be heard twice.
/// </summary>
internal sealed class EventMapper
{
    private readonly Lock _gate = new();
    private readonly HashSet<EngineEvent> _seen = new(ReferenceEqualityComparer.Instance);
    private readonly HashSet<string> _displays = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string> _aliases = new(StringComparer.Ordinal);
    private Action<KernelEvent> _observe = static _ => { };
    private ErrorOutput? _error;
    private string? _lastDisplay;
    private int _cell;

    /// <summary>Whether the current cell has failed so far.</summary>
    public bool HasFailed => _error is not null;

    /// <summary>Begins a cell.</summary>
    /// <param name="observe">Is given what it causes.</param>
    /// <returns>The cell's number in the session, from 1.</returns>
    public int Begin(Action<KernelEvent> observe)
    {
        lock (_gate)
        {
            _seen.Clear();
            (_observe, _error) = (observe, null);
            return ++_cell;
        }
    }

    /// <summary>Takes an event of the engine, from any thread.</summary>
    public void Observe(EngineEvent happened)
    {
        lock (_gate)
        {
            if (_seen.Add(happened)) Map(happened);
        }
    }

    private void Map(EngineEvent happened)
    {
        switch (happened)
        {
            case StandardOutputValueProduced text:
                AddStream("stdout", text);
                break;
            case StandardErrorValueProduced text:
                AddStream("stderr", text);
                break;
            case DisplayedValueUpdated updated:
                Update(updated);
                break;
            case ReturnValueProduced result when Bundle(result) is { } data:
                _observe(new OutputProduced(new ResultOutput(data, _cell), Announce(result)));
                break;
            case ErrorProduced error:
                Fail(EngineError.Of(null, error.Message, _cell));
                break;
            case DisplayedValueProduced shown when Bundle(shown) is { } data:
                _observe(new OutputProduced(new DisplayOutput(data), Announce(shown)));
                break;
            case CommandFailed failed:
                Fail(EngineError.Of(failed.Exception, failed.Message, _cell));
                break;
        }
    }

    private void AddStream(string name, DisplayEvent text)
    {
        foreach (var value in text.FormattedValues) _observe(
            new OutputProduced(new StreamOutput(name, value.Value.ReplaceLineEndings("\n"))));
    }

    private string? Announce(DisplayEvent shown)
    {
        if (shown.ValueId is not { } id) return null;
        _displays.Add(id);
        return _lastDisplay = id;
    }

    private void Update(DisplayedValueUpdated updated)
    {
        if (Bundle(updated) is not { } data) return;
        if (Known(updated.ValueId) is { } id) _observe(new DisplayUpdated(id, data));
        else _observe(new OutputProduced(new DisplayOutput(data), Announce(updated)));
    }

    // An id that nothing was shown under is the other id of what was shown last, as long as that has no other one yet.
    private string? Known(string? id)
    {
        if (id is null) return null;
        if (_displays.Contains(id)) return id;
        if (_aliases.TryGetValue(id, out var known)) return known;
        if (_lastDisplay is null || _aliases.ContainsValue(_lastDisplay)) return null;
        return _aliases[id] = _lastDisplay;
    }

    // A command and the one that it was part of may fail with the same words.
    private void Fail(ErrorOutput error)
    {
        if (_error is not null && _error.Name == error.Name && _error.Message == error.Message) return;
        _error = error;
        _observe(new OutputProduced(error));
    }

    private static MimeBundle? Bundle(DisplayEvent shown)
    {
        var values = shown.FormattedValues.Where(value => !value.SuppressDisplay).ToList();
        return values.Count == 0 ? null : new MimeBundle([.. values.Select(value => KeyValuePair.Create(value.MimeType, Content(value)))]);
    }

    // The engine hands JSON over as text; a notebook holds it as a value.
    private static JsonNode Content(FormattedValue value)
    {
        if (!CellOutputJson.IsJson(value.MimeType)) return JsonValue.Create(value.Value);
        try
        {
            return JsonNode.Parse(value.Value) ?? JsonValue.Create(value.Value);
        }
        catch (JsonException)
        {
            return JsonValue.Create(value.Value);
        }
    }
}
