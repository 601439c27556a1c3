namespace TorchSharp;

internal readonly struct Gelu : IScalarFunction
{
    private const double InverseRootTwo = 0.70710678118654752;
    private const double InverseRootTwoPi = 0.39894228040143268;

    public double Value(double x) => x * Share(x);

    public double Slope(double x) => Share(x) + x * InverseRootTwoPi * PreciseMath.Exp(-x * x / 2);

    /// <summary>Φ(x).</summary>
    private static double Share(double x) => 0.5 * (1 + PreciseMath.Erf(x * InverseRootTwo));
}

internal readonly struct Silu : IScalarFunction
{
    public double Value(double x) => x * LogSigmoid.Sigmoid(x);

    public double Slope(double x)
    {
        var s = LogSigmoid.Sigmoid(x);
        return s * (1 + x * (1 - s));
    }
}

internal readonly struct Elu(double alpha) : IScalarFunction
{
    public double Value(double x) => x > 0 ? x : alpha * (PreciseMath.Exp(x) - 1);

    public double Slope(double x) => x > 0 ? 1 : alpha * PreciseMath.Exp(x);
}

internal readonly struct LeakyRelu(double slope) : IScalarFunction
{
    public double Value(double x) => x > 0 ? x : slope * x;

    public double Slope(double x) => x > 0 ? 1 : slope;
}

internal readonly struct Softplus(double beta, double threshold) : IScalarFunction
{
    public double Value(double x) => beta * x > threshold ? x : -LogSigmoid.Log(-beta * x) / beta;

    public double Slope(double x) => beta * x > threshold ? 1 : LogSigmoid.Sigmoid(beta * x);
}

internal readonly struct LogSigmoid : IScalarFunction
{
    public double Value(double x) => Log(x);

    public double Slope(double x) => Sigmoid(-x);

    /// <summary>log sigmoid(x) = min(x, 0) − log(1 + e^−|x|), which loses no digits at either end.</summary>
    internal static double Log(double x) => Math.Min(x, 0) - PreciseMath.Log1P(PreciseMath.Exp(-Math.Abs(x)));

    internal static double Sigmoid(double x)
    {
        var e = PreciseMath.Exp(-Math.Abs(x));
        return x >= 0 ? 1 / (1 + e) : e / (1 + e);
    }
}
