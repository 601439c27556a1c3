using LstmCourse.Charts;
using LstmCourse.Display;

namespace LstmCourse.Scratch.Scalar;

/// <summary>What a GRU computed while it read a sequence: every gate, candidate and state at every step. Shown as a table.</summary>
[TypeFormatterSource(typeof(Formatters), PreferredMimeTypes = [MimeTypes.Html, MimeTypes.Text])]
public sealed class GruTrace
{
    internal GruTrace(IReadOnlyList<GruStep> steps)
    {
        Steps = steps;
        (X, Hidden) = (Collect(step => step.X), Collect(step => step.Hidden));
        (Reset, Update, Candidate) = (Collect(step => step.Reset), Collect(step => step.Update), Collect(step => step.Candidate));
    }

    /// <summary>The steps, first to last.</summary>
    public IReadOnlyList<GruStep> Steps { get; }

    /// <summary>The inputs x, one per step.</summary>
    public double[] X { get; }

    /// <summary>The reset gate r, one value per step.</summary>
    public double[] Reset { get; }

    /// <summary>The update gate z, one value per step.</summary>
    public double[] Update { get; }

    /// <summary>The candidate n, one value per step.</summary>
    public double[] Candidate { get; }

    /// <summary>The hidden state h after each step.</summary>
    public double[] Hidden { get; }

    /// <summary>One row per step: x, the gates r and z, the candidate n, and the hidden state h after the step.</summary>
    /// <param name="decimals">How many decimals the numbers have.</param>
    public Table ToTable(int decimals = 4) => new(
        ["step", "x", "r", "z", "n", "h"],
        Steps.Select((s, t) => new object?[] { t + 1, s.X, s.Reset, s.Update, s.Candidate, s.Hidden }),
        $"F{decimals}");

    /// <summary>The two gates, the candidate and the hidden state over time.</summary>
    /// <param name="options">Titles, size, where the steps start counting.</param>
    /// <exception cref="ArgumentException">The trace has no steps.</exception>
    public CourseChart GateChart(ChartOptions? options = null) => Plots.GruGates(Update, Reset, Candidate, Hidden, options);

    /// <summary>The table as aligned text.</summary>
    public override string ToString() => ToTable().ToString();

    private double[] Collect(Func<GruStep, double> value) => [.. Steps.Select(value)];

    private sealed class Formatters : IFormatterSource
    {
        public IEnumerable<object> CreateTypeFormatters() =>
        [
            new MimeFormatter<GruTrace>(MimeTypes.Html, trace => trace.ToTable().ToHtml()),
            new MimeFormatter<GruTrace>(MimeTypes.Text, trace => trace.ToString()),
        ];
    }
}
