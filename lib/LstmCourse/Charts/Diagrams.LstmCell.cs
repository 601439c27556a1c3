using PlotlySvg;
using PlotlySvg.Diagrams;

namespace LstmCourse.Charts;

/// <content>The LSTM cell.</content>
public static partial class Diagrams
{
    /// <summary>The inside of an LSTM cell: how the gates write the cell state, and how it becomes the hidden state.</summary>
    /// <param name="values">Numbers of one step to write beside the lines; null for symbols alone.</param>
    public static Diagram LstmCell(LstmCellValues? values = null)
    {
        const double cellY = 105, productY = 178, gateY = 258, busY = 340;
        const double forgetX = 215, inputX = 335, candidateX = 445, outputX = 552, exitX = 690;
        const double written = (inputX + candidateX) / 2;
        var (cell, hidden) = (Palette.Cell.Color, Palette.Hidden.Color);
        var canvas = new DiagramCanvas(840, 470, "An LSTM cell at time step t", Describe(values));
        canvas.Frame(125, 60, 625, 320);

        canvas.Arrow(cell, 3, (20, cellY), (forgetX - 14, cellY));
        canvas.Arrow(cell, 3, (forgetX + 14, cellY), (written - 14, cellY));
        canvas.Arrow(cell, 3, (written + 14, cellY), (820, cellY));
        canvas.Wire(hidden, 2.5, (20, busY), (outputX, busY));
        canvas.Arrow(InputLine, 2.5, (165, 440), (165, busY + 4));
        canvas.Branch(165, busY, hidden);

        (double X, string Name, string Function, GateStyle Style)[] gates =
        [
            (forgetX, "forget f", "σ", Palette.Forget), (inputX, "input i", "σ", Palette.Input),
            (candidateX, "candidate g", "tanh", Palette.Candidate), (outputX, "output o", "σ", Palette.Output),
        ];
        foreach (var (x, name, function, style) in gates)
        {
            canvas.Arrow(hidden, 2, (x, busY), (x, gateY + 24));
            if (x < outputX) canvas.Branch(x, busY, hidden);
            canvas.Box(x, gateY, name, function, style.Color);
        }

        canvas.Arrow(Palette.Forget.Color, 2, (forgetX, gateY - 24), (forgetX, cellY + 15));
        canvas.Arrow(Palette.Input.Color, 2, (inputX, gateY - 24), (inputX, productY), (written - 15, productY));
        canvas.Arrow(Palette.Candidate.Color, 2, (candidateX, gateY - 24), (candidateX, productY), (written + 15, productY));
        canvas.Arrow(cell, 2, (written, productY - 14), (written, cellY + 15));
        canvas.Arrow(cell, 2, (exitX, cellY), (exitX, 138));
        canvas.Arrow(cell, 2, (exitX, 164), (exitX, gateY - 15));
        canvas.Arrow(Palette.Output.Color, 2, (outputX + 42, gateY), (exitX - 15, gateY));
        canvas.Arrow(hidden, 2.5, (exitX, gateY + 14), (exitX, busY), (820, busY));
        canvas.Branch(exitX, cellY, cell);

        canvas.Operation(forgetX, cellY, "×", Palette.Forget.Color);
        canvas.Operation(written, cellY, "+", cell);
        canvas.Operation(written, productY, "×", Palette.Input.Color);
        canvas.Operation(exitX, 151, "tanh", cell);
        canvas.Operation(exitX, gateY, "×", Palette.Output.Color);

        Symbol("c<sub>t−1</sub>", values?.PreviousCell, 20, cellY - 12, cell);
        Symbol("h<sub>t−1</sub>", values?.PreviousHidden, 20, busY - 12, hidden);
        Symbol("x<sub>t</sub>", values?.X, 177, 432, InputLine);
        Symbol("f", values?.Forget, forgetX + 8, 165, Palette.Forget.Color);
        Symbol("i", values?.Input, inputX + 8, 210, Palette.Input.Color);
        Symbol("g", values?.Candidate, candidateX + 8, 210, Palette.Candidate.Color);
        Symbol("o", values?.Output, (outputX + exitX) / 2 + 14, gateY - 9, Palette.Output.Color, "middle");
        Symbol("c<sub>t</sub>", values?.Cell, 820, cellY - 12, cell, "end");
        Symbol("h<sub>t</sub>", values?.Hidden, 820, busY - 12, hidden, "end");
        canvas.Text("keep", forgetX, cellY - 22, 11, Theme.Muted, "middle");
        canvas.Text("add", written, cellY - 22, 11, Theme.Muted, "middle");
        canvas.Text("show", exitX + 22, gateY + 4, 11, Theme.Muted);
        canvas.Text("c<sub>t</sub> = f × c<sub>t−1</sub> + i × g", 420, 432, 15, Theme.Ink);
        canvas.Text("h<sub>t</sub> = o × tanh(c<sub>t</sub>)", 640, 432, 15, Theme.Ink);
        return new(canvas);

        void Symbol(string symbol, double? value, double x, double y, string color, string anchor = "start") =>
            canvas.Text(Label(symbol, value), x, y, value is null ? 15 : 13, color, anchor, bold: true);
    }

    private static string Describe(LstmCellValues? values)
    {
        const string text =
            "Diagram: an LSTM cell at time step t. The input x and the previous hidden state h feed three gates "
            + "with the function sigma (forget f, input i, "
            + "output o) and the candidate g with tanh. The previous cell state c is multiplied by f; "
            + "i times g is added; the sum is the new cell state. "
            + "The new hidden state is o times tanh of the new cell state.";
        return values is null ? text : $"{text} {FigureText.Plain(
            $"Numbers: x = {Number(values.X)}, previous h = {Number(values.PreviousHidden)}, previous c = {Number(values.PreviousCell)}, "
            + $"f = {Number(values.Forget)}, "
            + $"i = {Number(values.Input)}, g = {Number(values.Candidate)}, o = {Number(values.Output)}, "
            + $"new c = {Number(values.Cell)}, new h = {Number(values.Hidden)}.")}";

        static string Number(double value) => FigureNumber.Write(value, 6);
    }
}
