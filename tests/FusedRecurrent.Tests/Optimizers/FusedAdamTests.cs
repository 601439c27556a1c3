using TorchSharp.Modules;
using static TorchSharp.torch;

namespace FusedRecurrent.Tests.Optimizers;

/// <summary>The fused optimizers against torch.optim's, from the same start on the same gradients.</summary>
[Collection(Kernels.KernelSettings.Name)]
public sealed class FusedAdamTests
{
    private static readonly long[][] Shapes = [[300, 100], [77], [1], [5, 3, 2], [0]];

    [Theory]
    [InlineData(false, 0, false, false, ScalarType.Float32)]
    [InlineData(false, 0.1, true, false, ScalarType.Float32)]
    [InlineData(false, 0.01, false, true, ScalarType.Float64)]
    [InlineData(true, 0.1, false, false, ScalarType.Float32)]
    [InlineData(true, 0.01, true, true, ScalarType.Float64)]
    public void A_hundred_steps_end_where_those_of_torch_end(bool decoupled, double decay, bool amsgrad, bool maximize, ScalarType type)
    {
        Parameter[] theirs = Parameters(type, 1), ours = Parameters(type, 1);
        using OptimizerHelper plain = decoupled
            ? optim.AdamW(theirs, 0.01, weight_decay: decay, amsgrad: amsgrad, maximize: maximize)
            : optim.Adam(theirs, 0.01, weight_decay: decay, amsgrad: amsgrad, maximize: maximize);
        using OptimizerHelper fused = decoupled
            ? Fused.AdamW(ours, 0.01, weight_decay: decay, amsgrad: amsgrad, maximize: maximize)
            : Fused.Adam(ours, 0.01, weight_decay: decay, amsgrad: amsgrad, maximize: maximize);
        for (int step = 0; step < 100; step++)
        {
            SetGradients(theirs, step);
            SetGradients(ours, step);
            plain.step();
            fused.step();
        }

        Near(theirs, ours, 1e-6);
    }

    [Theory]
    [InlineData(0.5)]
    [InlineData(1e6)]
    public void Clipping_and_stepping_at_once_is_clipping_and_then_stepping(double limit)
    {
        Parameter[] theirs = Parameters(ScalarType.Float32, 2), ours = Parameters(ScalarType.Float32, 2);
        using var plain = optim.Adam(theirs, 0.01);
        using var fused = Fused.Adam(ours, 0.01);
        for (int step = 0; step < 20; step++)
        {
            SetGradients(theirs, step);
            SetGradients(ours, step);
            double expected = nn.utils.clip_grad_norm_(theirs, limit);
            plain.step();
            double actual = fused.clip_and_step(limit);
            Assert.Equal(1, actual / expected, 1e-5);
        }

        Near(theirs, ours, 1e-6);
    }

    [Fact]
    public void The_norm_and_the_step_are_the_same_bits_for_any_width_and_thread_count() => Kernels.KernelSettings.AssertSameBits(() =>
    {
        Parameter[] parameters = Parameters(ScalarType.Float32, 3);
        using var fused = Fused.AdamW(parameters, 0.01, weight_decay: 0.1);
        var norms = new List<float>();
        for (int step = 0; step < 3; step++)
        {
            SetGradients(parameters, step);
            norms.Add((float)fused.clip_and_step(1));
        }

        return parameters.SelectMany(parameter => parameter.data<float>()).Concat(norms).ToArray();
    });

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void State_files_go_both_ways(bool decoupled)
    {
        OptimizerHelper Plain(Parameter[] p) => decoupled ? optim.AdamW(p, 0.02) : optim.Adam(p, 0.02);
        OptimizerHelper Ours(Parameter[] p) => decoupled ? Fused.AdamW(p, 0.01) : Fused.Adam(p, 0.01);
        foreach (bool toOurs in new[] { false, true })
        {
            Parameter[] start = Parameters(ScalarType.Float32, 4), later = Parameters(ScalarType.Float32, 4);
            using var first = toOurs ? Plain(start) : Ours(start);
            using var second = toOurs ? Ours(later) : Plain(later);
            for (int step = 0; step < 5; step++)
            {
                SetGradients(start, step);
                first.step();
            }

            Copy(start, later);
            using var stream = new MemoryStream();
            using (var writer = new BinaryWriter(stream, System.Text.Encoding.UTF8, leaveOpen: true))
            {
                first.save_state_dict(writer);
            }

            stream.Position = 0;
            using (var reader = new BinaryReader(stream))
            {
                second.load_state_dict(reader);
            }

            SetGradients(start, 9);
            SetGradients(later, 9);
            first.step();
            second.step();
            Near(start, later, 1e-6);
        }
    }

