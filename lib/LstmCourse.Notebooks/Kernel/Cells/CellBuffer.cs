using System.Runtime.CompilerServices;
using System.Text;
using LstmCourse.Notebooks.Documents;

namespace LstmCourse.Notebooks.Kernel.Cells;

/// <summary>
/// Gathers what a cell writes, so that ten thousand small prints become a few messages and a thousand updates a second become
/// twenty. The order of everything is kept, and the last update always arrives.
/// </summary>
internal sealed class CellBuffer(ICellOutput output)
{
    private const int FullCharacters = 64 * 1024;

    private readonly object _lock = new();
    private readonly List<Pending> _pending = [];
    private int _characters;
    private bool _flushesSoon;

    private abstract record Pending;

    private sealed record PendingText(string Stream, StringBuilder Text) : Pending;

    private sealed record PendingUpdate(string DisplayId, MimeBundle Data) : Pending;

    /// <summary>Adds text to a stream.</summary>
    public void Write(string stream, ReadOnlySpan<char> text)
    {
        if (text.IsEmpty) return;
        var isFull = false;
        // An interrupt may abort the calling thread anywhere but in a finally block; see CellThread.
        try
        {
            BeforeCritical();
        }
        finally
        {
            lock (_lock)
            {
                if (_pending is [.., PendingText last] && last.Stream == stream) last.Text.Append(text);
                else _pending.Add(new PendingText(stream, new StringBuilder().Append(text)));
                _characters += text.Length;
                isFull = _characters >= FullCharacters;
                if (isFull) FlushLocked();
                else FlushSoonLocked();
            }
        }

        if (isFull) output.WaitForReaders();
    }

    /// <summary>Shows a value after everything written so far.</summary>
    public void Display(MimeBundle data, string displayId) => AfterPending(() => output.Display(data, displayId));

    /// <summary>Removes the outputs so far.</summary>
    public void Clear(bool wait) => AfterPending(() => output.Clear(wait));

    /// <summary>Replaces a displayed value, soon.</summary>
    public void Update(string displayId, MimeBundle data)
    {
        try
        {
            BeforeCritical();
        }
        finally
        {
            lock (_lock)
            {
                var pending = new PendingUpdate(displayId, data);
                var index = _pending.FindIndex(p => p is PendingUpdate update && update.DisplayId == displayId);
                if (index >= 0) _pending[index] = pending;
                else _pending.Add(pending);
                FlushSoonLocked();
            }
        }
    }

    /// <summary>Sends what is gathered.</summary>
    public void Flush()
    {
        try
        {
            BeforeCritical();
        }
        finally
        {
            lock (_lock) FlushLocked();
        }
    }

    private void AfterPending(Action send)
    {
        try
        {
            BeforeCritical();
        }
        finally
        {
            lock (_lock)
            {
                FlushLocked();
                send();
            }
        }

        output.WaitForReaders();
    }

    private void FlushSoonLocked()
    {
        if (_flushesSoon) return;
        _flushesSoon = true;
        CellBufferFlusher.Remember(this);
    }

    private void FlushLocked()
    {
        foreach (var pending in _pending)
        {
            if (pending is PendingText text) output.WriteStream(text.Stream, text.Text.ToString().Replace("\r\n", "\n", StringComparison.Ordinal));
            else if (pending is PendingUpdate update) output.Update(update.DisplayId, update.Data);
        }

        _pending.Clear();
        _characters = 0;
        _flushesSoon = false;
    }

    // The compiler removes a try block that is empty, and with it the protection of its finally.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void BeforeCritical()
    {
    }
}
