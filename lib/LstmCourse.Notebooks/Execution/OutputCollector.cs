using System.Collections.Immutable;
using System.Text;
using LstmCourse.Notebooks.Documents;

namespace LstmCourse.Notebooks.Execution;

/// <summary>
/// Turns the events of a run into the outputs that each cell ends up with, as a front end would show them: neighbouring pieces of a
/// stream become one, an update reaches every display of its id in this cell and in earlier ones, a clear takes effect when it should.
/// </summary>
internal sealed class OutputCollector
{
    /// <summary>A cell that prints without end must not fill the memory: so many characters of streams are kept, the rest is dropped.</summary>
    internal const int MaxStreamLength = 16 * 1024 * 1024;

    private readonly Lock _gate = new();
    private readonly Dictionary<int, List<Slot>> _cells = [];
    private List<Slot>? _current;
    private int _currentNumber;
    private int _streamLength;
    private bool _clearBeforeNext;

    /// <summary>Starts collecting for a cell.</summary>
    /// <param name="index">The cell's place in the notebook.</param>
    /// <param name="number">The execution count its result is to carry.</param>
    public void Begin(int index, int number)
    {
        lock (_gate)
        {
            _current = _cells[index] = [];
            _currentNumber = number;
            (_streamLength, _clearBeforeNext) = (0, false);
        }
    }

    /// <summary>Stops collecting; events that come later are dropped.</summary>
    public void End()
    {
        lock (_gate) _current = null;
    }

    public void Observe(KernelEvent kernelEvent)
    {
        lock (_gate)
        {
            if (_current is null) return;
            switch (kernelEvent)
            {
                case OutputProduced produced:
                    Add(produced.Output, produced.DisplayId);
                    break;
                case DisplayUpdated updated:
                    foreach (var slot in _cells.Values.SelectMany(slots => slots).Where(slot => slot.DisplayId == updated.DisplayId)) slot.Show(updated.Data);
                    break;
                case OutputCleared { Wait: true }:
                    _clearBeforeNext = true;
                    break;
                case OutputCleared:
                    Clear();
                    break;
            }
        }
    }

    /// <summary>The outputs of a cell as they stand now.</summary>
    public ImmutableArray<CellOutput> OutputsOf(int index)
    {
        lock (_gate) return _cells.TryGetValue(index, out var slots) ? [.. slots.Select(slot => slot.Output)] : [];
    }

    private void Add(CellOutput output, string? displayId)
    {
        if (_clearBeforeNext) Clear();
        switch (output)
        {
            case StreamOutput stream:
                AddStream(stream);
                break;
            case ResultOutput result:
                _current!.Add(new Slot(result with { ExecutionCount = _currentNumber }, displayId));
                break;
            default:
                _current!.Add(new Slot(output, displayId));
                break;
        }
    }

    private void Clear()
    {
        _current!.Clear();
        (_streamLength, _clearBeforeNext) = (0, false);
    }

    private void AddStream(StreamOutput stream)
    {
        if (_streamLength >= MaxStreamLength) return;
        _streamLength += stream.Text.Length;
        var text = _streamLength < MaxStreamLength ? stream.Text : $"{stream.Text}\n[more than {MaxStreamLength / 1024 / 1024} million characters; the rest is left out]\n";
        if (_current!.LastOrDefault() is { } last && last.TryAppend(stream.Name, text)) return;
        _current!.Add(new Slot(new StreamOutput(stream.Name, text), displayId: null));
    }

    /// <summary>One output of a cell that may still grow or change.</summary>
    private sealed class Slot(CellOutput output, string? displayId)
    {
        private readonly StringBuilder? _text = output is StreamOutput stream ? new StringBuilder(stream.Text) : null;
        private CellOutput _output = output;

        public string? DisplayId { get; } = displayId;

        public CellOutput Output => _output is StreamOutput stream ? stream with { Text = _text!.ToString() } : _output;

        public bool TryAppend(string name, string text)
        {
            if (_output is not StreamOutput stream || stream.Name != name) return false;
            _text!.Append(text);
            return true;
        }

        public void Show(MimeBundle data) => _output = _output switch
        {
            DisplayOutput => new DisplayOutput(data),
            ResultOutput result => result with { Data = data },
            var other => other,
        };
    }
}
