using System.Globalization;
using TorchSharp.Modules;
using TorchSharp.Portable.Tests.Golden;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Portable.Tests.Rnn;

[Collection("global settings")]
public sealed class RecurrentGoldenTests
{
    private static readonly long[] SortedLengths = [4, 3, 1];
    private static readonly long[] UnsortedLengths = [2, 4, 1];

    public static TheoryData<string, int> Cases()
    {
        var data = new TheoryData<string, int>();
        foreach (var file in new[] { "lstm.txt", "gru.txt", "rnn_tanh.txt", "rnn_relu.txt" })
        {
            for (var i = 0; i < GoldenNumbers.Read(file).Count; i++) data.Add(file, i);
        }
        return data;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Forward_gradients_and_three_steps_are_those_of_PyTorch(string file, int index)
    {
        var golden = GoldenNumbers.Read(file)[index];
        var s = golden.Settings;
        var type = s["dtype"] == "Float64" ? ScalarType.Float64 : ScalarType.Float32;
        var (layers, both, batchFirst) = (long.Parse(s["layers"], CultureInfo.InvariantCulture), s["bidirectional"] == "1", s["batchFirst"] == "1");
        var (bias, dropout) = (s["bias"] == "1", double.Parse(s["dropout"], CultureInfo.InvariantCulture));
        Module layer = golden.Name switch
        {
            "LSTM" => LSTM(3, 5, layers, bias, batchFirst, dropout, both, dtype: type),
            "GRU" => GRU(3, 5, layers, bias, batchFirst, dropout, both, dtype: type),
            "RNN_TANH" => RNN(3, 5, layers, NonLinearities.Tanh, bias, batchFirst, dropout, both, dtype: type),
            _ => RNN(3, 5, layers, NonLinearities.ReLU, bias, batchFirst, dropout, both, dtype: type),
        };
        TrainingRecord.FillParameters(layer);
        var inputs = new Dictionary<string, Tensor>
        {
            ["input"] = GoldenNumbers.Wave(batchFirst ? [3, 4, 3] : [4, 3, 3], 0.5, 1, 0, type).requires_grad_(),
        };
        if (s["state"] == "1")
        {
            long[] shape = [layers * (both ? 2 : 1), 3, 5];
            inputs["h0"] = GoldenNumbers.Wave(shape, 1.1, 0.5, 0, type).requires_grad_();
            if (layer is LSTM) inputs["c0"] = GoldenNumbers.Wave(shape, 2.3, 0.5, 0, type).requires_grad_();
        }

        TrainingRecord.Check(golden, layer, inputs, Forward, "output", "h_n", "c_n");

        Tensor[] Forward()
        {
            if (dropout > 0) manual_seed(11);
            var h0 = inputs.GetValueOrDefault("h0");
            (Tensor, Tensor)? states = inputs.TryGetValue("c0", out var c0) ? (h0!, c0) : null;
            if (s["packed"] == "no")
            {
                switch (layer)
                {
                    case LSTM lstm:
                        var (o, h, c) = lstm.call(inputs["input"], states);
                        return [o, h, c];
                    case GRU gru:
                        var (og, hg) = gru.call(inputs["input"], h0);
                        return [og, hg];
                    default:
                        var (or, hr) = ((RNN)layer).call(inputs["input"], h0);
                        return [or, hr];
                }
            }

            var sorted = s["packed"] == "sorted";
            var lengths = tensor(sorted ? SortedLengths : UnsortedLengths);
            var packed = torch.nn.utils.rnn.pack_padded_sequence(inputs["input"], lengths, batchFirst, enforce_sorted: sorted);
            switch (layer)
            {
                case LSTM lstm:
                    var (o, h, c) = lstm.call(packed, states);
                    return [torch.nn.utils.rnn.pad_packed_sequence(o, batchFirst).Item1, h, c];
                case GRU gru:
                    var (og, hg) = gru.call(packed, h0);
                    return [torch.nn.utils.rnn.pad_packed_sequence(og, batchFirst).Item1, hg];
                default:
                    var (or, hr) = ((RNN)layer).call(packed, h0);
                    return [torch.nn.utils.rnn.pad_packed_sequence(or, batchFirst).Item1, hr];
            }
        }
    }
}
