namespace LstmCourse.Models.Variants;

/// <summary>
/// What a variant of the LSTM has and what it lacks, as switches on the standard one. The names of the variants are those of Greff et al.,
/// LSTM: A Search Space Odyssey, IEEE Transactions on Neural Networks and Learning Systems 28(10), 2017, in words.
/// </summary>
/// <param name="Name">What it is called in tables and charts.</param>
public sealed record LstmVariant(string Name)
{
    /// <summary>The LSTM of notebooks 02 and 03, and of <c>nn.LSTM</c>.</summary>
    public static LstmVariant Standard { get; } = new("standard");

    /// <summary>The gates also look at the cell state (Gers and Schmidhuber, Recurrent Nets that Time and Count, IJCNN 2000).</summary>
    public static LstmVariant Peephole { get; } = new("peephole") { HasPeepholes = true };

    /// <summary>One gate for two: what is forgotten is written, i = 1 − f.</summary>
    public static LstmVariant Coupled { get; } = new("coupled gates") { IsCoupled = true };

    /// <summary>f = 1: nothing is ever forgotten, as in the first LSTM (Hochreiter and Schmidhuber, 1997).</summary>
    public static LstmVariant NoForgetGate { get; } = new("no forget gate") { HasForgetGate = false };

    /// <summary>i = 1: every candidate is written in full.</summary>
    public static LstmVariant NoInputGate { get; } = new("no input gate") { HasInputGate = false };

    /// <summary>o = 1: the whole memory is always shown.</summary>
    public static LstmVariant NoOutputGate { get; } = new("no output gate") { HasOutputGate = false };

    /// <summary>g is the weighted sum itself, without tanh.</summary>
    public static LstmVariant LinearCandidate { get; } = new("linear candidate") { HasTanhCandidate = false };

    /// <summary>All of the above, the standard one first.</summary>
    public static IReadOnlyList<LstmVariant> All { get; } =
        [Standard, Peephole, Coupled, NoForgetGate, NoInputGate, NoOutputGate, LinearCandidate];

    /// <summary>Whether there is an input gate of its own; without one i = 1, unless the gates are coupled.</summary>
    public bool HasInputGate { get; init; } = true;

    /// <summary>Whether there is a forget gate; without one f = 1.</summary>
    public bool HasForgetGate { get; init; } = true;

    /// <summary>Whether there is an output gate; without one o = 1.</summary>
    public bool HasOutputGate { get; init; } = true;

    /// <summary>Whether i = 1 − f, in place of an input gate of its own.</summary>
    public bool IsCoupled { get; init; }

    /// <summary>Whether the gates see the cell state: i and f the old one, o the new one, each unit its own cell only.</summary>
    public bool HasPeepholes { get; init; }

    /// <summary>Whether the candidate goes through tanh.</summary>
    public bool HasTanhCandidate { get; init; } = true;

    internal bool HasOwnInputGate => HasInputGate && !IsCoupled;

    internal void Validate()
    {
        if (IsCoupled && !HasForgetGate)
            throw new ArgumentException($"Expected a forget gate in \"{Name}\", for its input gate is 1 − f; take one of the two away.");
    }
}
