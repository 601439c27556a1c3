using System.Text;

namespace LstmCourse.Notebooks.Kernel.Cells;

/// <summary>
/// <see cref="Console.Out"/> or <see cref="Console.Error"/> of the cells: writes to the cell that the calling code belongs to.
/// </summary>
internal sealed class CellWriter : TextWriter
{
    private readonly string _stream;
    private readonly TextWriter _outside;

    /// <summary>A writer for <c>stdout</c> or <c>stderr</c>; what no cell wrote goes to <paramref name="outside"/>.</summary>
    public CellWriter(string stream, TextWriter outside) : base(System.Globalization.CultureInfo.InvariantCulture)
    {
        (_stream, _outside) = (stream, outside);
        // The same in a notebook written on any system.
        CoreNewLine = ['\n'];
    }

    public override Encoding Encoding => Encoding.UTF8;

    public override void Write(char value) => Write([value]);

    public override void Write(char[] buffer, int index, int count) => Write(buffer.AsSpan(index, count));

    public override void Write(string? value) => Write(value.AsSpan());

    public override void WriteLine(string? value)
    {
        // One write, so that lines of parallel tasks do not tear.
        if (value is null) Write(CoreNewLine);
        else Write(string.Concat(value, "\n"));
    }

    public override void Write(ReadOnlySpan<char> buffer)
    {
        if (RunningCell.Current is { } cell) cell.Buffer.Write(_stream, buffer);
        else _outside.Write(buffer);
    }

    public override void Flush()
    {
    }
}
