namespace TorchSharp;

/// <summary>Fills tensors with random numbers, outside the graph. A null generator stands for the default one.</summary>
internal static class TensorFill
{
    internal static void Uniform(Tensor target, double from, double to, Generator? generator)
    {
        RequireFloat(target, "check_uniform_bounds");
        Fill(target, generator, (t, g) =>
        {
            if (t.dtype == ScalarType.Float64) RandomFill.Uniform(g, t.Elements<double>(), from, to);
            else RandomFill.Uniform(g, t.Elements<float>(), from, to);
        });
    }

    internal static void Normal(Tensor target, double mean, double std, Generator? generator)
    {
        if (std < 0) throw TorchError.Of($"normal expects std >= 0.0, but found std {std}");
        RequireFloat(target, "normal_kernel_cpu");
        Fill(target, generator, (t, g) =>
        {
            if (t.dtype == ScalarType.Float64) RandomFill.Normal(g, t.Elements<double>(), mean, std);
            else RandomFill.Normal(g, t.Elements<float>(), mean, std);
        });
    }

    internal static void Exponential(Tensor target, double lambda, Generator? generator)
    {
        if (lambda <= 0) throw TorchError.Of($"exponential_ expects lambda > 0.0, but found lambda={lambda}");
        RequireFloat(target, "exponential_cpu");
        Fill(target, generator, (t, g) =>
        {
            if (t.dtype == ScalarType.Float64) RandomFill.Exponential(g, t.Elements<double>(), lambda);
            else RandomFill.Exponential(g, t.Elements<float>(), lambda);
        });
    }

    internal static void Integers(Tensor target, long low, long high, Generator? generator)
    {
        if (low >= high) throw TorchError.Of($"random_ expects 'from' to be less than 'to', but got from={low} >= to={high}");
        Fill(target, generator, (t, g) =>
        {
            switch (t.dtype)
            {
                case ScalarType.Float32: RandomFill.Integers(g, t.Elements<float>(), low, high); break;
                case ScalarType.Float64: RandomFill.Integers(g, t.Elements<double>(), low, high); break;
                case ScalarType.Int64: RandomFill.Integers(g, t.Elements<long>(), low, high); break;
                case ScalarType.Int32: RandomFill.Integers(g, t.Elements<int>(), low, high); break;
                default: RandomFill.Integers(g, t.Elements<byte>(), low, high); break;
            }
        });
    }

    internal static void Bernoulli(Tensor target, double p, Generator? generator)
    {
        if (p is not (>= 0 and <= 1)) throw TorchError.Of($"bernoulli_ expects p to be in [0, 1], but got p={p}");
        Fill(target, generator, (t, g) =>
        {
            switch (t.dtype)
            {
                case ScalarType.Float32: RandomFill.Bernoulli(g, t.Elements<float>(), p); break;
                case ScalarType.Float64: RandomFill.Bernoulli(g, t.Elements<double>(), p); break;
                case ScalarType.Int64: RandomFill.Bernoulli(g, t.Elements<long>(), p); break;
                case ScalarType.Int32: RandomFill.Bernoulli(g, t.Elements<int>(), p); break;
                default: RandomFill.Bernoulli(g, t.Elements<byte>(), p); break;
            }
        });
    }

    /// <summary>Each element is 1 with its own probability.</summary>
    internal static void Bernoulli(Tensor target, Tensor probabilities, Generator? generator)
    {
        RequireFloat(probabilities, "bernoulli_tensor_cpu_p_");
        using var work = EngineWork.Begin();
        using var expanded = probabilities.expand(target.Layout.Sizes);
        using var p = expanded.Dense();
        using var draws = Tensor.New(target.Layout, p.dtype);
        generator ??= Generator.Default;
        if (p.dtype == ScalarType.Float64) RandomFill.Bernoulli(generator, draws.Elements<double>(), p.Elements<double>());
        else RandomFill.Bernoulli(generator, draws.Elements<float>(), p.Elements<float>());
        Copying.Copy(draws, target);
    }

    internal static void Permutation(Tensor target, Generator? generator) => Fill(target, generator, (t, g) =>
    {
        switch (t.dtype)
        {
            case ScalarType.Float32: RandomFill.Permutation(g, t.Elements<float>()); break;
            case ScalarType.Float64: RandomFill.Permutation(g, t.Elements<double>()); break;
            case ScalarType.Int64: RandomFill.Permutation(g, t.Elements<long>()); break;
            case ScalarType.Int32: RandomFill.Permutation(g, t.Elements<int>()); break;
            default: throw TorchError.Unsupported("randperm", t.dtype);
        }
    });

    /// <summary>Views that are not row-major are filled by way of a copy.</summary>
    private static void Fill(Tensor target, Generator? generator, Action<Tensor, Generator> draw)
    {
        generator ??= Generator.Default;
        if (target.Layout.IsContiguous)
        {
            draw(target, generator);
            return;
        }
        using var work = EngineWork.Begin();
        using var dense = Tensor.New(target.Layout, target.dtype);
        draw(dense, generator);
        Copying.Copy(dense, target);
    }

    private static void RequireFloat(Tensor target, string operation)
    {
        if (!Dtype.IsFloat(target.dtype)) throw TorchError.Unsupported(operation, target.dtype);
    }
}
