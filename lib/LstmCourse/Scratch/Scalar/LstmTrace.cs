using LstmCourse.Charts;
using LstmCourse.Display;

namespace LstmCourse.Scratch.Scalar;

/// <summary>
/// What an LSTM computed while it read a sequence: every gate, candidate, cell and hidden value at every step. Shown as a table.
/// </summary>
[TypeFormatterSource(typeof(Formatters), PreferredMimeTypes = [MimeTypes.Html, MimeTypes.Text])]
public sealed class LstmTrace
{
    internal LstmTrace(LstmWeights weights, IReadOnlyList<LstmStep> steps)
    {
        (Weights, Steps) = (weights, steps);
        (X, Cell, Hidden) = (Collect(step => step.X), Collect(step => step.Cell), Collect(step => step.Hidden));
        (Forget, Input) = (Collect(step => step.Forget), Collect(step => step.Input));
        (Candidate, Output) = (Collect(step => step.Candidate), Collect(step => step.Output));
    }

    /// <summary>The weights it was computed with.</summary>
    public LstmWeights Weights { get; }

    /// <summary>The steps, first to last.</summary>
    public IReadOnlyList<LstmStep> Steps { get; }

    /// <summary>The inputs x, one per step.</summary>
    public double[] X { get; }

    /// <summary>The forget gate f, one value per step.</summary>
    public double[] Forget { get; }

    /// <summary>The input gate i, one value per step.</summary>
    public double[] Input { get; }

    /// <summary>The candidate g, one value per step.</summary>
    public double[] Candidate { get; }

    /// <summary>The output gate o, one value per step.</summary>
    public double[] Output { get; }

    /// <summary>The cell state c after each step.</summary>
    public double[] Cell { get; }

    /// <summary>The hidden state h after each step.</summary>
    public double[] Hidden { get; }

    /// <summary>
    /// Back-propagation through time, for a loss that looks at the last hidden state only.
    /// </summary>
    /// <param name="lastHidden">∂L/∂h of the last step.</param>
    public LstmTraceGradient Backward(double lastHidden = 1)
    {
        var count = Steps.Count;
        var (hidden, cell, x) = (new double[count], new double[count], new double[count]);
        var weights = LstmWeights.All(new GateWeights(0, 0, 0));

        var (dh, dc) = (lastHidden, 0.0);
        for (var t = count - 1; t >= 0; t--)
        {
            var gradient = LstmStepBackward.Compute(Steps[t], Weights, dh, dc);
            (hidden[t], cell[t], x[t]) = (dh, gradient.Cell, gradient.X);
            weights = Add(weights, gradient.Weights);
            (dh, dc) = (gradient.PreviousHidden, gradient.PreviousCell);
        }

        return new LstmTraceGradient(weights, hidden, cell, x);
    }

    /// <summary>One row per step: x, the gates f, i, o, the candidate g, the cell state c and the hidden state h after the step.</summary>
    /// <param name="decimals">How many decimals the numbers have.</param>
    public Table ToTable(int decimals = 4) => new(
        ["step", "x", "f", "i", "g", "o", "c", "h"],
        Steps.Select((s, t) => new object?[] { t + 1, s.X, s.Forget, s.Input, s.Candidate, s.Output, s.Cell, s.Hidden }),
        $"F{decimals}");

    /// <summary>The three gates and the candidate over time.</summary>
    /// <param name="options">Titles, size, where the steps start counting.</param>
    /// <exception cref="ArgumentException">The trace has no steps.</exception>
    public CourseChart GateChart(ChartOptions? options = null) => Plots.Gates(Forget, Input, Candidate, Output, options);

    /// <summary>The cell state and the hidden state over time.</summary>
    /// <param name="options">Titles, size, where the steps start counting.</param>
    /// <exception cref="ArgumentException">The trace has no steps.</exception>
    public CourseChart MemoryChart(ChartOptions? options = null) => Plots.Memory(Cell, Hidden, options);

    /// <summary>Every value at every step as a coloured cell, one row for each quantity.</summary>
    /// <param name="options">Titles, size, where the steps start counting.</param>
    /// <exception cref="ArgumentException">The trace has no steps.</exception>
    public CourseChart Heatmap(ChartOptions? options = null) => Plots.TraceHeatmap(
        [
            ("input x", X), ("forget gate f", Forget), ("input gate i", Input), ("candidate g", Candidate), ("output gate o", Output),
            ("cell state c", Cell), ("hidden state h", Hidden),
        ],
        options: options);

    /// <summary>The table as aligned text.</summary>
    public override string ToString() => ToTable().ToString();

    private static LstmWeights Add(LstmWeights a, LstmWeights b) =>
        new(Add(a.Forget, b.Forget), Add(a.Input, b.Input), Add(a.Candidate, b.Candidate), Add(a.Output, b.Output));

    private static GateWeights Add(GateWeights a, GateWeights b) => new(a.W + b.W, a.U + b.U, a.B + b.B);

    private double[] Collect(Func<LstmStep, double> value) => [.. Steps.Select(value)];

    private sealed class Formatters : IFormatterSource
    {
        public IEnumerable<object> CreateTypeFormatters() =>
        [
            new MimeFormatter<LstmTrace>(MimeTypes.Html, trace => trace.ToTable().ToHtml()),
            new MimeFormatter<LstmTrace>(MimeTypes.Text, trace => trace.ToString()),
        ];
    }
}
