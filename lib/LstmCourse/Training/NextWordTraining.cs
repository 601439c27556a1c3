using LstmCourse.Generation;
using LstmCourse.Models;
using LstmCourse.Text;
using TorchSharp;
using static TorchSharp.torch;

namespace LstmCourse.Training;

/// <summary>Trains and scores a model that predicts the next word at every step of a text.</summary>
public static class NextWordTraining
{
    private const int ScoringBatch = 16;
    private const int ContextBatch = 64;

    /// <summary>Cross-entropy over all words but padding, validated by the loss; perplexity is its exponential.</summary>
    /// <param name="model">The model, built outside of any dispose scope.</param>
    /// <param name="train">Texts as word ids, each with at least one; the model reads <see cref="Vocabulary.BeginId"/> before the first.</param>
    /// <param name="validation">Texts to choose the best epoch by.</param>
    /// <param name="batchSize">Texts in a batch.</param>
    /// <param name="seed">Where the order of the batches begins.</param>
    public static TrainingTask<int[]> Task(
        NextWordLstm model, IReadOnlyList<long[]> train, IReadOnlyList<long[]> validation, int batchSize = 8, int seed = 42)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(train);
        ArgumentNullException.ThrowIfNull(validation);
        int[] lengths = [.. train.Select(text => text.Length)];
        return new TrainingTask<int[]>(
            model,
            epoch => LengthBuckets.Batches(lengths, batchSize, seed, epoch),
            batch =>
            {
                var (inputs, targets) = Tensors([.. batch.Select(i => train[i])], Devices.Of(model));
                var logits = model.call(inputs, null).Logits;                       // (batch, time, vocabulary)
                var words = batch.Sum(i => (long)lengths[i]);
                return new BatchLoss(Loss(logits, targets), words, words);
            },
            () => new ValidationScore(MeanNegativeLogLikelihood(model, validation)));
    }

    /// <summary>The perplexity of texts: exp of the mean negative log-likelihood of a word.</summary>
    /// <param name="model">The model; it is switched to evaluation mode.</param>
    /// <param name="texts">Texts as word ids, held out from training.</param>
    public static double Perplexity(NextWordLstm model, IReadOnlyList<long[]> texts) => Metrics.Perplexity(MeanNegativeLogLikelihood(model, texts));

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
            var inputs = tensor(batch.SelectMany(place => place.Context).ToArray(), [batch.Length, batch[0].Context.Length], device: Devices.Of(model));
            var last = model.call(inputs, null).Logits.select(1, batch[0].Context.Length - 1);    // (batch, vocabulary)
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

    /// <summary>The model as decoders want it: the log-probability of each next word, with marks that are no words shut out.</summary>
    /// <param name="model">The model; it is switched to evaluation mode.</param>
    /// <param name="blocked">Ids that must not come; null for padding, unknown and begin.</param>
    public static NextTokenModel Predictor(NextWordLstm model, IReadOnlyList<long>? blocked = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        blocked ??= [Vocabulary.PadId, Vocabulary.UnknownId, Vocabulary.BeginId];
        return context =>
        {
            using var scope = NewDisposeScope();
            using var inference = no_grad();
            model.eval();
            long[] ids = [Vocabulary.BeginId, .. context];
            var logits = model.call(tensor(ids, [1, ids.Length], device: Devices.Of(model)), null).Logits[0, -1];   // (vocabulary)
            foreach (var id in blocked) logits[id] = double.NegativeInfinity;
            return [.. logits.log_softmax(0).cpu().data<float>().ToArray().Select(p => (double)p)];
        };
    }

    private static double MeanNegativeLogLikelihood(NextWordLstm model, IReadOnlyList<long[]> texts)
    {
        var (sum, words) = (0.0, 0L);
        Score(model, texts, (logits, targets) =>
        {
            var real = (targets != Vocabulary.PadId).sum().ToInt64();
            sum += Loss(logits, targets).ToDouble() * real;
            words += real;
        });
        return sum / words;
    }

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
            var (inputs, targets) = Tensors(batch, Devices.Of(model));
            score(model.call(inputs, null).Logits, targets);
        }
    }

    private static Tensor Loss(Tensor logits, Tensor targets) => nn.functional.cross_entropy(
        logits.view(-1, logits.size(2)), targets.view(-1), ignore_index: Vocabulary.PadId);

    // What is read is one word behind what is to be said.
    private static (Tensor Inputs, Tensor Targets) Tensors(long[][] texts, Device device)
    {
        var targets = Sequences.Pad(texts, null, Side.Right, Truncation.Refuse);
        var inputs = Sequences.Pad(texts.Select(text => (long[])[Vocabulary.BeginId, .. text[..^1]]), null, Side.Right, Truncation.Refuse);
        long[] shape = [targets.Count, targets.Length];
        return (tensor(inputs.Ids, shape, device: device), tensor(targets.Ids, shape, device: device));
    }
}
