using System.Globalization;
using TorchSharp.Portable.Tests.Golden;
using static TorchSharp.torch;

namespace TorchSharp.Portable.Tests;

/// <summary>Compares gradients with central differences, in Float64.</summary>
internal static class GradientCheck
{
    private const double Step = 1e-6;
    private const double Tolerance = 1e-7;

    /// <summary>The gradient of a weighted sum of the results, for every element of every input.</summary>
    internal static void First(Func<Tensor[], Tensor> operation, Tensor[] inputs) =>
        Compare(inputs, x => Weighted(operation(x)), inputs => Gradients(operation, inputs, createGraph: false));

    /// <summary>The gradient of a weighted sum of the gradients.</summary>
    internal static void Second(Func<Tensor[], Tensor> operation, Tensor[] inputs) =>
        Compare(inputs, x => GradientSum(operation, x), x =>
        {
            var sum = GradientSum(operation, x);
            return sum.requires_grad
                ? [.. autograd.grad([sum], x, allow_unused: true).Select((g, i) => g ?? zeros_like(x[i]))]
                : [.. x.Select(static input => zeros_like(input))];
        });

    private static Tensor GradientSum(Func<Tensor[], Tensor> operation, Tensor[] inputs)
    {
        var sum = zeros(Array.Empty<long>(), float64);
        foreach (var gradient in Gradients(operation, inputs, createGraph: true)) sum = sum + Weighted(gradient);
        return sum;
    }

    private static Tensor[] Gradients(Func<Tensor[], Tensor> operation, Tensor[] inputs, bool createGraph)
    {
        var loss = Weighted(operation(inputs));
        return [.. autograd.grad([loss], inputs, create_graph: createGraph, allow_unused: true).Select((g, i) => g ?? zeros_like(inputs[i]))];
    }

    private static Tensor Weighted(Tensor result) => (result * GoldenNumbers.Wave(result.shape, 0.3, 1.0, 0.0, float64)).sum();

    private static void Compare(Tensor[] inputs, Func<Tensor[], Tensor> function, Func<Tensor[], Tensor[]> gradient)
    {
        var analytic = gradient(inputs);
        for (var i = 0; i < inputs.Length; i++)
        {
            var values = inputs[i].detach().data<double>().ToArray();
            var slopes = analytic[i].detach().data<double>().ToArray();
            for (var k = 0; k < values.Length; k++)
            {
                var numeric = (At(values[k] + Step) - At(values[k] - Step)) / (2 * Step);
                Assert.True(
                    Math.Abs(slopes[k] - numeric) <= Tolerance * (1 + Math.Abs(numeric)),
                    string.Create(CultureInfo.InvariantCulture, $"input {i}, element {k}: gradient {slopes[k]:R}, finite difference {numeric:R}"));

                double At(double value)
                {
                    var moved = (double[])values.Clone();
                    moved[k] = value;
                    var point = inputs.Select((input, j) => j == i ? tensor(moved, input.shape.AsSpan()) : input.detach().clone()).ToArray();
                    foreach (var p in point) p.requires_grad_();
                    return function(point).item<double>();
                }
            }
        }
    }
}
