namespace TorchSharp;

/// <summary>What the many overloads of the random creation functions come down to.</summary>
internal static class RandomTensor
{
    internal static Tensor Uniform(
        ReadOnlySpan<long> size, ScalarType? dtype, Device? device, bool requiresGrad, Generator? generator, string[]? names)
    {
        var tensor = Create.Empty(size, dtype, device, false, names);
        TensorFill.Uniform(tensor, 0, 1, generator);
        return Create.Finish(tensor, requiresGrad);
    }

    internal static Tensor Normal(
        ReadOnlySpan<long> size, ScalarType? dtype, Device? device, bool requiresGrad, Generator? generator, string[]? names)
    {
        var tensor = Create.Empty(size, dtype, device, false, names);
        TensorFill.Normal(tensor, 0, 1, generator);
        return Create.Finish(tensor, requiresGrad);
    }

    internal static Tensor Integers(
        long low, long high, ReadOnlySpan<long> size, ScalarType? dtype, Device? device, bool requiresGrad, Generator? generator, string[]? names)
    {
        var tensor = Create.Empty(size, dtype ?? ScalarType.Int64, device, false, names);
        TensorFill.Integers(tensor, low, high, generator);
        return Create.Finish(tensor, requiresGrad);
    }
}
