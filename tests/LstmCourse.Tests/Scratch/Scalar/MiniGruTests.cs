using System.Text.Json.Nodes;
using LstmCourse.Scratch.Scalar;

namespace LstmCourse.Tests.Scratch.Scalar;

public class MiniGruTests
{
    private static readonly GruWeights Uneven = new(
        new GateWeights(0.3, -0.7, 0.9), new GateWeights(-1.1, 0.4, 0.2), new GateWeights(0.8, 1.3, -0.3));

    [Fact]
    public void The_step_of_the_course_has_its_known_values_to_twelve_digits()
    {
        var step = GruStep.Compute(x: 1, h: 0.5, GruWeights.Ones);

        Assert.Equal(0.817574476194, step.Reset, 12);
        Assert.Equal(0.817574476194, step.Update, 12);
        Assert.Equal(0.887236320451, step.Candidate, 12);
        Assert.Equal(0.570641788595, step.Hidden, 12);
    }

    [Fact]
    public void Each_gate_uses_its_own_weights()
    {
        var (x, h) = (0.7, -0.4);
        var step = GruStep.Compute(x, h, Uneven);

        static double Sigmoid(double a) => 1 / (1 + Math.Exp(-a));
        var z = Sigmoid(0.3 * x - 0.7 * h + 0.9);
        var r = Sigmoid(-1.1 * x + 0.4 * h + 0.2);
        var n = Math.Tanh(0.8 * x + 1.3 * r * h - 0.3);
        Assert.Equal(z, step.Update, 14);
        Assert.Equal(r, step.Reset, 14);
        Assert.Equal(n, step.Candidate, 14);
        Assert.Equal(z * h, step.Kept, 14);
        Assert.Equal((1 - z) * n, step.Written, 14);
        Assert.Equal(z * h + (1 - z) * n, step.Hidden, 14);
    }

    [Fact]
    public void An_open_update_gate_keeps_the_state_and_a_shut_one_replaces_it()
    {
        Assert.Equal(0.25, GruStep.Compute(x: 0.9, h: 0.25, GruWeights.Ones.WithBiases(update: 100)).Hidden);
        var shut = GruStep.Compute(x: 0.9, h: 0.25, GruWeights.Ones.WithBiases(update: -100));
        Assert.Equal(shut.Candidate, shut.Hidden);
    }

    [Fact]
    public void A_shut_reset_gate_hides_the_old_state_from_the_candidate() =>
        Assert.Equal(Math.Tanh(0.9), GruStep.Compute(x: 0.9, h: 0.25, GruWeights.Ones.WithBiases(reset: -100)).Candidate, 14);

    [Fact]
    public void WithBiases_changes_only_what_is_named() => Assert.Equal(
        Uneven with { Update = Uneven.Update with { B = 2 }, Candidate = Uneven.Candidate with { B = -1 } },
        Uneven.WithBiases(update: 2, candidate: -1));

    [Fact]
    public void The_trace_holds_every_value_of_every_step()
    {
        var trace = new MiniGru(Uneven).Run([0.5, -1], hidden: 0.25);

        Assert.Equal(2, trace.Steps.Count);
        Assert.Equal(GruStep.Compute(0.5, 0.25, Uneven), trace.Steps[0]);
        Assert.Equal(GruStep.Compute(-1, trace.Hidden[0], Uneven), trace.Steps[1]);
        Assert.Equal([0.5, -1], trace.X);
        Assert.Equal((trace.Steps[1].Reset, trace.Steps[1].Update), (trace.Reset[1], trace.Update[1]));
        Assert.Equal((trace.Steps[1].Candidate, trace.Steps[1].Hidden), (trace.Candidate[1], trace.Hidden[1]));
    }

    [Fact]
    public void The_trace_is_shown_as_a_table() => Assert.Equal(
        """
        step       x       r       z       n       h
        ----  ------  ------  ------  ------  ------
           1  0.1000  0.5250  0.5250  0.0997  0.0473
           2  0.2000  0.5615  0.5615  0.2228  0.1243
           3  0.3000  0.6045  0.6045  0.3585  0.2169

        """.ReplaceLineEndings("\n"),
        new MiniGru().Run([0.1, 0.2, 0.3]).ToString());

    [Fact]
    public void The_trace_draws_its_gates_and_its_state()
    {
        var trace = new MiniGru().Run([0.1, 0.2, 0.3]);
        var lines = trace.GateChart().Figure["data"]!.AsArray();

        AssertLine(lines[0]!, "update gate z", trace.Update);
        AssertLine(lines[1]!, "reset gate r", trace.Reset);
        AssertLine(lines[2]!, "candidate n", trace.Candidate);
        AssertLine(lines[3]!, "hidden state h", trace.Hidden);

        static void AssertLine(JsonNode line, string name, double[] values)
        {
            Assert.Equal(name, line["name"]!.GetValue<string>());
            Assert.Equal(values, line["y"]!.AsArray().Select(y => y!.GetValue<double>()), (a, b) => Math.Abs(a - b) < 1e-5);
        }
    }
}
