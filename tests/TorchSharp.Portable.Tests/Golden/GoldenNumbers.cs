using System.Globalization;
using LstmCourse.Testing;

namespace TorchSharp.Portable.Tests.Golden;

/// <summary>Reads a golden file: cases, each with settings and named tensors. golden_file.py says how it is written.</summary>
internal static class GoldenNumbers
{
    internal static IReadOnlyList<GoldenCase> Read(string file)
    {
        var cases = new List<GoldenCase>();
        foreach (var line in File.ReadLines(Repository.PathOf("tests", "TorchSharp.Portable.Tests", "Golden", file)))
        {
            if (line.Length == 0 || line[0] == '#') continue;
            var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (words[0] == "case")
                cases.Add(new GoldenCase(words[1], words[2..].Select(static w => w.Split('=', 2)).ToDictionary(static p => p[0], static p => p[1])));
            else
                cases[^1].Tensors.Add(words[0], new GoldenTensor(Sizes(words[1]), [.. words[2..].Select(Number)]));
        }
        return cases;
    }

    internal static long[] Sizes(string shape) =>
        shape == "scalar" ? [] : [.. shape.Split('x').Select(static size => long.Parse(size, CultureInfo.InvariantCulture))];

    /// <summary>scale · sin(0.9 i + phase) in row-major order, the numbers that golden_file.py calls a wave.</summary>
    internal static torch.Tensor Wave(long[] sizes, double phase, double scale, double offset, torch.ScalarType type)
    {
        var values = new double[sizes.Aggregate(1L, static (product, size) => product * size)];
        for (var i = 0; i < values.Length; i++) values[i] = (scale * Math.Sin((0.9 * i) + phase)) + offset;
        return torch.tensor(values, sizes.AsSpan()).to(type);
    }

    private static double Number(string word) => word switch
    {
        "nan" => double.NaN,
        "inf" => double.PositiveInfinity,
        "-inf" => double.NegativeInfinity,
        _ => double.Parse(word, CultureInfo.InvariantCulture),
    };
}

internal sealed record GoldenCase(string Name, IReadOnlyDictionary<string, string> Settings)
{
    internal Dictionary<string, GoldenTensor> Tensors { get; } = [];
}

internal sealed record GoldenTensor(long[] Sizes, double[] Values)
{
    /// <summary>Compares shape and values, |a − b| ≤ tolerance · (1 + |b|).</summary>
    internal void Matches(torch.Tensor actual, double tolerance, string what)
    {
        Assert.True(Sizes.SequenceEqual(actual.shape), $"{what}: expected shape [{string.Join(",", Sizes)}], got [{string.Join(",", actual.shape)}]");
        var values = actual.detach().to(torch.float64).data<double>().ToArray();
        for (var i = 0; i < values.Length; i++)
        {
            var near = values[i].Equals(Values[i]) || Math.Abs(values[i] - Values[i]) <= tolerance * (1 + Math.Abs(Values[i]));
            Assert.True(near, string.Create(CultureInfo.InvariantCulture, $"{what}: element {i} is {values[i]:R}, PyTorch has {Values[i]:R}"));
        }
    }
}
