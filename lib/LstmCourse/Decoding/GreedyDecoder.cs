namespace LstmCourse.Decoding;

internal sealed class GreedyDecoder : Decoder
{
    private protected override Continuation Decode(NextTokenModel model, IReadOnlyList<long> prompt, int maxTokens, long? stopToken)
    {
        var continuation = Continuation.Empty;
        while (continuation.Tokens.Count < maxTokens)
        {
            var logProbabilities = Ask(model, prompt, continuation);
            var best = Array.IndexOf(logProbabilities, logProbabilities.Max());
            continuation = continuation.Then(best, logProbabilities[best]);
            if (best == stopToken) break;
        }

        return continuation;
    }

    public override string ToString() => "greedy";
}
