using FusedRecurrent.Kernels.Recurrent;

namespace FusedRecurrent.Tests.Kernels.Recurrent;

[Collection(KernelSettings.Name)]
public sealed class RecurrentLayerTests
{
    private static readonly CellKind[] Cells = [CellKind.Lstm, CellKind.Gru, CellKind.RnnTanh, CellKind.RnnRelu];

    [Fact]
    public void Doubles_agree_with_the_plain_equations_for_every_size_and_layout() => CompareWithPlain(
        (layer, sequence, random) =>
        {
            int seed = random.Next();
            bool batchFirst = random.Next(2) == 0, states = random.Next(3) > 0, bias = random.Next(4) > 0, output = random.Next(3) > 0;
            LayerCase<double> Case() => new LayerCase<double>
            {
                Layer = layer,
                Sequence = sequence,
                BatchFirst = batchFirst,
                WithStates = states,
                WithBias = bias,
                WithOutputGradient = output,
            }.Fill(seed);
            return (Case().Run(plain: true).Results(), Case().Run().Results());
        },
        1e-12);

    [Fact]
    public void Floats_agree_with_the_plain_equations_for_every_size_and_layout() => CompareWithPlain(
        (layer, sequence, random) =>
        {
            int seed = random.Next();
            bool batchFirst = random.Next(2) == 0;
            var plain = new LayerCase<double> { Layer = layer, Sequence = sequence, BatchFirst = batchFirst };
            var fast = new LayerCase<float> { Layer = layer, Sequence = sequence, BatchFirst = batchFirst };
            return (plain.Fill(seed).Run(plain: true).Results(), [.. fast.Fill(seed).Run().Results().Select(x => (double)x)]);
        },
        3e-5);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Gradients_agree_with_finite_differences(bool reverse)
    {
        foreach (var cell in Cells)
        {
            var layer = new LayerCase<double>
            {
                Layer = new(cell, 3, 5, reverse),
                Sequence = SequenceShape.Packed([3, 3, 2, 1]),
            }.Fill(seed: 11).Run();
            foreach (var (values, gradients) in new[]
            {
                (layer.X, layer.Dx), (layer.H0, layer.Dh0), (layer.WeightIh, layer.DWeightIh), (layer.WeightHh, layer.DWeightHh),
                (layer.BiasIh, layer.DBiasIh), (layer.BiasHh, layer.DBiasHh),
                cell == CellKind.Lstm ? (layer.C0, layer.Dc0) : ([], []),
            })
            {
                for (int i = 0; i < values.Length; i++)
                {
                    const double Step = 1e-5;
                    double old = values[i];
                    values[i] = old + Step;
                    double above = layer.Loss();
                    values[i] = old - Step;
                    double below = layer.Loss();
                    values[i] = old;
                    Assert.Equal((above - below) / (2 * Step), gradients[i], 1e-7);
                }
            }
        }
    }

    [Fact]
    public void Every_width_and_thread_count_gives_the_same_bits()
    {
        foreach (var cell in Cells)
        {
            foreach (var sequence in new[] { SequenceShape.Uniform(21, 37), SequenceShape.Packed([40, 40, 33, 12, 3, 1, 1]) })
            {
                KernelSettings.AssertSameBits(() => new LayerCase<float>
                {
                    Layer = new(cell, 19, 45, Reverse: true),
                    Sequence = sequence,
                }.Fill(seed: 5).Run().Results());
                KernelSettings.AssertSameBits(() => new LayerCase<double>
                {
                    Layer = new(cell, 7, 21, Reverse: false),
                    Sequence = sequence,
                }.Fill(seed: 6).Run().Results());
            }
        }
    }

    [Fact]
    public void Gradients_that_vanish_become_zero_and_not_denormal()
    {
        var layer = new LayerCase<float>
        {
            Layer = new(CellKind.Lstm, 4, 16, Reverse: false),
            Sequence = SequenceShape.Uniform(400, 2),
            WithOutputGradient = false,
        }.Fill(seed: 7).Run();

        Assert.DoesNotContain(layer.Dx, float.IsSubnormal);
        Assert.Contains(layer.Dx, x => x == 0);
        Assert.Contains(layer.Dx, x => Math.Abs(x) > 1e-3f);
    }

    private static void CompareWithPlain(
        Func<LayerShape, SequenceShape, Random, (double[] Expected, double[] Actual)> run, double tolerance)
    {
        var random = new Random(99);
        foreach (int bits in KernelSettings.Widths)
        {
            KernelSettings.With(bits, 2, () =>
            {
                for (int round = 0; round < 32; round++)
                {
                    var layer = new LayerShape(Cells[round % 4], random.Next(1, 40), random.Next(1, 40), random.Next(2) == 0);
                    var sequence = random.Next(2) == 0
                        ? SequenceShape.Uniform(random.Next(1, 30), random.Next(1, 30))
                        : SequenceShape.Packed(BatchSizes(random));
                    var (expected, actual) = run(layer, sequence, random);
                    for (int i = 0; i < expected.Length; i++)
                    {
                        double error = Math.Abs(actual[i] - expected[i]) / Math.Max(1, Math.Abs(expected[i]));
                        Assert.True(
                            error <= tolerance,
                            $"{layer}, {sequence.Steps} steps of {sequence.Batch}: [{i}] {actual[i]}, not {expected[i]}");
                    }
                }
            });
        }
    }

    private static long[] BatchSizes(Random random) =>
        [.. Enumerable.Range(0, random.Next(1, 20)).Select(_ => (long)random.Next(1, 25)).OrderDescending()];
}
