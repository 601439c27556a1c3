namespace LstmCourse.Charts;

/// <content>What an LSTM does step by step.</content>
public static partial class Plots
{
    /// <summary>The three gates and the candidate over time.</summary>
    /// <param name="forget">The forget gate f at each step, between 0 and 1.</param>
    /// <param name="input">The input gate i at each step, between 0 and 1.</param>
    /// <param name="candidate">The candidate g at each step, between -1 and 1.</param>
    /// <param name="output">The output gate o at each step, between 0 and 1.</param>
    /// <param name="options">The horizontal axis counts from 1 unless <see cref="ChartOptions.FirstX"/> says otherwise.</param>
    /// <exception cref="ArgumentException">A sequence is empty, differs in length from the others, or leaves its range.</exception>
    public static CourseChart Gates(
        IEnumerable<double> forget, IEnumerable<double> input, IEnumerable<double> candidate, IEnumerable<double> output,
        ChartOptions? options = null)
    {
        var lines = TimeLines(
            options, (Palette.Input, input), (Palette.Forget, forget), (Palette.Candidate, candidate), (Palette.Output, output));
        // Gates with equal weights lie exactly upon one another; a thick line under thinner dashes keeps them all in sight.
        for (var i = 0; i < lines.Length; i++) lines[i] = lines[i] with { Width = 3.2 - 0.5 * i, MarkerSize = 10 - i };
        foreach (var line in lines)
            ChartInput.AllWithin(line.Y, line.Style == Palette.Candidate ? -1 : 0, 1, $"the {line.Style.Name}");

        var low = lines.Any(line => line.Y.Any(value => value < 0)) ? -1.05 : -0.03;
        var range = options is { YMin: not null } or { YMax: not null } ? options : (options ?? new()) with { YMin = low, YMax = 1.05 };
        return LineChart(lines, new(range, "Gates over time", "time step", "activation"));
    }

    /// <summary>The two gates of a GRU over time, with its candidate and its one state.</summary>
    internal static CourseChart GruGates(
        IEnumerable<double> update, IEnumerable<double> reset, IEnumerable<double> candidate, IEnumerable<double> hidden,
        ChartOptions? options) =>
        LineChart(
            TimeLines(
                options, (Palette.Update, update), (Palette.Reset, reset), (Palette.Candidate with { Symbol = "n" }, candidate),
                // The update gate has dashes and squares too, and an LSTM's cell state, which has neither, is not here.
                (Palette.Hidden with { Dash = "solid", Marker = "circle" }, hidden)),
            new(options, "Gates and state of a GRU", "time step", "value"));

    /// <summary>The memory over time: the cell state, which the gates write, and the hidden state, which the network shows.</summary>
    /// <param name="cell">The cell state c at each step.</param>
    /// <param name="hidden">The hidden state h at each step, between -1 and 1.</param>
    /// <param name="options">The horizontal axis counts from 1 unless <see cref="ChartOptions.FirstX"/> says otherwise.</param>
    /// <exception cref="ArgumentException">A sequence is empty, or the two differ in length.</exception>
    public static CourseChart Memory(IEnumerable<double> cell, IEnumerable<double> hidden, ChartOptions? options = null) =>
        LineChart(
            TimeLines(options, (Palette.Cell, cell), (Palette.Hidden, hidden)), new(options, "Memory over time", "time step", "value"));

    private static LineSeries[] TimeLines(ChartOptions? options, params (GateStyle Style, IEnumerable<double> Values)[] gates)
    {
        var lines = gates.Select(gate =>
        {
            var values = ChartInput.Values(gate.Values, $"the {gate.Style.Name}");
            return new LineSeries(
                $"{gate.Style.Name} {gate.Style.Symbol}", CountFrom(options?.FirstX ?? 1, values.Length), values, gate.Style);
        }).ToArray();
        foreach (var line in lines)
            ChartInput.SameLength(
                lines[0].Y.Length, $"values of the {lines[0].Style.Name}", line.Y.Length, $"values of the {line.Style.Name}");
        return lines;
    }
}
