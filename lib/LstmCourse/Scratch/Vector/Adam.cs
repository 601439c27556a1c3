namespace LstmCourse.Scratch.Vector;

/// <summary>
/// Gradient descent with a step size of its own for each weight, from running means of the gradient and of its square.
/// Source: Kingma and Ba, Adam: A Method for Stochastic Optimization, ICLR 2015.
/// </summary>
/// <param name="parameters">What is to learn.</param>
/// <param name="learningRate">The step size.</param>
public sealed class Adam(IReadOnlyList<Parameter> parameters, double learningRate = 0.001)
{
    private const double Beta1 = 0.9;
    private const double Beta2 = 0.999;
    private const double Epsilon = 1e-8;

    private readonly double[][] _means = [.. parameters.Select(parameter => new double[parameter.Values.Length])];
    private readonly double[][] _squares = [.. parameters.Select(parameter => new double[parameter.Values.Length])];

    // Beta1^t and Beta2^t: the means start at 0, and dividing by 1 − β^t takes that bias out.
    private double _power1 = 1;
    private double _power2 = 1;

    /// <summary>Moves every weight one step against its gradient, and sets the gradients back to 0.</summary>
    public void Step()
    {
        _power1 *= Beta1;
        _power2 *= Beta2;
        for (var p = 0; p < parameters.Count; p++)
        {
            var (values, gradient, means, squares) = (parameters[p].Values, parameters[p].Gradient, _means[p], _squares[p]);
            for (var k = 0; k < values.Length; k++)
            {
                means[k] = Beta1 * means[k] + (1 - Beta1) * gradient[k];
                squares[k] = Beta2 * squares[k] + (1 - Beta2) * gradient[k] * gradient[k];
                var step = means[k] / (1 - _power1) / (Math.Sqrt(squares[k] / (1 - _power2)) + Epsilon);
                values[k] -= learningRate * step;
                gradient[k] = 0;
            }
        }
    }
}
