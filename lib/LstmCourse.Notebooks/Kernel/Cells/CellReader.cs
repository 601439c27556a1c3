namespace LstmCourse.Notebooks.Kernel.Cells;

/// <summary><see cref="Console.In"/> of the cells: asks the person, a line at a time.</summary>
internal sealed class CellReader : TextReader
{
    private string _rest = "";

    public override string? ReadLine()
    {
        if (_rest.Length == 0) return Ask();
        var line = _rest.TrimEnd('\n');
        _rest = "";
        return line;
    }

    public override int Peek() => Fill() ? _rest[0] : -1;

    public override int Read()
    {
        if (!Fill()) return -1;
        var next = _rest[0];
        _rest = _rest[1..];
        return next;
    }

    public override int Read(char[] buffer, int index, int count)
    {
        if (count == 0 || !Fill()) return 0;
        var taken = Math.Min(count, _rest.Length);
        _rest.CopyTo(0, buffer, index, taken);
        _rest = _rest[taken..];
        return taken;
    }

    // The person's answers never end; one line is all that is asked for.
    public override string ReadToEnd() => ReadLine() ?? "";

    private bool Fill()
    {
        if (_rest.Length == 0) _rest = Ask() + "\n";
        return true;
    }

    private static string Ask() =>
        RunningCell.Current?.ReadLine("", isPassword: false)
            ?? throw new InvalidOperationException("Only a running cell can ask for input.");
}
