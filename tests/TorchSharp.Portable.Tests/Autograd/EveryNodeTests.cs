using System.Globalization;
using TorchSharp.Autograd;
using TorchSharp.Portable.Tests.Golden;
using TorchSharp.Portable.Tests.Operations;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Portable.Tests.Autograd;

/// <summary>
/// The fused layers, the losses and changes in place against central differences in Float64, weights included; and a count of the graph's
/// kinds of node, so that a new one without such a check is noticed.
/// </summary>
public sealed class EveryNodeTests
{
    private const double Step = 1e-6;
    private const double Tolerance = 2e-7;

    private static readonly long[] Lengths = [2, 4, 1];
    private static readonly Tensor Classes = tensor(new long[] { 2, 0, -100 });
    private static readonly Tensor Words = tensor(new long[,] { { 1, 3, 0 }, { 3, 3, 2 } });

    /// <summary>Each makes a function of nothing and the leaves to differentiate by.</summary>
    private static readonly Dictionary<string, Func<(Func<Tensor[]> Run, Tensor[] Leaves)>> Operations = new()
    {
        ["linear"] = () => Of(Linear(4, 3, dtype: float64), Leaf(2, 4)),
        ["embedding"] = () => Looked(Embedding(5, 2, 0, dtype: float64)),
        ["layer norm"] = () => Of(LayerNorm(4, dtype: float64), Leaf(3, 4)),
        ["gelu"] = () => Of(GELU(), Leaf(3, 4)),
        ["silu"] = () => Of(SiLU(), Leaf(3, 4)),
        ["elu"] = () => Of(ELU(), Leaf(3, 4)),
        ["leaky relu"] = () => Of(LeakyReLU(0.1), Leaf(3, 4)),
        ["softplus"] = () => Of(Softplus(), Leaf(3, 4)),
        ["cross-entropy"] = () => Of(x => functional.cross_entropy(x, Classes, Leaf(4).abs(), label_smoothing: 0.1), Leaf(3, 4)),
        ["negative log-likelihood"] = () => Of(x => functional.nll_loss(x, Classes), Leaf(3, 4)),
        ["binary cross-entropy"] = () => Of(x => Binary(x, Leaf(3, 4).sigmoid().detach(), Leaf(4).abs().detach()), Leaf(3, 4)),
        ["binary cross-entropy, targets differentiable"] = () => Of(x => Binary(x, x.sigmoid(), x[0].abs()), Leaf(3, 4)),
        ["LSTM"] = () => Recurrent(LSTM(2, 3, dtype: float64), false),
        ["LSTM, two layers, both ways, packed"] = () => Recurrent(LSTM(2, 3, 2, bidirectional: true, batchFirst: true, dtype: float64), true),
        ["GRU"] = () => Recurrent(GRU(2, 3, dtype: float64), false),
        ["GRU, two layers, both ways, packed"] = () => Recurrent(GRU(2, 3, 2, bidirectional: true, batchFirst: true, dtype: float64), true),
        ["RNN"] = () => Recurrent(RNN(2, 3, dtype: float64), false),
        ["RNN, two layers, both ways, packed"] = () => Recurrent(RNN(2, 3, 2, bidirectional: true, batchFirst: true, dtype: float64), true),
        ["LSTM cell"] = () => Cell(LSTMCell(2, 3, dtype: float64), (cell, x) => cell.call(x, (Leaf(2, 3), Leaf(2, 3))).Item2),
        ["GRU cell"] = () => Cell(GRUCell(2, 3, dtype: float64), (cell, x) => cell.call(x, null)),
        ["RNN cell"] = () => Cell(RNNCell(2, 3, dtype: float64), (cell, x) => cell.call(x, null)),
        ["change in place"] = () => Of(x => (x * 2).add_(x), Leaf(3, 4)),
        ["assignment to a row"] = () => Changed((y, x) => y[1] = x[0] * 3),
        ["assignment of a number"] = () => Changed((y, _) => y[1] = tensor(2.0)),
        ["assignment to a mask"] = () => Changed((y, _) => y.masked_fill_(y > 0.2, 5)),
        ["change of a view"] = () => Changed((y, x) => y.t().mul_(x.t())),
        ["conversion"] = () => Of(x => x.to_type(ScalarType.Float64).to_type(ScalarType.Float64, copy: true) * 2, Leaf(3, 4)),
    };

