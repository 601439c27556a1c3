using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn.utils.rnn;

namespace FusedRecurrent.Tests.Modules;

/// <summary>One random network with its data, run by libtorch's module and by ours over the same parameters.</summary>
internal sealed class NetworkDraw
{
    private readonly int _cell, _inputs, _hidden, _layers, _steps, _batch, _layout;
    private readonly bool _bias, _batchFirst, _both, _double, _withStates, _trainsInput, _unbatched, _freezes;
    private readonly double _dropout;
    private readonly bool[] _slopes;
    private readonly long[]? _lengths;
    private readonly int _seed;

    internal NetworkDraw(int seed)
    {
        _seed = seed;
        var random = new Random(seed);
        bool Flip(int of = 2) => random.Next(of) == 0;
        _cell = random.Next(4);
        (_inputs, _hidden, _layers) = (random.Next(1, 48), random.Next(1, 48), random.Next(1, 4));
        (_steps, _batch, _layout) = (random.Next(1, 28), random.Next(1, 24), random.Next(4));
        (_bias, _batchFirst, _both, _double) = (!Flip(4), Flip(), Flip(), Flip(3));
        (_withStates, _trainsInput, _unbatched, _freezes) = (Flip(), !Flip(4), Flip(8), Flip(6));
        _dropout = Flip(3) && _layers > 1 ? 0.5 : 0;
        _slopes = [Flip(), Flip(), Flip()];
        _slopes[random.Next(_cell == 0 ? 3 : 2)] = true;
        if (_unbatched)
        {
            _batch = 1;
        }
        else if (Flip(3))
        {
            _lengths = [.. Enumerable.Range(0, _batch).Select(_ => (long)random.Next(1, _steps + 1))];
        }
    }

    private ScalarType Type => _double ? ScalarType.Float64 : ScalarType.Float32;

    public override string ToString() =>
        $"draw {_seed}: {new[] { "LSTM", "GRU", "RNN tanh", "RNN ReLU" }[_cell]} E{_inputs} H{_hidden} L{_layers} T{_steps} B{_batch}"
        + $" layout {_layout}"
        + $"{(_both ? " both" : "")}{(_bias ? "" : " no bias")}{(_batchFirst ? " batch first" : "")} {Type}"
        + $"{(_withStates ? " states" : "")}{(_lengths == null ? "" : " lengths")}{(_unbatched ? " unbatched" : "")}";

    /// <summary>The largest error of any output, state or gradient, relative to its tensor's largest number or to 1.</summary>
    internal double LargestError()
    {
        using var scope = NewDisposeScope();
        manual_seed(_seed);
        var (theirs, ours, parameters) = Modules();
        if (_freezes)
        {
            parameters[_seed % parameters.Count].requires_grad_(false);
        }

        Tensor input = Input(), h0 = State(), c0 = State();
        long width = _hidden * (_both ? 2 : 1);
        Tensor[] slopes =
        [
            randn([input.shape[0], input.shape[1], width], Type), randn(h0.shape, Type), randn(h0.shape, Type),
        ];
        var expected = Results(theirs(input, h0, c0), slopes, input, h0, c0, parameters);
        var actual = Results(ours(input, h0, c0), slopes, input, h0, c0, parameters);
        double worst = 0;
        for (int i = 0; i < expected.Count; i++)
        {
            if (expected[i] is null || actual[i] is null)
            {
                Assert.True(expected[i] is null && actual[i] is null, $"{this}: result {i} has a gradient on one side only");
                continue;
            }

            Assert.Equal(expected[i]!.shape, actual[i]!.shape);
            double size = Math.Max(1, expected[i]!.abs().max().ToDouble());
            worst = Math.Max(worst, (expected[i]! - actual[i]!).abs().max().ToDouble() / size);
        }

        return worst;
    }

    /// <summary>Outputs, states and gradients, the latter taken off again.</summary>
    private List<Tensor?> Results(
        Tensor?[] outputs, Tensor[] slopes, Tensor input, Tensor h0, Tensor c0, IReadOnlyList<Parameter> parameters)
    {
        var loss = zeros([], Type);
        for (int i = 0; i < outputs.Length; i++)
        {
            loss = outputs[i] is { } output && _slopes[i] ? loss + (output * slopes[i]).sum() : loss;
        }

        List<Tensor?> results = [.. outputs.Select(output => output?.detach())];
        if (loss.requires_grad)
        {
            loss.backward();
        }

        foreach (Tensor leaf in new[] { input, h0, c0 }.Concat(parameters))
        {
            results.Add(leaf.grad?.clone());
            leaf.grad = null;
        }

        return results;
    }

