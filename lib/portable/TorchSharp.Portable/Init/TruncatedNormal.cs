namespace TorchSharp;

/// <summary>Normal numbers within bounds, by inversion of the distribution function.</summary>
internal static class TruncatedNormal
{
    internal static Tensor Fill(Tensor tensor, double mean, double std, double low, double high, Generator? generator)
    {
        var (from, to) = (Share((low - mean) / std), Share((high - mean) / std));
        tensor.uniform_(2 * from - 1, 2 * to - 1, generator);
        using var work = EngineWork.Begin();
        using var dense = tensor.Dense();
        if (dense.dtype == ScalarType.Float64)
        {
            foreach (ref var value in dense.Elements<double>()) value = Normal(value, mean, std, low, high);
        }
        else
        {
            foreach (ref var value in dense.Elements<float>()) value = (float)Normal(value, mean, std, low, high);
        }
        return tensor.copy_(dense);
    }

    private static double Normal(double uniform, double mean, double std, double low, double high) =>
        Math.Clamp(PreciseMath.ErfInverse(uniform) * std * Math.Sqrt(2) + mean, low, high);

    /// <summary>The share of the normal distribution below x.</summary>
    private static double Share(double x) => (1 + PreciseMath.Erf(x / Math.Sqrt(2))) / 2;
}
