using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using LstmCourse.Explorer;
using LstmCourse.Scratch.Scalar;
using LstmCourse.Testing;

namespace LstmCourse.Tests.Explorer;

public class GateExplorerTests
{
    private static readonly LstmWeights Uneven = new(
        new GateWeights(0.3, -0.7, 0.9), new GateWeights(-1.1, 0.4, 0.2), new GateWeights(0.8, 1.3, -0.3), new GateWeights(0.5, -0.2, 0.1));

    [Fact]
    public void The_text_holds_the_equations_with_their_numbers() => Assert.Equal(
        """
        f  = σ(1·1.000 + 1·0.500 + 0.000) = σ(1.500) = 0.818
        i  = σ(1·1.000 + 1·0.500 + 0.000) = σ(1.500) = 0.818
        g  = tanh(1·1.000 + 1·0.500 + 0.000) = tanh(1.500) = 0.905
        o  = σ(1·1.000 + 1·0.500 + 0.000) = σ(1.500) = 0.818
        c′ = f·c + i·g = 0.818·0.000 + 0.818·0.905 = 0.740
        h′ = o·tanh(c′) = 0.818·tanh(0.740) = 0.514
        """.ReplaceLineEndings("\n"),
        new GateExplorer().ToString());

    [Fact]
    public void The_drawing_is_the_reviewed_one() => Snapshot.Match(new GateExplorer(x: 1, h: 0.5, c: -1.5, Uneven).ToSvg(), "svg");

    [Fact]
    public void The_drawings_bars_have_the_lengths_of_the_values()
    {
        var explorer = new GateExplorer(x: 0.4, h: -0.3, c: 2.5, Uneven);
        var svg = XDocument.Parse(explorer.ToSvg());
        double Bar(string row, string attribute) => double.Parse(
            svg.Descendants().Single(e => (string?)e.Attribute("data-row") == row).Elements()
            .Single(e => e.Attribute("data-bar") is not null)
                .Attribute(attribute)!.Value,
            CultureInfo.InvariantCulture);

        Assert.Equal(370 * explorer.Step.Forget, Bar("f", "width"), 0.001);
        Assert.Equal(190, Bar("f", "x"), 0.001);
        Assert.Equal(370 * Math.Abs(explorer.Step.Candidate) / 2, Bar("g", "width"), 0.001);
        Assert.Equal(190 + 185, Bar("c", "x"), 0.001);
        Assert.Equal(370 * 2.5 / 8, Bar("c", "width"), 0.001);
        Assert.Equal(370 * Math.Abs(explorer.Step.Cell) / 8, Bar("cell", "width"), 0.001);
    }

    [Fact]
    public void The_page_needs_nothing_from_elsewhere_and_says_something_without_scripts()
    {
        var html = new GateExplorer().ToHtml();
        Assert.DoesNotMatch("""(src|href)\s*=|@import|url\(|fetch\(|import\(|\bid=""", html);
        Assert.DoesNotMatch("https?://(?!www\\.w3\\.org/2000/svg)", html);

        var withoutScripts = WebUtility.HtmlDecode(Regex.Replace(html, "<script>.*</script>", "", RegexOptions.Singleline));
        Assert.Contains("h′ = o·tanh(c′) = 0.818·tanh(0.740) = 0.514", withoutScripts);
        Assert.DoesNotContain("function", withoutScripts);
        Assert.Equal(html, new GateExplorer().ToHtml());
    }

