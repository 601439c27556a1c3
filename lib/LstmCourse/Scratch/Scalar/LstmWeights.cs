namespace LstmCourse.Scratch.Scalar;

/// <summary>
/// The twelve numbers of a scalar LSTM: an input weight, a recurrent weight and a bias for the three gates and the candidate.
/// <c>LstmWeights.Ones with { Forget = … }</c> changes one of them.
/// </summary>
/// <param name="Forget">How much of the old memory stays.</param>
/// <param name="Input">How much of the candidate is written.</param>
/// <param name="Candidate">What would be written.</param>
/// <param name="Output">How much of the memory is shown.</param>
public sealed record LstmWeights(GateWeights Forget, GateWeights Input, GateWeights Candidate, GateWeights Output)
{
    /// <summary>
    /// All input and recurrent weights 1, all biases 0. Handy by hand, and special: only here is every gate's sum just x + h.
    /// </summary>
    public static LstmWeights Ones { get; } = All(new GateWeights(W: 1, U: 1, B: 0));

    /// <summary>The same three numbers for all four.</summary>
    public static LstmWeights All(GateWeights weights) => new(weights, weights, weights, weights);

    /// <summary>
    /// The same weights with other biases, the quickest way to hold a gate open (a large bias) or shut (a large negative one).
    /// A bias that is not given stays as it is.
    /// </summary>
    public LstmWeights WithBiases(double? forget = null, double? input = null, double? candidate = null, double? output = null) => new(
        Forget with { B = forget ?? Forget.B },
        Input with { B = input ?? Input.B },
        Candidate with { B = candidate ?? Candidate.B },
        Output with { B = output ?? Output.B });
}
