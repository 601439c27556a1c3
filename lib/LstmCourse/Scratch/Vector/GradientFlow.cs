namespace LstmCourse.Scratch.Vector;

/// <summary>
/// How a gradient fares on its way back through time: the scalar demonstration, measurements on real layers, and clipping.
/// </summary>
public static class GradientFlow
{
    /// <summary>
    /// The scalar demonstration: a gradient of 1 that is multiplied by the same factor at every step back, 1, U, U², … U^T.
    /// </summary>
    /// <param name="factor">The factor U.</param>
    /// <param name="steps">How many steps T it goes back.</param>
    /// <returns>T + 1 values; the value at index t is U^t.</returns>
    public static double[] Scalar(double factor, int steps)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(steps);

        var gradients = new double[steps + 1];
        gradients[0] = 1;
        for (var t = 1; t <= steps; t++) gradients[t] = gradients[t - 1] * factor;
        return gradients;
    }

    /// <summary>A sequence of inputs drawn evenly from −1 to 1, (time, input).</summary>
    public static double[][] RandomInputs(int steps, int inputSize, int seed)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, steps)
            .Select(_ => Enumerable.Range(0, inputSize).Select(_ => 2 * random.NextDouble() - 1).ToArray())];
    }

    /// <summary>
    /// Measures how strongly the end of a sequence answers to each step before it, by back-propagation through time. The loss is
    /// L = v · h_T with v = (1, …, 1)/√hidden, so that ‖∂L/∂h_T‖ is exactly 1 and the curves of different layers can be compared.
    /// The network's weight gradients are left as they were.
    /// </summary>
    /// <param name="network">The layer.</param>
    /// <param name="inputs">The sequence it reads, (time, input).</param>
    public static GradientNorms Measure(RecurrentNetwork network, IReadOnlyList<double[]> inputs)
    {
        ArgumentNullException.ThrowIfNull(network);

        var before = network.Parameters.Select(parameter => (double[])parameter.Gradient.Clone()).ToArray();
        var direction = new double[network.HiddenSize];
        Array.Fill(direction, 1 / Math.Sqrt(network.HiddenSize));
        var gradients = network.Forward(inputs).Backward(direction);
        foreach (var (parameter, gradient) in network.Parameters.Zip(before)) gradient.CopyTo(parameter.Gradient, 0);

        return new GradientNorms([.. gradients.Hidden.Select(Norm).Reverse()], [.. gradients.Cell.Select(Norm).Reverse()]);
    }

    /// <summary>The length of a vector: the root of the sum of its squares.</summary>
    public static double Norm(IEnumerable<double> vector)
    {
        ArgumentNullException.ThrowIfNull(vector);
        return Math.Sqrt(vector.Sum(value => value * value));
    }

    /// <summary>
    /// A gradient no longer than a limit: g · limit/‖g‖ where ‖g‖ exceeds it, g itself otherwise. The direction stays.
    /// Source: Pascanu, Mikolov and Bengio, On the Difficulty of Training Recurrent Neural Networks, ICML 2013.
    /// </summary>
    /// <param name="gradient">The gradient g.</param>
    /// <param name="limit">The greatest length allowed, above 0.</param>
    public static double[] Clip(IReadOnlyList<double> gradient, double limit)
    {
        ArgumentNullException.ThrowIfNull(gradient);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);

        var norm = Norm(gradient);
        var factor = norm > limit ? limit / norm : 1;
        return [.. gradient.Select(value => value * factor)];
    }

    /// <summary>Clips the gradients of all parameters together, as one long vector, in place.</summary>
    /// <param name="parameters">The parameters whose gradients are shortened.</param>
    /// <param name="limit">The greatest length allowed, above 0.</param>
    /// <returns>The length before.</returns>
    public static double Clip(IReadOnlyList<Parameter> parameters, double limit)
    {
        ArgumentNullException.ThrowIfNull(parameters);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(limit);

        var norm = Norm(parameters.SelectMany(parameter => parameter.Gradient));
        if (norm <= limit) return norm;
        foreach (var gradient in parameters.Select(parameter => parameter.Gradient))
        {
            for (var k = 0; k < gradient.Length; k++) gradient[k] *= limit / norm;
        }

        return norm;
    }
}
