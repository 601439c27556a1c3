using System.Globalization;
using TorchSharp.Portable.Tests.Golden;
using static TorchSharp.torch;

namespace TorchSharp.Portable.Tests.Operations;

/// <summary>Results and gradients of tensor operations against PyTorch's, and gradients against finite differences.</summary>
public sealed class OperationGoldenTests
{
    private static readonly IReadOnlyList<GoldenCase> Cases = GoldenNumbers.Read("operations.txt");

    public static IEnumerable<object[]> NamesAndTypes => Cases.Select(static c => new object[] { c.Name, c.Settings["dtype"] });

    public static IEnumerable<object[]> Names => Cases.Select(static c => c.Name).Distinct().Select(static name => new object[] { name });

    [Theory]
    [MemberData(nameof(NamesAndTypes))]
    public void Result_and_gradients_agree_with_PyTorch(string name, string type)
    {
        var golden = Cases.Single(c => c.Name == name && c.Settings["dtype"] == type);
        var dtype = Enum.Parse<ScalarType>(type);
        var tolerance = dtype == ScalarType.Float64 ? 1e-10 : 1e-5;
        var inputs = Inputs(golden, dtype);
        var result = OperationTable.Operations[name](inputs);
        golden.Tensors["out"].Matches(result, tolerance, name);

        (result * GoldenNumbers.Wave(result.shape, 0.3, 1.0, 0.0, dtype)).sum().backward();
        for (var i = 0; i < inputs.Length; i++)
            golden.Tensors[$"grad{i}"].Matches(inputs[i].grad ?? zeros_like(inputs[i]), tolerance, $"{name}, gradient of input {i}");
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Gradients_agree_with_finite_differences(string name)
    {
        var golden = Cases.Single(c => c.Name == name && c.Settings["dtype"] == "Float64");
        GradientCheck.First(OperationTable.Operations[name], Inputs(golden, ScalarType.Float64));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Second_derivatives_agree_with_finite_differences(string name)
    {
        // The product of all others has a kernel of its own.
        if (name.StartsWith("prod", StringComparison.Ordinal)) return;
        var golden = Cases.Single(c => c.Name == name && c.Settings["dtype"] == "Float64");
        GradientCheck.Second(OperationTable.Operations[name], Inputs(golden, ScalarType.Float64));
    }

    [Fact]
    public void The_table_and_the_golden_file_name_the_same_operations() =>
        Assert.Equal(Cases.Select(static c => c.Name).Distinct().Order(), OperationTable.Operations.Keys.Order());

    /// <summary>Every operation's name and its inputs in Float64.</summary>
    internal static IEnumerable<(string Name, Tensor[] Inputs)> Doubles() =>
        Cases.Where(static c => c.Settings["dtype"] == "Float64").Select(static c => (c.Name, Inputs(c, ScalarType.Float64)));

    private static Tensor[] Inputs(GoldenCase golden, ScalarType type)
    {
        var inputs = new List<Tensor>();
        while (golden.Settings.TryGetValue($"in{inputs.Count}", out var text))
        {
            var parts = text.Split(':');
            inputs.Add(GoldenNumbers.Wave(GoldenNumbers.Sizes(parts[0]), Number(parts[1]), Number(parts[2]), Number(parts[3]), type).requires_grad_());
        }
        return [.. inputs];

        static double Number(string part) => double.Parse(part, CultureInfo.InvariantCulture);
    }
}
