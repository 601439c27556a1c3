using System.Globalization;

namespace LstmCourse.Charts;

/// <content>How gradients shrink or grow on their way back through time.</content>
public static partial class Plots
{
    /// <summary>The size of gradients on a logarithmic axis, each line's last value written at its end.</summary>
    /// <param name="series">For each line its name and the size of the gradient at each step: zero or above. A zero, which a
    /// logarithmic axis cannot show, leaves a gap.</param>
    /// <param name="options">The horizontal axis counts from 0 unless <see cref="ChartOptions.FirstX"/> says otherwise.</param>
    /// <exception cref="ArgumentException">There is no series, one is empty, or a value is below zero.</exception>
    public static CourseChart GradientFlow(IEnumerable<(string Name, IEnumerable<double> Values)> series, ChartOptions? options = null)
    {
        var all = ChartInput.Series(series);
        var styles = SeriesStyles.For([.. all.Select(one => one.Name)]);
        var lines = all.Select((one, i) => Line(one.Name, one.Values, styles[i])).ToArray();
        foreach (var line in lines)
        {
            var negative = Array.FindIndex(line.Y, value => value < 0);
            if (negative >= 0)
            {
                throw new ArgumentException(string.Create(
                    CultureInfo.InvariantCulture,
                    $"Expected sizes of gradients, zero or above; \"{line.Name}\" has {line.Y[negative]} at position {negative}. ")
                    + "Take Math.Abs(...) first.");
            }
        }

        var frame = new ChartFrame(
            (options ?? new()) with { LogY = true }, "Gradient flow", "steps back in time", "size of the gradient (log scale)");
        return LineChart(lines, frame, figure =>
        {
            var axis = figure.Layout().Part("yaxis");
            axis["exponentformat"] = "power";
            axis["zeroline"] = false;
            EndLabels.Add(figure, lines, logarithmic: true);
        });

        LineSeries Line(string name, double[] values, GateStyle style) =>
            new(name, CountFrom(options?.FirstX ?? 0, values.Length), [.. values.Select(value => value == 0 ? double.NaN : value)], style);
    }
}
