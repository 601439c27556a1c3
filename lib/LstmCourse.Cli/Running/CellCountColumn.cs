using System.Globalization;
using Spectre.Console;
using Spectre.Console.Rendering;
using PlainText = Spectre.Console.Text;

namespace LstmCourse.Cli.Running;

/// <summary>Shows how many of a notebook's cells have run, as in <c>7/24</c>.</summary>
internal sealed class CellCountColumn : ProgressColumn
{
    public override IRenderable Render(RenderOptions options, ProgressTask task, TimeSpan deltaTime) =>
        new PlainText(string.Create(CultureInfo.InvariantCulture, $"{task.Value:0}/{task.MaxValue:0}"));
}
