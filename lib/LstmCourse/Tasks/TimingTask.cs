using LstmCourse.Data;
using TorchSharp;

namespace LstmCourse.Tasks;

/// <summary>
/// A test of timing: marks and pauses, and at each mark the question how many steps have passed since the mark before. It is a small form,
/// of this course's own, of measuring the distance between spikes in Gers, Schraudolph and Schmidhuber, Learning Precise Timing with LSTM
/// Recurrent Networks, JMLR 3, 2002.
/// </summary>
/// <remarks>
/// Token ids: 0 is a pause, 1 a mark. Every gap from 1 to <see cref="LongestGap"/> is drawn with the same probability, again and again
/// until the sequence is full; so long gaps are asked for a little less often, since they may end beyond the last step.
/// </remarks>
/// <example><code>
/// var task = new TimingTask(length: 25, longestGap: 16);
/// var (tokens, answers) = task.Draw(count: 32, seed: 1);     // both (batch 32, time 25)
/// </code></example>
public sealed class TimingTask
{
    /// <summary>What stands in the answers where nothing is asked; <c>cross_entropy</c> leaves it out.</summary>
    public const long NotAsked = -100;

    /// <summary>The id of a mark. A pause is 0.</summary>
    public const long MarkId = 1;

    /// <summary>Sets the dials.</summary>
    /// <param name="length">How many steps a sequence has; more than twice the longest gap is sure to ask at least once.</param>
    /// <param name="longestGap">The longest gap between two marks, in steps, at least 2 and less than <paramref name="length"/>.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number lies outside its range.</exception>
    public TimingTask(int length, int longestGap)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(longestGap, 2);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(length, longestGap);
        (Length, LongestGap) = (length, longestGap);
    }

    /// <summary>How many steps a sequence has.</summary>
    public int Length { get; }

    /// <summary>The longest gap between two marks, in steps; the classes are the gaps from 1 to this one.</summary>
    public int LongestGap { get; }

    /// <summary>Draws sequences. The same seed gives the same ones on every machine.</summary>
    /// <param name="count">How many, at least 1.</param>
    /// <param name="seed">The seed. Test data wants one that no training batch has.</param>
    /// <returns>Two tensors of type Int64, which are the caller's or his dispose scope's.</returns>
    public TimingBatch Draw(int count, int seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);

        var random = new SeededRandom((ulong)seed);
        var tokens = new long[count * Length];
        var answers = new long[count * Length];
        Array.Fill(answers, NotAsked);
        for (var row = 0; row < count; row++)
        {
            var marks = tokens.AsSpan(row * Length, Length);
            var asked = answers.AsSpan(row * Length, Length);
            var step = random.Next(Math.Min(LongestGap, Length - LongestGap));
            marks[step] = MarkId;
            for (var gap = random.Between(1, LongestGap); step + gap < Length; gap = random.Between(1, LongestGap))
            {
                step += gap;
                marks[step] = MarkId;
                asked[step] = gap - 1;
            }
        }

        return new TimingBatch(torch.tensor(tokens, [count, Length]), torch.tensor(answers, [count, Length]));
    }

    /// <summary>A sequence for the eye: marks as <c>|</c>, pauses as <c>·</c>.</summary>
    /// <param name="tokens">Token ids.</param>
    /// <exception cref="ArgumentException">There is no token with such an id.</exception>
    public static string Spell(IEnumerable<long> tokens)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        return string.Concat(tokens.Select(token => token switch
        {
            0 => '·',
            MarkId => '|',
            _ => throw new ArgumentException($"Expected token ids 0 and {MarkId}, got {token}."),
        }));
    }
}
