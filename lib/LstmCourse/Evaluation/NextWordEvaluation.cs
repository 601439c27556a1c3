using LstmCourse.Models;
using LstmCourse.Text;
using TorchSharp;
using static TorchSharp.torch;

namespace LstmCourse.Evaluation;

/// <summary>Scores models that predict the next word, on texts held out from training.</summary>
public static class NextWordEvaluation
{
    private const int ScoringBatch = 16;
    private const int ContextBatch = 64;

    /// <summary>The perplexity of texts: exp of the mean negative log-likelihood of a word.</summary>
    /// <param name="model">The model; it is switched to evaluation mode.</param>
    /// <param name="texts">Texts as word ids, held out from training.</param>
    public static double Perplexity(NextWordLstm model, IReadOnlyList<long[]> texts) =>
        Metrics.Perplexity(MeanNegativeLogLikelihood(model, texts));

    /// <summary>The perplexity of texts when the model is shown only the last words before each, its state at zero before them.</summary>
    /// <param name="model">The model; it is switched to evaluation mode.</param>
    /// <param name="texts">Texts as word ids, held out from training.</param>
    /// <param name="words">How many words it is shown, at least 1; where a text has fewer so far, those and the begin mark.</param>
    public static double PerplexityWithContext(NextWordLstm model, IReadOnlyList<long[]> texts, int words)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(texts);
        ArgumentOutOfRangeException.ThrowIfLessThan(words, 1);
        var places = texts.SelectMany(text => text.Select((next, t) =>
        {
            long[] before = [Vocabulary.BeginId, .. text[..t]];
            return (Context: before[Math.Max(0, before.Length - words)..], Next: next);
        }));

        using var inference = no_grad();
        model.eval();
        var (sum, count) = (0.0, 0);
        foreach (var batch in places.GroupBy(place => place.Context.Length).SelectMany(group => group.Chunk(ContextBatch)))
        {
            using var scope = NewDisposeScope();
            var inputs = TextBatch.Of(batch.Select(place => place.Context), device: Devices.Of(model));
            var last = model.call(inputs.Tokens, null).Logits.select(1, batch[0].Context.Length - 1);    // (batch, vocabulary)
            var targets = tensor(batch.Select(place => place.Next).ToArray(), device: Devices.Of(model));
            sum += nn.functional.cross_entropy(last, targets).ToDouble() * batch.Length;
            count += batch.Length;
        }

        return Metrics.Perplexity(sum / count);
    }

    /// <summary>In which share of the places the right word is among the <paramref name="k"/> most probable.</summary>
    /// <param name="model">The model; it is switched to evaluation mode.</param>
    /// <param name="texts">Texts as word ids, held out from training.</param>
    /// <param name="k">How many guesses count, at least 1.</param>
    public static double TopAccuracy(NextWordLstm model, IReadOnlyList<long[]> texts, int k)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(k, 1);
        var (hits, words) = (0L, 0L);
        Score(model, texts, (logits, targets) =>
        {
            var best = logits.topk(k, -1).Item2;                                    // (batch, time, k)
            var real = targets != Vocabulary.PadId;
            hits += (best == targets.unsqueeze(2)).any(2).logical_and(real).sum().ToInt64();
            words += real.sum().ToInt64();
        });
        return (double)hits / words;
    }

    /// <summary>The mean negative log-likelihood of a word, in nats.</summary>
    internal static double MeanNegativeLogLikelihood(NextWordLstm model, IReadOnlyList<long[]> texts)
    {
        var (sum, words) = (0.0, 0L);
        Score(model, texts, (logits, targets) =>
        {
            var real = (targets != Vocabulary.PadId).sum().ToInt64();
            sum += CrossEntropy(logits, targets).ToDouble() * real;
            words += real;
        });
        return sum / words;
    }

    /// <summary>Cross-entropy over all words but padding, as a tensor of one element.</summary>
    /// <param name="logits">Shape (batch, time, vocabulary).</param>
    /// <param name="targets">Shape (batch, time), Int64.</param>
    internal static Tensor CrossEntropy(Tensor logits, Tensor targets) => nn.functional.cross_entropy(
        logits.view(-1, logits.size(2)), targets.view(-1), ignore_index: Vocabulary.PadId);

    private static void Score(NextWordLstm model, IReadOnlyList<long[]> texts, Action<Tensor, Tensor> score)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(texts);
        if (texts.Count == 0) throw new ArgumentException("Expected at least one text to score, got none.", nameof(texts));
        using var inference = no_grad();
        model.eval();
        foreach (var batch in texts.OrderBy(text => text.Length).Chunk(ScoringBatch))
        {
            using var scope = NewDisposeScope();
            var (inputs, targets) = TextBatch.Shifted(batch, Devices.Of(model));
            score(model.call(inputs.Tokens, null).Logits, targets.Tokens);
        }
    }
}
