using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Portable.Tests.Golden;

/// <summary>Repeats what training.py recorded: forward, gradients, three steps of Adam.</summary>
internal static class TrainingRecord
{
    internal static double Tolerance(ScalarType type) => type == ScalarType.Float64 ? 1e-10 : 1e-5;

    /// <summary>Gives the parameters the waves that golden_file.py gives them.</summary>
    internal static void FillParameters(nn.Module module, double scale = 0.4)
    {
        using var noGradients = no_grad();
        var i = 0;
        foreach (var parameter in module.parameters()) parameter.copy_(GoldenNumbers.Wave(parameter.shape, 0.1 + (0.7 * i++), scale, 0, parameter.dtype));
    }

    internal static void Check(
        GoldenCase golden, nn.Module module, IReadOnlyDictionary<string, Tensor> inputs, Func<Tensor[]> forward, params string[] outputNames)
    {
        var type = golden.Settings["dtype"] == "Float64" ? ScalarType.Float64 : ScalarType.Float32;
        var tolerance = Tolerance(type);
        var outputs = forward();
        for (var i = 0; i < outputs.Length; i++) golden.Tensors[outputNames[i]].Matches(outputs[i], tolerance, outputNames[i]);

        WeightedSum(outputs).backward();
        foreach (var (name, input) in inputs)
        {
            if (input.requires_grad) golden.Tensors[$"grad.{name}"].Matches(input.grad!, tolerance, $"grad.{name}");
        }
        (string name, Parameter parameter)[] parameters = [.. module.named_parameters()];
        foreach (var (name, parameter) in parameters) golden.Tensors[$"grad.{name}"].Matches(parameter.grad!, tolerance, $"grad.{name}");
        if (parameters.Length == 0) return;

        using var optimizer = optim.Adam(module.parameters(), lr: 0.01);
        for (var step = 0; step < 3; step++)
        {
            optimizer.zero_grad();
            var loss = WeightedSum(forward());
            loss.backward();
            optimizer.step();
            var expected = golden.Tensors["losses"].Values[step];
            Assert.Equal(expected, loss.ToDouble(), tolerance * (1 + Math.Abs(expected)));
        }
        foreach (var (name, parameter) in parameters) golden.Tensors[$"after.{name}"].Matches(parameter, tolerance, $"after.{name}");
    }

    private static Tensor WeightedSum(Tensor[] outputs)
    {
        var sum = zeros([], dtype: outputs[0].dtype);
        for (var i = 0; i < outputs.Length; i++)
            sum += (outputs[i] * GoldenNumbers.Wave(outputs[i].shape, 0.3 + i, 1, 0, outputs[i].dtype)).sum();
        return sum;
    }
}
