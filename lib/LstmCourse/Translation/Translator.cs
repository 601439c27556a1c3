using LstmCourse.Decoding;
using LstmCourse.Text;
using static TorchSharp.torch;

namespace LstmCourse.Translation;

/// <summary>Lets a trained <see cref="EncoderDecoder"/> translate.</summary>
public static class Translator
{
    /// <summary>Marks that are no words, which a translation must not hold.</summary>
    private static readonly long[] Blocked = [Vocabulary.PadId, Vocabulary.UnknownId, Vocabulary.BeginId];

    /// <summary>Translates sentences, all at once: at each step the likeliest word.</summary>
    /// <param name="model">The model; it is switched to evaluation mode.</param>
    /// <param name="sources">The sentences as word ids, at least one.</param>
    /// <param name="maxWords">Where a translation without an end is cut, at least 1.</param>
    /// <returns>For each sentence the word ids of its translation, without the mark for the end.</returns>
    public static IReadOnlyList<long[]> Greedy(EncoderDecoder model, IReadOnlyList<long[]> sources, int maxWords = 30)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(sources);
        ArgumentOutOfRangeException.ThrowIfLessThan(maxWords, 1);
        using var scope = NewDisposeScope();
        using var inference = no_grad();
        model.eval();
        var encoded = model.Encode(TextBatch.Of(sources));
        var said = sources.Select(_ => new List<long>()).ToArray();
        var done = new bool[sources.Count];
        var last = Enumerable.Repeat((long)Vocabulary.BeginId, sources.Count).ToArray();
        (Tensor, Tensor)? state = null;
        for (var step = 0; step < maxWords && done.Contains(false); step++)
        {
            var output = model.Decode(encoded, tensor(last, [sources.Count, 1]), state);
            state = (output.Hidden, output.Cell);
            var logits = output.Logits.squeeze(1);                                              // (batch, word)
            logits.index_fill_(1, tensor(Blocked), float.NegativeInfinity);
            last = logits.argmax(1).data<long>().ToArray();
            for (var i = 0; i < last.Length; i++)
            {
                done[i] |= last[i] == Vocabulary.EndId;
                if (!done[i]) said[i].Add(last[i]);
            }
        }

        return [.. said.Select(words => words.ToArray())];
    }

    /// <summary>The model as decoders want it, for one sentence: the log-probability of each next word of the translation.</summary>
    /// <param name="model">The model; it is switched to evaluation mode.</param>
    /// <param name="source">
    /// The sentence to translate, as word ids. It is read once, here; what was read belongs to the dispose scope that is open.
    /// </param>
    public static NextTokenModel Predictor(EncoderDecoder model, long[] source)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(source);
        using var reading = no_grad();
        model.eval();
        var encoded = model.Encode(TextBatch.Of([source]));
        return context =>
        {
            using var scope = NewDisposeScope();
            using var inference = no_grad();
            long[] read = [Vocabulary.BeginId, .. context];
            var logits = model.Decode(encoded, tensor(read, [1, read.Length])).Logits[0, -1];                  // (word)
            logits.index_fill_(0, tensor(Blocked), float.NegativeInfinity);
            return [.. logits.log_softmax(0).data<float>().Select(p => (double)p)];
        };
    }

    /// <summary>Where the model looks while it says a given translation.</summary>
    /// <param name="model">A model with attention; it is switched to evaluation mode.</param>
    /// <param name="source">The sentence, as word ids.</param>
    /// <param name="target">The translation, as word ids.</param>
    /// <returns>For each word of the translation its weights over the words of the sentence.</returns>
    /// <exception cref="ArgumentException">The model has no attention.</exception>
    public static double[][] Weights(EncoderDecoder model, long[] source, IReadOnlyList<long> target)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(source);
        ArgumentNullException.ThrowIfNull(target);
        if (model.Attends == AttentionKind.None)
            throw new ArgumentException("Expected a model with attention; this one looks at its encoder's last state only.", nameof(model));
        using var scope = NewDisposeScope();
        using var inference = no_grad();
        model.eval();
        long[] read = [Vocabulary.BeginId, .. target.SkipLast(1)];
        var weights = model.call(TextBatch.Of([source]), tensor(read, [1, read.Length])).Weights!;      // (1, target, source)
        return [.. weights.data<float>().ToArray().Chunk(source.Length).Select(row => row.Select(w => (double)w).ToArray())];
    }
}