    [NodeFact]
    public void The_page_computes_what_LstmStep_computes_to_1e12()
    {
        var random = new Random(7);
        double Draw(double limit) => (2 * random.NextDouble() - 1) * limit;
        GateWeights Gate() => new(Draw(2), Draw(2), Draw(6));
        var cases = Enumerable.Range(0, 500)
            .Select(_ => (X: Draw(3), H: Draw(1), C: Draw(3), Weights: new LstmWeights(Gate(), Gate(), Gate(), Gate())))
            .Append((X: 1, H: 0.5, C: 0, Weights: LstmWeights.Ones))
            .Append((X: 3, H: 1, C: -3, Weights: LstmWeights.Ones.WithBiases(-1000, 1000, -1000, 1000)))
            .ToArray();

        static object Plain(GateWeights gate) => new { w = gate.W, u = gate.U, b = gate.B };
        var input = JsonSerializer.Serialize(cases.Select(c => new
        {
            x = c.X,
            h = c.H,
            c = c.C,
            weights = new
            {
                f = Plain(c.Weights.Forget),
                i = Plain(c.Weights.Input),
                g = Plain(c.Weights.Candidate),
                o = Plain(c.Weights.Output)
            },
        }));
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllText(file, $$"""
                {{GateExplorer.Resource("LstmStep.js")}}
                const cases = {{input}};
                console.log(JSON.stringify(cases.map(({ x, h, c, weights }) => {
                  const s = lstmStep(x, h, c, weights);
                  return { values: [s.f, s.i, s.g, s.o, s.kept, s.written, s.cell, s.hidden], text: equations(s, weights).join("\n") };
                })));
                """);
            var results = JsonDocument.Parse(Tool.Run(NodeFactAttribute.Node, file)).RootElement.EnumerateArray().ToArray();

            Assert.Equal(cases.Length, results.Length);
            for (var k = 0; k < cases.Length; k++)
            {
                var step = LstmStep.Compute(cases[k].X, cases[k].H, cases[k].C, cases[k].Weights);
                double[] expected = [step.Forget, step.Input, step.Candidate, step.Output, step.Kept, step.Written, step.Cell, step.Hidden];
                Assert.Equal(expected, results[k].GetProperty("values").EnumerateArray().Select(v => v.GetDouble()), (a, b) =>
                    Math.Abs(a - b) <= 1e-12);
            }

            foreach (var k in new[] { 0, 1, 2, cases.Length - 2 })
            {
                var explorer = new GateExplorer(cases[k].X, cases[k].H, cases[k].C, cases[k].Weights);
                Assert.Equal(explorer.ToString(), results[k].GetProperty("text").GetString());
            }
        }
        finally
        {
            File.Delete(file);
        }
    }

    [BrowserFact]
    public void In_a_browser_the_sliders_move_the_numbers_and_two_explorers_do_not_disturb_each_other()
    {
        var folder = Directory.CreateTempSubdirectory("gate-explorer-").FullName;
        try
        {
            var page = Path.Combine(folder, "page.html");
            File.WriteAllText(page, $$"""
                <!doctype html><meta charset="utf-8"><body>
                {{new GateExplorer().ToHtml()}}
                <div style="color: #eee; background: #111">{{new GateExplorer(x: 0, h: 0, c: 2, Uneven).ToHtml()}}</div>
                <pre id="seen"></pre>
                <script>
                const roots = [...document.querySelectorAll("[data-lstm-gate-explorer]")].map(host => host.shadowRoot);
                const value = (root, row) => root.querySelector(`[data-row=${row}] [data-value]`).textContent;
                const move = (root, key, to) => {
                  const slider = root.querySelector(`input[data-key=${key}]`);
                  slider.value = to;
                  slider.dispatchEvent(new Event("input", { bubbles: true }));
                };
                const seen = [];
                seen.push(value(roots[0], "hidden"));
                move(roots[0], "f", 2);
                move(roots[0], "c", 1);
                seen.push(value(roots[0], "f"), value(roots[0], "cell"), value(roots[0], "hidden"));
                seen.push(roots[0].querySelector("[data-row=f] [data-bar]").getAttribute("width"));
                seen.push(roots[0].querySelector("pre").textContent.split("\n").at(-1));
                roots[0].querySelector("[data-action=next]").click();
                seen.push(roots[0].querySelector("input[data-key=c]").nextElementSibling.value);
                roots[0].querySelector("[data-action=reset]").click();
                seen.push(value(roots[0], "hidden"), value(roots[1], "c"));
                seen.push(...roots.map(root => root.querySelector(".card").classList.contains("dark")));
                document.getElementById("seen").textContent = JSON.stringify(seen);
                </script>
                """);

            var dom = Tool.Run(
                BrowserFactAttribute.Browser, "--headless", "--no-sandbox", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run",
                $"--user-data-dir={Path.Combine(folder, "profile")}", "--virtual-time-budget=2000", "--dump-dom", new Uri(page)
                .AbsoluteUri);

            var seen = JsonDocument.Parse(Regex.Match(dom, "<pre id=\"seen\">(.*?)</pre>").Groups[1].Value).RootElement;
            var moved = LstmStep.Compute(1, 0.5, 1, LstmWeights.Ones.WithBiases(forget: 2));
            Assert.Equal("0.514", seen[0].GetString());
            Assert.Equal(GateExplorer.Number(moved.Forget), seen[1].GetString());
            Assert.Equal(GateExplorer.Number(moved.Cell), seen[2].GetString());
            Assert.Equal(GateExplorer.Number(moved.Hidden), seen[3].GetString());
            Assert.Equal(370 * moved.Forget, double.Parse(seen[4].GetString()!, CultureInfo.InvariantCulture), 1e-9);
            Assert.Equal(new GateExplorer(1, 0.5, 1, LstmWeights.Ones.WithBiases(forget: 2)).ToString().Split('\n')[^1],
                seen[5].GetString());
            Assert.Equal(moved.Cell.ToString("F2", CultureInfo.InvariantCulture), seen[6].GetString());
            Assert.Equal("0.514", seen[7].GetString());
            Assert.Equal("2.000", seen[8].GetString());
            Assert.False(seen[9].GetBoolean());
            Assert.True(seen[10].GetBoolean());
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }
}
