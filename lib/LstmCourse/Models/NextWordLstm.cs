using FusedRecurrent;
using LstmCourse.Decoding;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace LstmCourse.Models;

/// <summary>
/// Predicts the next word at every step of a text: embedding, LSTM, and a linear layer with a score for each word of the vocabulary.
/// <code>
/// tokens (batch, time) → embedding (batch, time, E) → LSTM (batch, time, H) → linear (batch, time, vocabulary)
/// </code>
/// </summary>
public sealed class NextWordLstm : Module<Tensor, (Tensor, Tensor)?, NextWordOutput>
{
    private readonly Embedding embedding;
    private readonly FusedLSTM lstm;
    private readonly Dropout dropout;
    private readonly Linear linear;

    /// <summary>Builds the model with fresh random weights. Build it outside of any dispose scope.</summary>
    /// <param name="vocabularySize">The number of word ids, padding and unknown included, at least 5.</param>
    /// <param name="embeddingSize">Numbers a word is turned into, at least 1.</param>
    /// <param name="hiddenSize">Units of the LSTM, at least 1.</param>
    /// <param name="dropoutShare">The share of embedded values and of hidden states that is dropped in training, 0 up to but not
    /// including 1.</param>
    /// <exception cref="ArgumentOutOfRangeException">A number is out of range.</exception>
    public NextWordLstm(int vocabularySize, int embeddingSize = 100, int hiddenSize = 150, double dropoutShare = 0)
        : base(nameof(NextWordLstm))
    {
        new SentimentOptions
        {
            VocabularySize = vocabularySize,
            EmbeddingSize = embeddingSize,
            HiddenSize = hiddenSize,
            Dropout = dropoutShare
        }.Validate();
        VocabularySize = vocabularySize;
        embedding = Embedding(vocabularySize, embeddingSize, padding_idx: Text.Vocabulary.PadId);
        lstm = new FusedLSTM(embeddingSize, hiddenSize, batchFirst: true);
        dropout = Dropout(dropoutShare);
        linear = Linear(hiddenSize, vocabularySize);
        RegisterComponents();
    }

    /// <summary>The number of word ids.</summary>
    public int VocabularySize { get; }

    /// <summary>Scores every next word at every step.</summary>
    /// <param name="tokens">Word ids, shape (batch, time), Int64.</param>
    /// <param name="state">The hidden and cell state to begin with, each (1, batch, hidden); null for zeros.</param>
    /// <returns>Logits of shape (batch, time, vocabulary) and the final state.</returns>
    /// <exception cref="ArgumentException">A shape, type or value is not as said.</exception>
    public override NextWordOutput forward(Tensor tokens, (Tensor, Tensor)? state)
    {
        TextInput.CheckTokens(tokens, VocabularySize);
        var embedded = dropout.call(embedding.call(tokens));                  // (batch, time, E)
        var (output, hidden, cell) = lstm.call(embedded, state);              // (batch, time, H), (1, batch, H) twice
        return new NextWordOutput(linear.call(dropout.call(output)), hidden, cell);
    }

    /// <summary>The model as decoders want it: the log-probability of each next word, with marks that are no words shut out.
    /// The model is switched to evaluation mode whenever it is asked.</summary>
    /// <param name="blocked">Ids that must not come; null for padding, unknown and begin.</param>
    public NextTokenModel Predictor(IReadOnlyList<long>? blocked = null)
    {
        blocked ??= [Text.Vocabulary.PadId, Text.Vocabulary.UnknownId, Text.Vocabulary.BeginId];
        return context =>
        {
            using var scope = NewDisposeScope();
            using var inference = no_grad();
            eval();
            long[] ids = [Text.Vocabulary.BeginId, .. context];
            var logits = call(tensor(ids, [1, ids.Length], device: Devices.Of(this)), null).Logits[0, -1];   // (vocabulary)
            foreach (var id in blocked) logits[id] = double.NegativeInfinity;
            return [.. logits.log_softmax(0).cpu().data<float>().ToArray().Select(p => (double)p)];
        };
    }
}

/// <summary>What a <see cref="NextWordLstm"/> says about a batch.</summary>
/// <param name="Logits">The score of each next word at each step, before the softmax, shape (batch, time, vocabulary).</param>
/// <param name="HiddenState">The hidden state after the last step, shape (1, batch, hidden).</param>
/// <param name="CellState">The cell state after the last step, shape (1, batch, hidden).</param>
public sealed record NextWordOutput(Tensor Logits, Tensor HiddenState, Tensor CellState);
