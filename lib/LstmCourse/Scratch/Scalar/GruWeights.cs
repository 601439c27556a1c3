namespace LstmCourse.Scratch.Scalar;

/// <summary>
/// The nine numbers of a scalar GRU: an input weight, a recurrent weight and a bias for the two gates and the candidate.
/// <c>GruWeights.Ones with { Update = … }</c> changes one of them.
/// </summary>
/// <param name="Update">How much of the old state stays.</param>
/// <param name="Reset">How much of the old state the candidate gets to see.</param>
/// <param name="Candidate">What would be written.</param>
public sealed record GruWeights(GateWeights Update, GateWeights Reset, GateWeights Candidate)
{
    /// <summary>All input and recurrent weights 1, all biases 0.</summary>
    public static GruWeights Ones { get; } = All(new GateWeights(W: 1, U: 1, B: 0));

    /// <summary>The same three numbers for all three.</summary>
    public static GruWeights All(GateWeights weights) => new(weights, weights, weights);

    /// <summary>The same weights with other biases. A bias that is not given stays as it is.</summary>
    public GruWeights WithBiases(double? update = null, double? reset = null, double? candidate = null) => new(
        Update with { B = update ?? Update.B },
        Reset with { B = reset ?? Reset.B },
        Candidate with { B = candidate ?? Candidate.B });
}
