using PlotlySvg.Diagrams;

namespace LstmCourse.Charts;

/// <content>Layers and directions.</content>
public static partial class Diagrams
{
    private const int DrawnSteps = 4;

    /// <summary>
    /// What a recurrent layer's <c>output</c>, <c>h_n</c> and <c>c_n</c> hold: every layer and direction over four time steps, and which of
    /// their states are found where.
    /// </summary>
    /// <param name="layers">Layers on top of one another, 1 to 4.</param>
    /// <param name="bidirectional">Whether each layer also reads from the last step to the first.</param>
    /// <exception cref="ArgumentOutOfRangeException">There are fewer than 1 or more than 4 layers.</exception>
    public static Diagram StackedStates(int layers = 2, bool bidirectional = true)
    {
        const double frameWidth = 560, stepX = 140, rowHeight = 64, gap = 40, top = 108;
        ArgumentOutOfRangeException.ThrowIfLessThan(layers, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(layers, 4);
        var directions = bidirectional ? 2 : 1;
        var frameX = bidirectional ? 190.0 : 40;
        var frameHeight = directions * rowHeight + 6;
        var bottom = top + layers * frameHeight + (layers - 1) * gap;
        var canvas = new DiagramCanvas(frameX + 750, bottom + 74, StatesTitle(layers, directions), DescribeStates(layers, directions));

        for (var layer = 0; layer < layers; layer++)
        {
            var frameY = bottom - (layer + 1) * frameHeight - layer * gap;
            canvas.Frame(frameX, frameY, frameWidth, frameHeight);
            for (var step = 0; step < DrawnSteps; step++) Up(step, frameY + frameHeight + gap - 6, frameY + frameHeight);
            Row(layer, isForwards: true, frameY + frameHeight - 35);
            if (bidirectional) Row(layer, isForwards: false, frameY + 35);
        }

        for (var step = 0; step < DrawnSteps; step++)
        {
            var isLast = step == DrawnSteps - 1;
            Up(step, top, top - gap + 6);
            canvas.Text(isLast ? "output[.., −1]" : $"output[.., {step}]", X(step), 62, 12, Theme.Ink, "middle", bold: true);
            canvas.Text(isLast ? "x<sub>T</sub>" : $"x<sub>{step + 1}</sub>", X(step), bottom + 52, 15, InputLine, "middle", bold: true);
        }

        return new(canvas);

        double X(int step) => frameX + 70 + step * stepX;

        void Up(int step, double from, double to) => canvas.Arrow(InputLine, 2, (X(step), from), (X(step), to));

        void Row(int layer, bool isForwards, double y)
        {
            var name = isForwards ? "forwards" : "backwards";
            var last = isForwards ? DrawnSteps - 1 : 0;
            for (var step = 0; step < DrawnSteps; step++)
            {
                var color = step == last ? Palette.Hidden.Color : Theme.Muted;
                canvas.Box(X(step), y, name, step < DrawnSteps - 1 ? $"step {step + 1}" : "step T", color);
                if (step == DrawnSteps - 1) continue;
                var (left, right) = ((X(step) + 41, y), (X(step + 1) - 41, y));
                if (isForwards) canvas.Arrow(Theme.Muted, 2, left, right);
                else canvas.Arrow(Theme.Muted, 2, right, left);
            }

            var (edge, outwards, anchor) = isForwards ? (frameX + frameWidth, 1, "start") : (frameX, -1, "end");
            canvas.Arrow(Palette.Hidden.Color, 3, (X(last) + outwards * 41, y), (edge + outwards * 36, y));
            var (label, k) = (edge + outwards * 44, layer * directions + (isForwards ? 0 : 1));
            canvas.Text($"h<sub>n</sub>[{k}], c<sub>n</sub>[{k}]", label, y, 14, Palette.Hidden.Color, anchor, bold: true);
            canvas.Text($"layer {layer}, {name}", label, y + 18, 11, Theme.Muted, anchor);
        }
    }

    private static string StatesTitle(int layers, int directions) =>
        $"{Counted(layers, "layer")}, {Counted(directions, "direction")}: h_n and c_n hold {Counted(layers * directions, "state")}, "
        + $"output {(directions == 2 ? "the top layer's two, side by side" : "the top layer's")}";

    private static string DescribeStates(int layers, int directions)
    {
        var places = from layer in Enumerable.Range(0, layers)
                     from direction in Enumerable.Range(0, directions)
                     let place = direction == 0 ? "forwards after the last step" : "backwards after the first step"
                     select $"{layer * directions + direction}: layer {layer}, {place}";
        return $"Diagram: {Counted(layers, "layer")} with {Counted(directions, "direction")}. "
            + (directions == 2
                ? "Each layer is read forwards and backwards, and its two hidden states of a step, joined, are the next layer's input. "
                : "Each layer's hidden states are the next layer's input. ")
            + "output holds the top layer's hidden states of every step. "
            + $"h_n and c_n hold, in this order, {string.Join("; ", places)}.";
    }

    private static string Counted(int count, string thing) => count == 1 ? $"one {thing}" : $"{count} {thing}s";
}