    private (Func<Tensor, Tensor, Tensor, Tensor?[]> Theirs, Func<Tensor, Tensor, Tensor, Tensor?[]> Ours, List<Parameter>) Modules()
    {
        Tensor? lengths = _lengths == null ? null : tensor(_lengths);
        PackedSequence Pack(Tensor x) => pack_padded_sequence(x, lengths!, _batchFirst, enforce_sorted: false);
        Tensor Pad(PackedSequence y) => pad_packed_sequence(y, _batchFirst, total_length: _steps).Item1;
        if (_cell == 0)
        {
            var lstm = nn.LSTM(_inputs, _hidden, _layers, _bias, _batchFirst, _dropout, _both, dtype: Type);
            var fused = Fused.From(lstm, _dropout);
            lstm.eval();
            fused.eval();
            (Tensor, Tensor)? States(Tensor h, Tensor c) => _withStates ? (h, c) : null;
            return (
                (x, h, c) =>
                {
                    if (_lengths == null)
                    {
                        var (y, hn, cn) = lstm.call(x, States(h, c));
                        return [y, hn, cn];
                    }

                    var (packed, hp, cp) = lstm.call(Pack(x), States(h, c));
                    return [Pad(packed), hp, cp];
                },
                (x, h, c) =>
                {
                    var (y, hn, cn) = _unbatched
                        ? fused.call(x.squeeze(BatchDim), _withStates ? (h.squeeze(1), c.squeeze(1)) : null)
                        : fused.call(x, States(h, c), lengths);
                    return _unbatched ? [y.unsqueeze(BatchDim), hn.unsqueeze(1), cn.unsqueeze(1)] : [y, hn, cn];
                },
                [.. lstm.parameters()]);
        }

        Func<Tensor, Tensor?, (Tensor, Tensor)> plain, ours;
        Func<PackedSequence, Tensor?, (PackedSequence, Tensor)> packedCall;
        List<Parameter> parameters;
        if (_cell == 1)
        {
            var gru = nn.GRU(_inputs, _hidden, _layers, _bias, _batchFirst, _dropout, _both, dtype: Type);
            var fused = Fused.From(gru, _dropout);
            gru.eval();
            fused.eval();
            (plain, packedCall, parameters) = ((x, h) => gru.call(x, h), (x, h) => gru.call(x, h), [.. gru.parameters()]);
            ours = (x, h) => fused.call(x, h, lengths);
        }
        else
        {
            var kind = _cell == 2 ? nn.NonLinearities.Tanh : nn.NonLinearities.ReLU;
            var rnn = nn.RNN(_inputs, _hidden, _layers, kind, _bias, _batchFirst, _dropout, _both, dtype: Type);
            var fused = Fused.From(rnn, _dropout);
            rnn.eval();
            fused.eval();
            (plain, packedCall, parameters) = ((x, h) => rnn.call(x, h), (x, h) => rnn.call(x, h), [.. rnn.parameters()]);
            ours = (x, h) => fused.call(x, h, lengths);
        }

        return (
            (x, h, _) =>
            {
                if (_lengths == null)
                {
                    var (y, hn) = plain(x, _withStates ? h : null);
                    return [y, hn, null];
                }

                var (packed, hp) = packedCall(Pack(x), _withStates ? h : null);
                return [Pad(packed), hp, null];
            },
            (x, h, _) =>
            {
                var (y, hn) = _unbatched ? ours(x.squeeze(BatchDim), _withStates ? h.squeeze(1) : null) : ours(x, _withStates ? h : null);
                return _unbatched ? [y.unsqueeze(BatchDim), hn.unsqueeze(1), null] : [y, hn, null];
            },
            parameters);
    }

    private int BatchDim => _batchFirst ? 0 : 1;

    private Tensor State() =>
        randn([_layers * (_both ? 2 : 1), _batch, _hidden], Type).requires_grad_(_withStates && _seed % 3 != 0);

    /// <summary>Leaves whose strides are those of a whole tensor, a transposed one, a slice, or features that lie apart.</summary>
    private Tensor Input()
    {
        long first = _batchFirst ? _batch : _steps, second = _batchFirst ? _steps : _batch;
        Tensor x = _layout switch
        {
            0 => randn([first, second, _inputs], Type),
            1 => randn([second, first, _inputs], Type).transpose(0, 1),
            2 => randn([first + 2, second + 1, _inputs + 3], Type)[1..^1, 1.., 2..^1],
            _ => randn([_inputs, first, second], Type).permute(1, 2, 0),
        };
        return x.detach().requires_grad_(_trainsInput);
    }
}
