namespace TorchSharp;

/// <summary>The factors of dropout: 0 with probability p, else 1/(1−p), drawn in PyTorch's order.</summary>
internal static class DropoutNoise
{
    /// <summary>An engine's own tensor, which the caller disposes.</summary>
    internal static Tensor Draw(Layout layout, ScalarType type, double p)
    {
        using var work = EngineWork.Begin();
        var noise = Tensor.New(layout, type);
        TensorFill.Bernoulli(noise, 1 - p, null);
        if (p < 1) Scale(noise, 1 / (1 - p));
        return noise;
    }

    private static void Scale(Tensor noise, double factor)
    {
        if (noise.dtype == ScalarType.Float64)
        {
            foreach (ref var value in noise.Elements<double>()) value *= factor;
        }
        else
        {
            foreach (ref var value in noise.Elements<float>()) value *= (float)factor;
        }
    }
}