    [Fact]
    public void Groups_and_schedules_set_the_rate()
    {
        Parameter[] theirs = Parameters(ScalarType.Float32, 5), ours = Parameters(ScalarType.Float32, 5);
        Adam.ParamGroup[] Groups(Parameter[] p) => [new(p[..2], lr: 0.1, beta1: 0.5), new(p[2..], weight_decay: 0.1)];
        using var plain = optim.Adam(Groups(theirs), 0.01);
        using var fused = Fused.Adam(Groups(ours), 0.01);
        var plainSchedule = optim.lr_scheduler.StepLR(plain, 2, 0.5);
        var fusedSchedule = optim.lr_scheduler.StepLR(fused, 2, 0.5);
        for (int step = 0; step < 6; step++)
        {
            SetGradients(theirs, step);
            SetGradients(ours, step);
            plain.step();
            fused.step();
            plainSchedule.step();
            fusedSchedule.step();
        }

        Near(theirs, ours, 1e-6);
    }

    [Fact]
    public void Parameters_without_gradients_stay_and_other_types_are_stepped_by_torch()
    {
        Parameter[] mixed = [.. Parameters(ScalarType.Float32, 6), .. Parameters(ScalarType.BFloat16, 6)];
        using var fused = Fused.Adam(mixed, 0.01);
        fused.step();
        Assert.Equal(0, fused.clip_and_step(1));
        Near(Parameters(ScalarType.Float32, 6), mixed[..Shapes.Length], 0);

        SetGradients(mixed, 0);
        fused.step();
        Assert.False(mixed[0].Equals(Parameters(ScalarType.Float32, 6)[0]));
        Assert.False(mixed[Shapes.Length].Equals(Parameters(ScalarType.BFloat16, 6)[0]));
        Assert.Throws<ArgumentOutOfRangeException>(() => fused.clip_and_step(0));
    }

    [Fact]
    public void A_closure_gives_the_loss_and_the_gradients()
    {
        var parameter = new Parameter(ones(3));
        using var fused = Fused.Adam([parameter], 0.1);
        Tensor loss = fused.step(() =>
        {
            Tensor value = parameter.pow(2).sum();
            value.backward();
            return value;
        });
        Assert.Equal(3, loss.ToSingle());
        Assert.True(allclose(tensor(0.9f).expand(3), parameter, 1e-5, 1e-6));
    }

    [Fact]
    public void A_graph_that_needs_the_old_weights_is_refused_after_a_step()
    {
        var parameter = new Parameter(ones(3));
        using var fused = Fused.Adam([parameter], 0.1);
        Tensor loss = (parameter * parameter).sum();
        loss.backward(retain_graph: true);
        fused.step();
        Assert.Throws<System.Runtime.InteropServices.ExternalException>(() => loss.backward());
    }

    private static Parameter[] Parameters(ScalarType type, int seed) =>
        Array.ConvertAll(Shapes, shape => new Parameter(Numbers(shape, seed).to(type)));

    private static void SetGradients(Parameter[] parameters, int step)
    {
        foreach (var parameter in parameters)
        {
            parameter.grad = Numbers(parameter.shape, 100 + step).to(parameter.dtype);
        }
    }

    private static Tensor Numbers(long[] shape, int seed)
    {
        var random = new Random(seed);
        int count = (int)shape.Aggregate(1L, (a, b) => a * b);
        float[] values = [.. Enumerable.Range(0, count).Select(_ => (float)(random.NextDouble() - 0.5))];
        return tensor(values, shape);
    }

    private static void Copy(Parameter[] from, Parameter[] to)
    {
        using var _ = no_grad();
        for (int i = 0; i < from.Length; i++)
        {
            to[i].copy_(from[i]);
        }
    }

    private static void Near(Parameter[] expected, Parameter[] actual, double tolerance)
    {
        for (int i = 0; i < expected.Length; i++)
        {
            if (expected[i].NumberOfElements > 0)
            {
                Assert.InRange((expected[i] - actual[i]).abs().max().ToDouble(), 0, tolerance);
            }
        }
    }
}
