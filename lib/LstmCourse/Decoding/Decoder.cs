namespace LstmCourse.Decoding;

/// <summary>A way to choose tokens from a model's distributions.</summary>
public abstract class Decoder
{
    /// <summary>Takes the most probable token every time.</summary>
    public static Decoder Greedy { get; } = new GreedyDecoder();

    /// <summary>
    /// Draws each token at random from the model's distribution, reshaped: probabilities to the power 1/temperature, only the
    /// <paramref name="topK"/> largest of them, and of those the smallest set whose sum reaches <paramref name="topP"/> (the nucleus).
    /// </summary>
    /// <param name="seed">Where the random numbers begin; the same seed gives the same tokens.</param>
    /// <param name="temperature">Above 0. Below 1 the probable becomes more probable, above 1 less.</param>
    /// <param name="topK">At least 1; null keeps all.</param>
    /// <param name="topP">Above 0, at most 1; 1 keeps all.</param>
    public static Decoder Sample(int seed, double temperature = 1, int? topK = null, double topP = 1) =>
        new SamplingDecoder(seed, temperature, topK, topP);

    /// <summary>Keeps the <paramref name="width"/> best continuations at each step and returns the best of them in the end.</summary>
    /// <param name="width">At least 1; with 1 it is greedy.</param>
    /// <param name="lengthPower">
    /// Continuations are compared by their log-probability over length to this power: 0 favours short ones, 1 compares means.
    /// </param>
    public static Decoder Beam(int width, double lengthPower = 1) => new BeamDecoder(width, lengthPower);

    /// <summary>Continues a prompt.</summary>
    /// <param name="model">The language model.</param>
    /// <param name="prompt">The tokens to continue.</param>
    /// <param name="maxTokens">How many tokens to add at most, at least 1.</param>
    /// <param name="stopToken">Ends the continuation and belongs to it; null for none.</param>
    /// <exception cref="InvalidOperationException">The model allows no token.</exception>
    public Continuation Continue(NextTokenModel model, IReadOnlyList<long> prompt, int maxTokens, long? stopToken = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(prompt);
        ArgumentOutOfRangeException.ThrowIfLessThan(maxTokens, 1);
        return Decode(model, prompt, maxTokens, stopToken);
    }

    private protected abstract Continuation Decode(NextTokenModel model, IReadOnlyList<long> prompt, int maxTokens, long? stopToken);

    /// <summary>Asks the model, and refuses an answer in which nothing may come next.</summary>
    private protected static double[] Ask(NextTokenModel model, IReadOnlyList<long> prompt, Continuation soFar)
    {
        var logProbabilities = model([.. prompt, .. soFar.Tokens]);
        return logProbabilities.Any(p => p > double.NegativeInfinity)
            ? logProbabilities
            : throw new InvalidOperationException(
                "The model gave no token a probability above zero, so nothing can come next. Block fewer tokens.");
    }
}
