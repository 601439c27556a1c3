using System.Globalization;

namespace LstmCourse.Decoding;

internal sealed class SamplingDecoder : Decoder
{
    private readonly int _seed;
    private readonly double _temperature;
    private readonly int? _topK;
    private readonly double _topP;

    public SamplingDecoder(int seed, double temperature, int? topK, double topP)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(temperature);
        if (topK is < 1) throw new ArgumentOutOfRangeException(nameof(topK), topK,
            "Expected at least 1 token to choose from, or null for all.");
        if (topP is not (> 0 and <= 1)) throw new ArgumentOutOfRangeException(nameof(topP), topP,
            "Expected a probability above 0 and at most 1; 1 keeps every token.");
        (_seed, _temperature, _topK, _topP) = (seed, temperature, topK, topP);
    }

    private protected override Continuation Decode(NextTokenModel model, IReadOnlyList<long> prompt, int maxTokens, long? stopToken)
    {
        var random = new Random(_seed);
        var continuation = Continuation.Empty;
        while (continuation.Tokens.Count < maxTokens)
        {
            var logProbabilities = Ask(model, prompt, continuation);
            var candidates = TokenFilter.Keep(logProbabilities, _temperature, _topK, _topP);
            var token = Draw(candidates, random.NextDouble());
            continuation = continuation.Then(token, logProbabilities[token]);
            if (token == stopToken) break;
        }

        return continuation;
    }

    // Walks the cumulative distribution; rounding may leave a sliver at the end, which belongs to the last candidate.
    private static int Draw(IReadOnlyList<(int Token, double Probability)> candidates, double u)
    {
        foreach (var (token, probability) in candidates)
        {
            u -= probability;
            if (u < 0) return token;
        }

        return candidates[^1].Token;
    }

    public override string ToString() => string.Create(CultureInfo.InvariantCulture,
        $"temperature {_temperature}{(_topK is null ? "" : $", top {_topK}")}{(_topP < 1 ? $", nucleus {_topP}" : "")}");
}
