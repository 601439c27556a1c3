using PlotlySvg.Diagrams;

namespace LstmCourse.Charts;

/// <content>The plain recurrent cell.</content>
public static partial class Diagrams
{
    /// <summary>The inside of a plain recurrent cell: its whole memory goes through one squashing at every step.</summary>
    public static Diagram RnnCell()
    {
        const double middle = 190;
        var hidden = Palette.Hidden.Color;
        var canvas = new DiagramCanvas(
            620, 330, "A plain recurrent cell at time step t",
            "Diagram: a plain recurrent cell at time step t. The input x and the previous hidden state h are weighted and added, "
            + "and tanh of the sum is the new hidden state.");
        canvas.Frame(125, 60, 370, 200);
        canvas.Arrow(hidden, 3, (20, middle), (231, middle));
        canvas.Arrow(InputLine, 2.5, (245, 310), (245, middle + 15));
        canvas.Arrow(hidden, 3, (259, middle), (349, middle));
        canvas.Arrow(hidden, 3, (431, middle), (600, middle));
        canvas.Operation(245, middle, "+", hidden);
        canvas.Box(390, middle, "squash", "tanh", Palette.Hidden.Color);
        canvas.Text("h<sub>t−1</sub>", 20, middle - 12, 15, hidden, bold: true);
        canvas.Text("× U", 165, middle - 12, 15, Theme.Ink);
        canvas.Text("x<sub>t</sub>", 257, 304, 15, InputLine, bold: true);
        canvas.Text("× W", 257, 240, 15, Theme.Ink);
        canvas.Text("h<sub>t</sub>", 600, middle - 12, 15, hidden, "end", bold: true);
        canvas.Text("h<sub>t</sub> = tanh(W x<sub>t</sub> + U h<sub>t−1</sub> + b)", 310, 100, 15, Theme.Ink, "middle");
        return new(canvas);
    }
}
