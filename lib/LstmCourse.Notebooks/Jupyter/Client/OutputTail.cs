using System.Text;

namespace LstmCourse.Notebooks.Jupyter.Client;

/// <summary>
/// The last few kilobytes of what a process wrote, or, where its stack overflowed, the first few lines of what .NET says of that: it goes
/// on with a line for each of thousands of calls.
/// </summary>
internal sealed class OutputTail
{
    private const int MostCharacters = 8 * 1024, MostCalls = 12;

    // The runtime's own words, in every language of the system.
    private const string Overflow = "Stack overflow.";

    private readonly StringBuilder _text = new();
    private int _calls = -1;

    /// <summary>Whether the process has said that its stack overflowed.</summary>
    public bool TellsOfOverflow => Volatile.Read(ref _calls) >= 0;

    public void Add(string? line)
    {
        if (line is null) return;
        lock (_text)
        {
            if (_calls >= 0 && ++_calls > MostCalls) return;
            if (line.StartsWith(Overflow, StringComparison.Ordinal)) _calls = 0;
            _text.Append(line).Append('\n');
            if (_text.Length > 2 * MostCharacters) _text.Remove(0, _text.Length - MostCharacters);
        }
    }

    public override string ToString()
    {
        lock (_text) return _text.ToString(Math.Max(0, _text.Length - MostCharacters), Math.Min(_text.Length, MostCharacters))
            .TrimEnd('\n');
    }
}