    public static TheoryData<string> Names => [.. Operations.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Gradients_agree_with_finite_differences(string name)
    {
        var (run, leaves) = Operations[name]();
        Loss(run).backward();
        foreach (var (leaf, index) in leaves.Select((leaf, index) => (leaf, index)))
        {
            var slopes = leaf.grad?.data<double>().ToArray() ?? new double[leaf.numel()];
            for (var k = 0; k < slopes.Length; k++)
            {
                var numeric = (At(leaf, k, Step) - At(leaf, k, -Step)) / (2 * Step);
                Assert.True(
                    Math.Abs(slopes[k] - numeric) <= Tolerance * (1 + Math.Abs(numeric)),
                    string.Create(CultureInfo.InvariantCulture, $"leaf {index}, element {k}: gradient {slopes[k]:R}, finite difference {numeric:R}"));
            }
        }

        double At(Tensor leaf, int k, double step)
        {
            using var outside = no_grad();
            var old = leaf.Elements<double>()[k];
            leaf.Elements<double>()[k] = old + step;
            var value = Loss(run).item<double>();
            leaf.Elements<double>()[k] = old;
            return value;
        }
    }

    [Fact]
    public void Every_kind_of_node_has_such_a_check()
    {
        var seen = new HashSet<Type>();
        foreach (var operation in Operations.Values) Collect(Loss(operation().Run).Node, seen);
        foreach (var (name, inputs) in OperationGoldenTests.Doubles())
        {
            var result = OperationTable.Operations[name](inputs);
            Collect(result.Node, seen);
            if (name.StartsWith("prod", StringComparison.Ordinal) || !result.requires_grad) continue;

            // Some nodes arise only on the way back of another: second derivatives are checked too.
            foreach (var gradient in autograd.grad([result.sum()], inputs, create_graph: true, allow_unused: true)) Collect(gradient?.Node, seen);
        }

        var all = typeof(GradientNode).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(GradientNode)) && !type.IsAbstract);
        var missing = all.Where(type => !seen.Contains(type)).Select(type => type.ToString()).Order(StringComparer.Ordinal).ToList();
        Assert.True(missing.Count == 0, $"No finite-difference check reaches {string.Join(", ", missing)}: add an operation to the table.");
    }

    private static void Collect(GradientNode? root, HashSet<Type> seen)
    {
        var (waiting, met) = (new Stack<GradientNode?>([root]), new HashSet<GradientNode>());
        while (waiting.TryPop(out var node))
        {
            if (node is null || !met.Add(node)) continue;
            seen.Add(node.GetType().IsGenericType ? node.GetType().GetGenericTypeDefinition() : node.GetType());
            foreach (var edge in node.Inputs) waiting.Push(edge.Node);
        }
    }

    private static Tensor Loss(Func<Tensor[]> run)
    {
        var sum = zeros(Array.Empty<long>(), float64);
        foreach (var result in run()) sum = sum + (result * GoldenNumbers.Wave(result.shape, 0.3, 1.0, 0.1, float64)).sum();
        return sum;
    }

    private static Tensor Leaf(params long[] shape) => GoldenNumbers.Wave(shape, 0.7, 0.9, 0.05, float64).requires_grad_();

    private static Tensor Binary(Tensor x, Tensor target, Tensor positive) =>
        functional.binary_cross_entropy_with_logits(x, target, pos_weights: positive);

    private static (Func<Tensor[]>, Tensor[]) Of(Func<Tensor, Tensor> function, Tensor x) => (() => [function(x)], [x]);

    private static (Func<Tensor[]>, Tensor[]) Of(Module<Tensor, Tensor> module, Tensor x)
    {
        TrainingRecord.FillParameters(module);
        return (() => [module.call(x)], [x, .. module.parameters()]);
    }

    private static (Func<Tensor[]>, Tensor[]) Looked(TorchSharp.Modules.Embedding table)
    {
        TrainingRecord.FillParameters(table);

        // The padding row takes no gradient, so only the others are compared.
        return (() => [table.call(Words) * (Words > 0).to_type(ScalarType.Float64).unsqueeze(2)], [.. table.parameters()]);
    }

    private static (Func<Tensor[]>, Tensor[]) Cell<TCell>(TCell cell, Func<TCell, Tensor, Tensor> call) where TCell : Module
    {
        TrainingRecord.FillParameters(cell);
        var x = Leaf(2, 2);
        return (() => [call(cell, x)], [x, .. cell.parameters()]);
    }

    private static (Func<Tensor[]>, Tensor[]) Changed(Action<Tensor, Tensor> change)
    {
        var x = Leaf(3, 4);
        return (() =>
        {
            var y = x * 1.5;
            change(y, x);
            return [y];
        }, [x]);
    }

    private static (Func<Tensor[]>, Tensor[]) Recurrent(Module layer, bool packed)
    {
        TrainingRecord.FillParameters(layer);
        var x = Leaf(3, 4, 2);
        return (Run, [x, .. layer.parameters()]);

        Tensor[] Run()
        {
            if (!packed)
            {
                switch (layer)
                {
                    case TorchSharp.Modules.LSTM lstm:
                        var (output, hidden, cell) = lstm.call(x);
                        return [output, hidden, cell];
                    case TorchSharp.Modules.GRU gru:
                        var (fromGru, lastOfGru) = gru.call(x);
                        return [fromGru, lastOfGru];
                    default:
                        var (fromRnn, lastOfRnn) = ((TorchSharp.Modules.RNN)layer).call(x);
                        return [fromRnn, lastOfRnn];
                }
            }

            var sequence = torch.nn.utils.rnn.pack_padded_sequence(x, tensor(Lengths), batch_first: true, enforce_sorted: false);
            switch (layer)
            {
                case TorchSharp.Modules.LSTM lstm:
                    var (output, hidden, cell) = lstm.call(sequence);
                    return [Padded(output), hidden, cell];
                case TorchSharp.Modules.GRU gru:
                    var (fromGru, lastOfGru) = gru.call(sequence);
                    return [Padded(fromGru), lastOfGru];
                default:
                    var (fromRnn, lastOfRnn) = ((TorchSharp.Modules.RNN)layer).call(sequence);
                    return [Padded(fromRnn), lastOfRnn];
            }
        }

        static Tensor Padded(torch.nn.utils.rnn.PackedSequence sequence) => torch.nn.utils.rnn.pad_packed_sequence(sequence, batch_first: true).Item1;
    }
}
