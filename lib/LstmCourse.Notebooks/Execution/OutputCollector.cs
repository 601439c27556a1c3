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
    /// <summary>
    /// A cell that prints without end must not fill the memory: so many characters of streams are kept, the rest is dropped.
    /// </summary>
    internal const int MaxStreamLength = 16 * 1024 * 1024;

    private readonly Lock _gate = new();
    private readonly Dictionary<int, CollectedCell> _cells = [];

    /// <summary>Starts collecting for a cell.</summary>
    /// <param name="index">The cell's place in the notebook.</param>
    /// <param name="number">The execution count its result is to carry.</param>
    /// <returns>What to tell the cell's events, even those that come when later cells run.</returns>
    public Action<KernelEvent> Begin(int index, int number)
    {
        var cell = new CollectedCell(number);
        lock (_gate) _cells[index] = cell;
        return happened => Observe(cell, happened);
    }

    /// <summary>The outputs of a cell as they stand now.</summary>
    public ImmutableArray<CellOutput> OutputsOf(int index)
    {
        lock (_gate) return _cells.TryGetValue(index, out var cell) ? [.. cell.Slots.Select(slot => slot.Output)] : [];
    }

    private void Observe(CollectedCell cell, KernelEvent kernelEvent)
    {
        lock (_gate)
        {
            switch (kernelEvent)
            {
                case OutputProduced produced:
                    cell.Add(produced.Output, produced.DisplayId);
                    break;
                case DisplayUpdated updated:
                    foreach (var slot in _cells.Values.SelectMany(c => c.Slots)
                        .Where(slot => slot.DisplayId == updated.DisplayId)) slot.Show(updated.Data);
                    break;
                case OutputCleared cleared:
                    cell.Clear(cleared.Wait);
                    break;
            }
        }
    }

    /// <summary>One cell's outputs.</summary>
    private sealed class CollectedCell(int number)
    {
        private int _streamLength;
        private bool _clearBeforeNext;

        public List<Slot> Slots { get; } = [];

        public void Add(CellOutput output, string? displayId)
        {
            if (_clearBeforeNext) Clear(wait: false);
            if (output is StreamOutput stream) AddStream(stream);
            else Slots.Add(new Slot(output is ResultOutput result ? result with { ExecutionCount = number } : output, displayId));
        }

        public void Clear(bool wait)
        {
            _clearBeforeNext = wait;
            if (wait) return;
            Slots.Clear();
            _streamLength = 0;
        }

        private void AddStream(StreamOutput stream)
        {
            if (_streamLength >= MaxStreamLength) return;
            _streamLength += stream.Text.Length;
            var text = _streamLength < MaxStreamLength
                ? stream.Text
                : $"{stream.Text}\n[more than {MaxStreamLength / 1024 / 1024} million characters; the rest is left out]\n";
            if (Slots.LastOrDefault() is { } last && last.TryAppend(stream.Name, text)) return;
            Slots.Add(new Slot(new StreamOutput(stream.Name, text), displayId: null));
        }
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
