using System.Globalization;
using TorchSharp.Portable.Tests.Golden;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Portable.Tests.Modules;

public sealed class LayerGoldenTests
{
    public static TheoryData<int, string> Cases()
    {
        var data = new TheoryData<int, string>();
        var cases = GoldenNumbers.Read("layers.txt");
        for (var i = 0; i < cases.Count; i++) data.Add(i, cases[i].Name);
        return data;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Forward_gradients_and_three_steps_are_those_of_PyTorch(int index, string name)
    {
        var golden = GoldenNumbers.Read("layers.txt")[index];
        var s = golden.Settings;
        var type = s["dtype"] == "Float64" ? ScalarType.Float64 : ScalarType.Float32;
        switch (name)
        {
            case "Linear":
                Check(golden, Linear(4, 5, s["bias"] == "1", dtype: type), GoldenNumbers.Sizes(s["shape"]), 1, type);
                break;
            case "Embedding":
                var padding = long.Parse(s["padding"], CultureInfo.InvariantCulture);
                var table = Embedding(6, 3, padding < 0 ? null : padding, dtype: type);
                TrainingRecord.FillParameters(table);
                var rows = tensor(new long[,] { { 0, 2, 5, 1 }, { 2, 2, 5, 0 } });
                TrainingRecord.Check(golden, table, new Dictionary<string, Tensor>(), () => [table.call(rows)], "output");
                break;
            case "LSTMCell" or "GRUCell" or "RNNCell_TANH" or "RNNCell_RELU":
                CheckCell(golden, type);
                break;
            case "LayerNorm":
                Check(golden, LayerNorm(GoldenNumbers.Sizes(s["normalized"]), 1e-4, s["affine"] == "1", dtype: type), [2, 3, 4], 1, type);
                break;
            default:
                Check(golden, Activation(name), [2, 3, 4], 2, type);
                break;
        }
    }

    private static void Check(GoldenCase golden, Module<Tensor, Tensor> module, long[] shape, double scale, ScalarType type)
    {
        TrainingRecord.FillParameters(module);
        var x = GoldenNumbers.Wave(shape, 0.5, scale, 0, type).requires_grad_();
        TrainingRecord.Check(golden, module, new Dictionary<string, Tensor> { ["input"] = x }, () => [module.call(x)], "output");
    }

    private static void CheckCell(GoldenCase golden, ScalarType type)
    {
        var bias = golden.Settings["bias"] == "1";
        var given = golden.Settings["state"] == "1";
        var inputs = new Dictionary<string, Tensor> { ["input"] = GoldenNumbers.Wave([2, 3], 0.5, 1, 0, type).requires_grad_() };
        if (given) inputs["h0"] = GoldenNumbers.Wave([2, 5], 1.1, 0.5, 0, type).requires_grad_();
        if (golden.Name == "LSTMCell")
        {
            if (given) inputs["c0"] = GoldenNumbers.Wave([2, 5], 2.3, 0.5, 0, type).requires_grad_();
            var cell = LSTMCell(3, 5, bias, dtype: type);
            TrainingRecord.FillParameters(cell);
            var start = given ? (inputs["h0"], inputs["c0"]) : (zeros(2, 5, dtype: type), zeros(2, 5, dtype: type));
            TrainingRecord.Check(golden, cell, inputs, () =>
            {
                var (h, c) = cell.call(inputs["input"], start);
                return [h, c];
            }, "h", "c");
            return;
        }

        Module<Tensor, Tensor?, Tensor> other = golden.Name switch
        {
            "GRUCell" => GRUCell(3, 5, bias, dtype: type),
            "RNNCell_TANH" => RNNCell(3, 5, NonLinearities.Tanh, bias, dtype: type),
            _ => RNNCell(3, 5, NonLinearities.ReLU, bias, dtype: type),
        };
        TrainingRecord.FillParameters(other);
        TrainingRecord.Check(golden, other, inputs, () => [other.call(inputs["input"], inputs.GetValueOrDefault("h0"))], "h");
    }

    private static Module<Tensor, Tensor> Activation(string name) => name switch
    {
        "ReLU" => ReLU(),
        "Tanh" => Tanh(),
        "Sigmoid" => Sigmoid(),
        "GELU" => GELU(),
        "SiLU" => SiLU(),
        "LeakyReLU" => LeakyReLU(0.2),
        "Softmax" => Softmax(1),
        "LogSoftmax" => LogSoftmax(0),
        "Flatten" => Flatten(),
        "Identity" => Identity(),
        "Softplus" => Softplus(2, 1.5),
        "ELU" => ELU(0.7),
        "LogSigmoid" => LogSigmoid(),
        "Hardtanh" => Hardtanh(-0.5, 0.75),
        _ => throw new ArgumentException(name),
    };
}
