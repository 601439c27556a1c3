using System.Globalization;
using System.Net;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using LstmCourse.Display;
using LstmCourse.Scratch.Scalar;

namespace LstmCourse.Explorer;

/// <summary>
/// One LSTM step to play with: sliders for x, h, c and the four biases, and the gates, the memory and the equations answering at once.
/// It runs in the page alone and needs no kernel. Where no script runs, a drawing or the equations stand in.
/// </summary>
/// <param name="x">The input to start from, −3 to 3.</param>
/// <param name="h">The previous hidden state to start from, −1 to 1.</param>
/// <param name="c">The previous cell state to start from, −3 to 3.</param>
/// <param name="weights">The weights and the biases to start from; <see cref="LstmWeights.Ones"/> if left out.</param>
[TypeFormatterSource(typeof(Formatters), PreferredMimeTypes = [MimeTypes.Html, MimeTypes.Svg, MimeTypes.Text])]
public sealed class GateExplorer(double x = 1, double h = 0.5, double c = 0, LstmWeights? weights = null)
{
    private static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The weights, and the biases the sliders start from.</summary>
    public LstmWeights Weights { get; } = weights ?? LstmWeights.Ones;

    /// <summary>The step the sliders start from.</summary>
    public LstmStep Step => LstmStep.Compute(x, h, c, Weights);

    /// <summary>The six equations with their numbers.</summary>
    public override string ToString() => string.Join('\n', Equations());

    internal string ToSvg() => GateExplorerDrawing.Draw(Step);

    internal string ToHtml()
    {
        var start = JsonSerializer.Serialize(
            new
            {
                x,
                h,
                c,
                weights = new
                {
                    f = Plain(Weights.Forget),
                    i = Plain(Weights.Input),
                    g = Plain(Weights.Candidate),
                    o = Plain(Weights.Output)
                }
            },
            Json);

        // Without a script, the equations and a way to get the sliders are what is left.
        return $$"""
            <div data-lstm-gate-explorer="{{WebUtility.HtmlEncode(start)}}">
            <p>The sliders need a page that runs scripts, as in VS Code or Jupyter. Until then, the step they start from:</p>
            <pre>{{WebUtility.HtmlEncode(ToString())}}</pre>
            </div>
            <script>
            (() => {
            const drawing = {{JsonSerializer.Serialize(ToSvg(), Json)}};
            {{Resource("LstmStep.js")}}
            {{Resource("GateExplorer.js")}}
            })();
            </script>

            """.ReplaceLineEndings("\n");
    }

    internal static string Resource(string name)
    {
        using var stream = typeof(GateExplorer).Assembly.GetManifestResourceStream($"{typeof(GateExplorer).Namespace}.{name}")!;
        using var reader = new StreamReader(stream, Encoding.UTF8);
        return reader.ReadToEnd().TrimEnd();
    }

    internal static string Number(double value)
    {
        var text = value.ToString("F3", CultureInfo.InvariantCulture);
        return (text == "-0.000" ? "0.000" : text).Replace('-', '−');
    }

    private static object Plain(GateWeights gate) => new { w = gate.W, u = gate.U, b = gate.B };

    private IEnumerable<string> Equations()
    {
        var step = Step;
        var (sums, f, i, g, o) = (step.Sums, step.Forget, step.Input, step.Candidate, step.Output);
        yield return Gate("f", "σ", Weights.Forget, sums.Forget, f);
        yield return Gate("i", "σ", Weights.Input, sums.Input, i);
        yield return Gate("g", "tanh", Weights.Candidate, sums.Candidate, g);
        yield return Gate("o", "σ", Weights.Output, sums.Output, o);
        yield return $"c′ = f·c + i·g = {Number(f)}·{Factor(c)} + {Number(i)}·{Factor(g)} = {Number(step.Cell)}";
        yield return $"h′ = o·tanh(c′) = {Number(o)}·tanh({Number(step.Cell)}) = {Number(step.Hidden)}";
    }

    private string Gate(string name, string squash, GateWeights gate, double sum, double value) =>
        $"{name}  = {squash}({Weight(gate.W)}·{Factor(x)} + {Weight(gate.U)}·{Factor(h)} + {Factor(gate.B)}) = {squash}({Number(sum)}) = "
            + $"{Number(value)}";

    private static string Factor(double value) => value < 0 ? $"({Number(value)})" : Number(value);

    private static string Weight(double value) => value.ToString("0.###", CultureInfo.InvariantCulture).Replace('-', '−');

    private sealed class Formatters : IFormatterSource
    {
        public IEnumerable<object> CreateTypeFormatters() =>
        [
            new MimeFormatter<GateExplorer>(MimeTypes.Html, explorer => explorer.ToHtml()),
            new MimeFormatter<GateExplorer>(MimeTypes.Svg, explorer => explorer.ToSvg()),
            new MimeFormatter<GateExplorer>(MimeTypes.Text, explorer => explorer.ToString()),
        ];
    }
}
