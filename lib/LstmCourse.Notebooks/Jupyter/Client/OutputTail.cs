using System.Text;

namespace LstmCourse.Notebooks.Jupyter.Client;

/// <summary>The last few kilobytes of what a process wrote.</summary>
internal sealed class OutputTail
{
    private const int MostCharacters = 8 * 1024;

    private readonly StringBuilder _text = new();

    public void Add(string? line)
    {
        if (line is null) return;
        lock (_text)
        {
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
