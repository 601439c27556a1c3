using LstmCourse.Data;
using TorchSharp;

namespace LstmCourse.Tasks;

/// <summary>
/// A memory test whose distance is a dial: one symbol is shown at the first step, then come distractors that mean nothing, and at the last
/// step a question mark asks for the symbol. It goes back to the long time lag problems of Hochreiter and Schmidhuber, Long Short-Term
/// Memory, Neural Computation 9(8), 1997.
/// </summary>
/// <remarks>
/// Token ids: the symbols 0 … <see cref="Symbols"/> − 1, which are also the answers; then the distractors; then the question mark,
/// <see cref="QuestionId"/>. Every symbol and every distractor is equally likely, so that nothing but the first step tells the answer.
/// </remarks>
/// <example><code>
/// var task = new RecallTask(distance: 50);
/// var (tokens, answers) = task.Draw(count: 32, seed: 1);     // (batch 32, time 51) and (batch 32)
/// </code></example>
public sealed class RecallTask
{
    /// <summary>Sets the dial.</summary>
    /// <param name="distance">How many steps lie between the symbol and the question, at least 1; at 1 there are no distractors.</param>
    /// <param name="symbols">How many symbols there are to remember one of, 2 to 26.</param>
    /// <param name="distractors">How many different distractors there are, 1 to 26.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number lies outside its range.</exception>
    public RecallTask(int distance, int symbols = 4, int distractors = 8)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(distance, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(symbols, 2);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(symbols, 26);
        ArgumentOutOfRangeException.ThrowIfLessThan(distractors, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(distractors, 26);
        (Distance, Symbols, Distractors) = (distance, symbols, distractors);
    }

    /// <summary>How many steps the symbol must be carried: from the first step to the question.</summary>
    public int Distance { get; }

    /// <summary>How many symbols there are, and answers.</summary>
    public int Symbols { get; }

    /// <summary>How many different distractors there are.</summary>
    public int Distractors { get; }

    /// <summary>How many steps a sequence has: the symbol, the distractors, the question.</summary>
    public int Length => Distance + 1;

    /// <summary>How many token ids there are.</summary>
    public int VocabularySize => Symbols + Distractors + 1;

    /// <summary>The id of the question mark, the last one.</summary>
    public long QuestionId => VocabularySize - 1;

    /// <summary>The share of right answers of somebody who guesses.</summary>
    public double Chance => 1.0 / Symbols;

    /// <summary>Draws sequences. The same seed gives the same ones on every machine.</summary>
    /// <param name="count">How many, at least 1.</param>
    /// <param name="seed">The seed. Test data wants one that no training batch has.</param>
    /// <returns>Two tensors of type Int64, which are the caller's or his dispose scope's.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is nothing to draw.</exception>
    public RecallBatch Draw(int count, int seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);

        var random = new SeededRandom((ulong)seed);
        var tokens = new long[count * Length];
        var answers = new long[count];
        for (var row = 0; row < count; row++)
        {
            var sequence = tokens.AsSpan(row * Length, Length);
            sequence[0] = answers[row] = random.Next(Symbols);
            foreach (ref var token in sequence[1..^1]) token = Symbols + random.Next(Distractors);
            sequence[^1] = QuestionId;
        }

        return new RecallBatch(torch.tensor(tokens, [count, Length]), torch.tensor(answers));
    }

    /// <summary>A sequence for the eye: symbols as capital letters, distractors as small ones, the question as a question mark.</summary>
    /// <param name="tokens">Token ids.</param>
    /// <exception cref="ArgumentException">There is no token with such an id.</exception>
    public string Spell(IEnumerable<long> tokens)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        return string.Concat(tokens.Select(Letter));
    }

    private char Letter(long token) => token switch
    {
        >= 0 when token < Symbols => (char)('A' + token),
        >= 0 when token < QuestionId => (char)('a' + token - Symbols),
        >= 0 when token == QuestionId => '?',
        _ => throw new ArgumentException($"Expected token ids from 0 to {QuestionId}, got {token}."),
    };
}
