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
    private readonly LSTM lstm;
    private readonly Dropout dropout;
    private readonly Linear linear;

    /// <summary>Builds the model with fresh random weights. Build it outside of any dispose scope.</summary>
    /// <param name="vocabularySize">The number of word ids, padding and unknown included.</param>
    /// <param name="embeddingSize">Numbers a word is turned into.</param>
    /// <param name="hiddenSize">Units of the LSTM.</param>
    /// <param name="dropoutShare">The share of embedded values and of hidden states that is dropped in training.</param>
    public NextWordLstm(int vocabularySize, int embeddingSize = 100, int hiddenSize = 150, double dropoutShare = 0) : base(nameof(NextWordLstm))
    {
        new SentimentOptions { VocabularySize = vocabularySize, EmbeddingSize = embeddingSize, HiddenSize = hiddenSize, Dropout = dropoutShare }.Validate();
        VocabularySize = vocabularySize;
        embedding = Embedding(vocabularySize, embeddingSize, padding_idx: Text.Vocabulary.PadId);
        lstm = LSTM(embeddingSize, hiddenSize, batchFirst: true);
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
        TextBatch.CheckTokens(tokens, VocabularySize);
        var embedded = dropout.call(embedding.call(tokens));                  // (batch, time, E)
        var (output, hidden, cell) = lstm.call(embedded, state);              // (batch, time, H), (1, batch, H) twice
        return new NextWordOutput(linear.call(dropout.call(output)), hidden, cell);
    }
}

/// <summary>What a <see cref="NextWordLstm"/> says about a batch.</summary>
/// <param name="Logits">The score of each next word at each step, before the softmax, shape (batch, time, vocabulary).</param>
/// <param name="HiddenState">The hidden state after the last step, shape (1, batch, hidden).</param>
/// <param name="CellState">The cell state after the last step, shape (1, batch, hidden).</param>
public sealed record NextWordOutput(Tensor Logits, Tensor HiddenState, Tensor CellState);
