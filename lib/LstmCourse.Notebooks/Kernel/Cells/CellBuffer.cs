using System.Text;
using LstmCourse.Notebooks.Documents;

namespace LstmCourse.Notebooks.Kernel.Cells;

/// <summary>
/// Gathers what a cell writes, so that ten thousand small prints become a few messages and a thousand updates a second become
/// twenty. The order of everything is kept, and the last update always arrives.
/// </summary>
/// <remarks>
/// The cell's own thread may be aborted at any instruction (see <see cref="CellThread"/>) and must not hold a lock then. So it only
/// adds to a queue that stands this; the other threads empty that queue under the lock.
/// </remarks>
internal sealed class CellBuffer(ICellOutput output)
{
    private const int FullCharacters = 64 * 1024, OwnersCharacters = 1024 * 1024;

    private readonly object _lock = new();
    private readonly List<Entry> _pending = [];
    private readonly AbortSafeQueue<Entry> _owners = new();
    private int _pendingCharacters;

    private abstract record Entry;

    private sealed record Text(string Stream, string First) : Entry
    {
        private StringBuilder? _all;

        public void Append(string more) => (_all ??= new StringBuilder(First)).Append(more);

        public override string ToString() => _all?.ToString() ?? First;
    }

    private sealed record Updated(string DisplayId, MimeBundle Data) : Entry;

    private sealed record Sent(Action<ICellOutput> Send) : Entry;

    /// <summary>The thread that may be aborted while it writes here, or null.</summary>
    public Thread? Owner { get; set; }

    /// <summary>Adds text to a stream.</summary>
    public void Write(string stream, ReadOnlySpan<char> text)
    {
        if (!text.IsEmpty) Add(new Text(stream, text.ToString()), text.Length);
    }

    /// <summary>Shows a value after everything written so far.</summary>
    public void Display(MimeBundle data, string displayId) => Add(new Sent(o => o.Display(data, displayId)), FullCharacters / 8);

    /// <summary>Replaces a displayed value, soon.</summary>
    public void Update(string displayId, MimeBundle data) => Add(new Updated(displayId, data), 0);

    /// <summary>Removes the outputs so far.</summary>
    public void Clear(bool wait) => Add(new Sent(o => o.Clear(wait)), 0);

    /// <summary>Shows an exception that nobody caught, after everything written so far.</summary>
    public void Fail(ErrorOutput error) => Add(new Sent(o => o.Fail(error)), 0);

    /// <summary>Sends what is gathered. Not for <see cref="Owner"/>.</summary>
    public void Flush()
    {
        lock (_lock) FlushLocked();
    }

    /// <summary>Holds the caller back until the readers keep up.</summary>
    public void WaitForReaders() => output.WaitForReaders();

    private void Add(Entry entry, int characters)
    {
        if (Owner == Thread.CurrentThread) AddAsOwner(entry, characters);
        else AddAsOther(entry, characters);
    }

    private void AddAsOwner(Entry entry, int characters)
    {
        _owners.Add(entry, characters);
        CellBufferFlusher.Wake();
        while (_owners.Weight > OwnersCharacters) Thread.Sleep(1);
    }

    private void AddAsOther(Entry entry, int characters)
    {
        bool isFull;
        lock (_lock)
        {
            TakeOwnersLocked();
            AddLocked(entry);
            _pendingCharacters += characters;
            isFull = _pendingCharacters >= FullCharacters;
            if (isFull) FlushLocked();
        }

        if (isFull) output.WaitForReaders();
        else CellBufferFlusher.Remember(this);
    }

    private void AddLocked(Entry entry)
    {
        if (entry is Text text && _pending is [.., Text last] && last.Stream == text.Stream)
        {
            last.Append(text.First);
        }
        else if (entry is Updated update && _pending.FindIndex(p => p is Updated u && u.DisplayId == update.DisplayId)
            is >= 0 and var earlier)
        {
            _pending[earlier] = entry;
        }
        else
        {
            _pending.Add(entry);
        }
    }

    private void TakeOwnersLocked()
    {
        while (_owners.TryTake(out var entry)) AddLocked(entry);
    }

    private void FlushLocked()
    {
        TakeOwnersLocked();
        foreach (var entry in _pending)
        {
            if (entry is Text text) output.WriteStream(text.Stream, text.ToString().Replace("\r\n", "\n", StringComparison.Ordinal));
            else if (entry is Updated update) output.Update(update.DisplayId, update.Data);
            else if (entry is Sent sent) sent.Send(output);
        }

        _pending.Clear();
        _pendingCharacters = 0;
    }
}
