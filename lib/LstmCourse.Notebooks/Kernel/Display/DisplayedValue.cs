using LstmCourse.Notebooks.Kernel.Cells;
using LstmCourse.Notebooks.Kernel.Formatting;

namespace LstmCourse.Notebooks.Kernel.Display;

/// <summary>A value that stands in the notebook and can be replaced there.</summary>
public sealed class DisplayedValue
{
    private readonly RunningCell? _cell;

    internal DisplayedValue(RunningCell? cell, string displayId) => (_cell, DisplayId) = (cell, displayId);

    /// <summary>The id under which the front end knows the value: the same in every run of the notebook.</summary>
    public string DisplayId { get; }

    /// <summary>
    /// Shows another value in its place, from this cell or a later one. Fast updates are thinned out; the last one always arrives.
    /// </summary>
    public void Update(object? value) => (RunningCell.Current ?? _cell)?.Buffer.Update(DisplayId, ValueFormatter.Format(value));
}
