using PlotlySvg.Diagrams;

namespace LstmCourse.Charts;

/// <content>The gated recurrent unit.</content>
public static partial class Diagrams
{
    /// <summary>The inside of a GRU cell, in the form that PyTorch computes: one state, an update gate that mixes old and new, a reset gate
    /// on the old.</summary>
    public static Diagram GruCell()
    {
        const double stateY = 105, gateY = 258, busY = 340;
        const double resetX = 225, updateX = 510, candidateX = 390, mixY = 178, keepX = 510, addX = 610;
        var hidden = Palette.Hidden.Color;
        var canvas = new DiagramCanvas(
            840, 470, "A GRU cell at time step t",
            "Diagram: a GRU cell at time step t. The input x and the previous hidden state h feed a reset gate r "
            + "and an update gate z, both with the function sigma. "
            + "The candidate n is tanh of the weighted input plus r times the weighted previous hidden state. "
            + "The new hidden state is z times the previous one plus one minus z times n.");
        canvas.Frame(125, 60, 590, 320);

        canvas.Wire(hidden, 3, (20, stateY), (keepX - 14, stateY));
        canvas.Arrow(hidden, 3, (150, stateY), (keepX - 15, stateY));
        canvas.Arrow(hidden, 3, (keepX + 14, stateY), (addX - 15, stateY));
        canvas.Arrow(hidden, 3, (addX + 14, stateY), (820, stateY));
        canvas.Wire(hidden, 2.5, (150, stateY), (150, busY), (updateX, busY));
        canvas.Branch(150, stateY, hidden);
        canvas.Arrow(InputLine, 2.5, (180, 440), (180, busY + 4));
        canvas.Branch(180, busY, hidden);
        canvas.Arrow(hidden, 2, (resetX, busY), (resetX, gateY + 24));
        canvas.Branch(resetX, busY, hidden);
        canvas.Arrow(hidden, 2, (candidateX, busY), (candidateX, gateY + 24));
        canvas.Branch(candidateX, busY, hidden);
        canvas.Arrow(hidden, 2, (updateX, busY), (updateX, gateY + 24));

        canvas.Arrow(Palette.Reset.Color, 2, (resetX + 42, gateY), (candidateX - 42, gateY));
        canvas.Arrow(Palette.Update.Color, 2, (updateX, gateY - 24), (updateX, stateY + 15));
        canvas.Arrow(Palette.Update.Color, 2, (updateX, 216), (addX, 216), (addX, mixY + 15));
        canvas.Branch(updateX, 216, Palette.Update.Color);
        canvas.Wire(Palette.Candidate.Color, 2, (candidateX, gateY - 24), (candidateX, mixY), (updateX - 8, mixY));
        canvas.Arrow(Palette.Candidate.Color, 2, (updateX + 8, mixY), (addX - 15, mixY));
        canvas.Arrow(hidden, 2, (addX, mixY - 14), (addX, stateY + 15));

        canvas.Box(resetX, gateY, "reset r", "σ", Palette.Reset.Color);
        canvas.Box(candidateX, gateY, "candidate n", "tanh", Palette.Candidate.Color);
        canvas.Box(updateX, gateY, "update z", "σ", Palette.Update.Color);
        canvas.Operation(keepX, stateY, "×", Palette.Update.Color);
        canvas.Operation(addX, mixY, "×", Palette.Candidate.Color);
        canvas.Operation(addX, stateY, "+", hidden);

        canvas.Text("h<sub>t−1</sub>", 20, stateY - 12, 15, hidden, bold: true);
        canvas.Text("h<sub>t</sub>", 820, stateY - 12, 15, hidden, "end", bold: true);
        canvas.Text("x<sub>t</sub>", 192, 432, 15, InputLine, bold: true);
        canvas.Text("r", resetX + 66, gateY - 8, 15, Palette.Reset.Color, bold: true);
        canvas.Text("n", candidateX + 8, 215, 15, Palette.Candidate.Color, bold: true);
        canvas.Text("z", updateX + 8, 150, 15, Palette.Update.Color, bold: true);
        canvas.Text("1 − z", addX + 8, 222, 15, Palette.Update.Color, bold: true);
        canvas.Text("keep", keepX, stateY - 22, 11, Theme.Muted, "middle");
        canvas.Text("add", addX, stateY - 22, 11, Theme.Muted, "middle");
        canvas.Text("h<sub>t</sub> = z × h<sub>t−1</sub> + (1 − z) × n", 420, 415, 15, Theme.Ink);
        canvas.Text("n = tanh(W x<sub>t</sub> + b + r × (U h<sub>t−1</sub> + b′))", 420, 442, 15, Theme.Ink);
        return new(canvas);
    }
}
