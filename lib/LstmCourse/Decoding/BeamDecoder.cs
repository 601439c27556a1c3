using System.Globalization;

namespace LstmCourse.Decoding;

internal sealed class BeamDecoder : Decoder
{
    private readonly int _width;
    private readonly double _lengthPower;

    public BeamDecoder(int width, double lengthPower)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(width, 1);
        ArgumentOutOfRangeException.ThrowIfNegative(lengthPower);
        (_width, _lengthPower) = (width, lengthPower);
    }

    private protected override Continuation Decode(NextTokenModel model, IReadOnlyList<long> prompt, int maxTokens, long? stopToken)
    {
        List<Continuation> beam = [Continuation.Empty];
        List<Continuation> finished = [];
        for (var length = 0; length < maxTokens && beam.Count > 0; length++)
        {
            // A continuation's best extensions are among its own `width` best tokens.
            var extended = beam.SelectMany(continuation =>
            {
                var logProbabilities = Ask(model, prompt, continuation);
                return logProbabilities.Select((p, token) => (Token: token, P: p))
                    .Where(next => next.P > double.NegativeInfinity)
                    .OrderByDescending(next => next.P).ThenBy(next => next.Token)
                    .Take(_width)
                    .Select(next => continuation.Then(next.Token, next.P));
            });

            var best = extended.OrderByDescending(continuation => continuation.LogProbability).Take(_width).ToList();
            finished.AddRange(best.Where(continuation => continuation.Tokens[^1] == stopToken));
            beam = [.. best.Where(continuation => continuation.Tokens[^1] != stopToken)];
        }

        return finished.Concat(beam).OrderByDescending(Score).First();
    }

    private double Score(Continuation continuation) => continuation.LogProbability / Math.Pow(continuation.Tokens.Count, _lengthPower);

    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"beam of {_width}");
}
