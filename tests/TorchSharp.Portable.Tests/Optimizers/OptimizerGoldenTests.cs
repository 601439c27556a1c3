using System.Globalization;
using TorchSharp.Modules;
using TorchSharp.Portable.Tests.Golden;
using static TorchSharp.torch;

namespace TorchSharp.Portable.Tests.Optimizers;

public sealed class OptimizerGoldenTests
{
    public static TheoryData<int, string> Cases()
    {
        var data = new TheoryData<int, string>();
        var cases = GoldenNumbers.Read("optimizers.txt");
        for (var i = 0; i < cases.Count; i++) data.Add(i, cases[i].Name);
        return data;
    }

    [Theory]
    [MemberData(nameof(Cases))]
    public void Three_steps_are_those_of_PyTorch(int index, string name)
    {
        var golden = GoldenNumbers.Read("optimizers.txt")[index];
        var type = golden.Settings["dtype"] == "Float64" ? ScalarType.Float64 : ScalarType.Float32;
        if (name == "clip_grad_norm")
        {
            CheckClipping(golden, type);
            return;
        }

        Parameter[] parameters = [new(GoldenNumbers.Wave([2, 3], 0.4, 1, 0, type)), new(GoldenNumbers.Wave([19], 1.9, 1, 0, type))];
        using var optimizer = Make(name, golden.Settings, parameters);
        for (var step = 0; step < 3; step++)
        {
            for (var i = 0; i < parameters.Length; i++)
                parameters[i].grad = GoldenNumbers.Wave(parameters[i].shape, (0.6 * step) + i, 0.5 / (1 + step), 0, type);
            optimizer.step();
        }
        for (var i = 0; i < parameters.Length; i++)
            golden.Tensors[$"after.{i}"].Matches(parameters[i], TrainingRecord.Tolerance(type), $"parameter {i}");
    }

    private static optim.Optimizer Make(string name, IReadOnlyDictionary<string, string> s, Parameter[] parameters)
    {
        var betas = (s.GetValueOrDefault("betas") ?? "0.9,0.999").Split(',').Select(Parse).ToArray();
        return name switch
        {
            "SGD" => optim.SGD(
                parameters, Number("lr"), Number("momentum"), Number("dampening"), Number("weight_decay"), Flag("nesterov"), Flag("maximize")),
            "Adam" => optim.Adam(
                parameters, Number("lr"), betas[0], betas[1], Number("eps", 1e-8), Number("weight_decay"), Flag("amsgrad"), Flag("maximize")),
            "AdamW" => optim.AdamW(
                parameters, Number("lr"), betas[0], betas[1], Number("eps", 1e-8), Number("weight_decay"), Flag("amsgrad"), Flag("maximize")),
            _ => optim.RMSProp(
                parameters, Number("lr"), Number("alpha", 0.99), Number("eps", 1e-8), Number("weight_decay"), Number("momentum"), Flag("centered")),
        };

        double Number(string key, double other = 0) => s.TryGetValue(key, out var word) ? Parse(word) : other;
        bool Flag(string key) => s.GetValueOrDefault(key) == "1";
    }

    private static void CheckClipping(GoldenCase golden, ScalarType type)
    {
        foreach (var normType in new[] { "1.0", "2.0", "3.0", "inf" })
        {
            foreach (var maximum in new[] { "0.5", "100.0" })
            {
                Parameter[] parameters = [new(zeros(2, 3, dtype: type)), new(zeros(19, dtype: type))];
                parameters[0].grad = GoldenNumbers.Wave([2, 3], 0.4, 1, 0, type);
                parameters[1].grad = GoldenNumbers.Wave([19], 1.9, 1, 0, type);
                var total = nn.utils.clip_grad_norm_(parameters, Parse(maximum), Parse(normType));
                var tolerance = TrainingRecord.Tolerance(type);
                golden.Tensors[$"{normType}/{maximum}/total"].Matches(tensor(total), tolerance, "norm");
                for (var i = 0; i < 2; i++) golden.Tensors[$"{normType}/{maximum}/{i}"].Matches(parameters[i].grad!, tolerance, "gradient");
            }
        }
    }

    private static double Parse(string word) => word == "inf" ? double.PositiveInfinity : double.Parse(word, CultureInfo.InvariantCulture);
}
