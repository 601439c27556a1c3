using static TorchSharp.torch;

namespace LstmCourse.Translation;

/// <summary>
/// Attention: how well the decoder's state (the query) fits each state of the encoder (the keys), the weights that follow, and the sum of
/// the encoder's states with these weights (the context vector).
/// </summary>
public static class Attention
{
    // Added to the score of a place that is padding: its weight is then 0 in single precision.
    private const float Never = -1e9f;

    /// <summary>Dot-product scores (Luong et al., 2015): q·k.</summary>
    /// <param name="queries">Shape (batch, target time, hidden).</param>
    /// <param name="keys">Shape (batch, source time, hidden).</param>
    /// <returns>Shape (batch, target time, source time).</returns>
    public static Tensor Dot(Tensor queries, Tensor keys)
    {
        ArgumentNullException.ThrowIfNull(queries);
        ArgumentNullException.ThrowIfNull(keys);
        return queries.bmm(keys.transpose(1, 2));
    }

    /// <summary>Additive scores (Bahdanau et al., 2015): v·tanh(W q + U k).</summary>
    /// <param name="queries">W q: shape (batch, target time, attention).</param>
    /// <param name="keys">U k: shape (batch, source time, attention).</param>
    /// <param name="v">Shape (attention).</param>
    /// <returns>Shape (batch, target time, source time).</returns>
    public static Tensor Additive(Tensor queries, Tensor keys, Tensor v)
    {
        ArgumentNullException.ThrowIfNull(queries);
        ArgumentNullException.ThrowIfNull(keys);
        ArgumentNullException.ThrowIfNull(v);
        return (queries.unsqueeze(2) + keys.unsqueeze(1)).tanh().matmul(v);
    }

    /// <summary>The softmax of the scores over the source; padding gets the weight 0.</summary>
    /// <param name="scores">Shape (batch, target time, source time).</param>
    /// <param name="lengths">The number of words of each source sentence; null where none is padded.</param>
    /// <returns>Shape as the scores; each row of the last axis sums to 1.</returns>
    public static Tensor Weights(Tensor scores, IReadOnlyList<int>? lengths = null)
    {
        ArgumentNullException.ThrowIfNull(scores);
        if (lengths is null) return scores.softmax(-1);
        if (lengths.Count != scores.shape[0])
            throw new ArgumentException($"Expected {scores.shape[0]} lengths, one for each sentence, got {lengths.Count}.");
        var steps = (int)scores.shape[2];
        var penalty = new float[lengths.Count * steps];
        for (var row = 0; row < lengths.Count; row++)
            penalty.AsSpan((row * steps) + Math.Min(lengths[row], steps), steps - Math.Min(lengths[row], steps)).Fill(Never);
        return (scores + tensor(penalty, [lengths.Count, 1, steps], device: scores.device)).softmax(-1);
    }

    /// <summary>The context vectors: sums of the encoder's states with the weights.</summary>
    /// <param name="weights">Shape (batch, target time, source time).</param>
    /// <param name="states">Shape (batch, source time, hidden).</param>
    /// <returns>Shape (batch, target time, hidden).</returns>
    public static Tensor Context(Tensor weights, Tensor states)
    {
        ArgumentNullException.ThrowIfNull(weights);
        ArgumentNullException.ThrowIfNull(states);
        return weights.bmm(states);
    }
}

/// <summary>Where a decoder's context vector comes from.</summary>
public enum AttentionKind
{
    /// <summary>The encoder's last state, the same at every step.</summary>
    None,

    /// <summary>All states of the encoder, weighted by dot products.</summary>
    Dot,

    /// <summary>All states of the encoder, weighted by a small network.</summary>
    Additive,
}
