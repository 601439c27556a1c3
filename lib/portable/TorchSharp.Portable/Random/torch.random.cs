namespace TorchSharp;

public static partial class torch
{
    /// <summary>Seeds the default generator: from here on the draws are PyTorch's for the same seed.</summary>
    public static Generator manual_seed(long seed) => Generator.Default.manual_seed(seed);

    /// <summary>Seeds the default generator from the operating system's entropy and returns that seed.</summary>
    public static long seed() => Generator.Default.seed();

    public static long initial_seed() => Generator.Default.initial_seed();

    public static Tensor get_rng_state() => Generator.Default.get_state();

    public static void set_rng_state(Tensor new_state) => Generator.Default.set_state(new_state);

    public static Tensor rand_like(Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        RandomTensor.Uniform(input.Layout.Sizes, dtype ?? input.dtype, device, requires_grad, null, null);

    public static Tensor randn_like(Tensor input, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        RandomTensor.Normal(input.Layout.Sizes, dtype ?? input.dtype, device, requires_grad, null, null);

    public static Tensor randint_like(
        Tensor input, long low, long high, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        RandomTensor.Integers(low, high, input.Layout.Sizes, dtype ?? input.dtype, device, requires_grad, null, null);

    /// <summary>The numbers 0 … n−1 in random order.</summary>
    public static Tensor randperm(
        long n, ScalarType? dtype = null, Device? device = null, bool requires_grad = false, Generator? generator = null)
    {
        var tensor = Create.Empty([n], dtype ?? ScalarType.Int64, device, false);
        TensorFill.Permutation(tensor, generator);
        return Create.Finish(tensor, requires_grad);
    }

    /// <summary>Normal numbers with one mean and deviation.</summary>
    public static Tensor normal(
        double mean, double std, ReadOnlySpan<long> size, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        Generator? generator = null, string[]? names = null)
    {
        var tensor = Create.Empty(size, dtype, device, false, names);
        TensorFill.Normal(tensor, mean, std, generator);
        return Create.Finish(tensor, requires_grad);
    }

    /// <summary>1 with the probability that the element says, else 0.</summary>
    public static Tensor bernoulli(Tensor input, Generator? generator = null) => input.bernoulli(generator);

    /// <summary>Draws positions along the last dimension with the probability of their weights.</summary>
    public static Tensor multinomial(Tensor input, long num_samples, bool replacement = false, Generator? generator = null) =>
        input.multinomial(num_samples, replacement, generator);

    public static class random
    {
        public static Generator manual_seed(long seed) => torch.manual_seed(seed);

        public static long seed() => torch.seed();

        public static long initial_seed() => torch.initial_seed();

        public static Tensor get_rng_state() => torch.get_rng_state();

        public static void set_rng_state(Tensor new_state) => torch.set_rng_state(new_state);
    }
}
