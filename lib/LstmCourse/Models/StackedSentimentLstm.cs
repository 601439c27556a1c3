using FusedRecurrent;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace LstmCourse.Models;

/// <summary>
/// Two LSTMs, one upon the other: the first turns the words into a sequence of states, the second reads those and keeps the last.
/// <code>
/// tokens (batch, time) → embedding (batch, time, E) → LSTM (batch, time, H1) → dropout → LSTM, last state (batch, H2) → linear (batch)
/// </code>
/// </summary>
public sealed class StackedSentimentLstm : Module<Tensor, Tensor, ClassifierOutput>
{
    private readonly Embedding embedding;
    private readonly FusedLSTM first;
    private readonly FusedLSTM second;
    private readonly Dropout dropout;
    private readonly Linear linear;
    private readonly int vocabulary;

    /// <summary>Builds the model with fresh random weights. Build it outside of any dispose scope.</summary>
    /// <param name="vocabularySize">The number of word ids, padding and unknown included.</param>
    /// <param name="embeddingSize">Numbers a word is turned into.</param>
    /// <param name="firstHidden">Units of the first LSTM.</param>
    /// <param name="secondHidden">Units of the second LSTM.</param>
    /// <param name="dropoutShare">The share of the first LSTM's output that is dropped in training.</param>
    public StackedSentimentLstm(int vocabularySize, int embeddingSize = 128, int firstHidden = 128, int secondHidden = 64,
        double dropoutShare = 0.2)
        : base(nameof(StackedSentimentLstm))
    {
        new SentimentOptions
        {
            VocabularySize = vocabularySize,
            EmbeddingSize = embeddingSize,
            HiddenSize = Math.Min(firstHidden, secondHidden),
            Dropout = dropoutShare
        }.Validate();
        vocabulary = vocabularySize;
        embedding = Embedding(vocabularySize, embeddingSize, padding_idx: Text.Vocabulary.PadId);
        first = new FusedLSTM(embeddingSize, firstHidden, batchFirst: true);
        second = new FusedLSTM(firstHidden, secondHidden, batchFirst: true);
        dropout = Dropout(dropoutShare);
        linear = Linear(secondHidden, 1);
        RegisterComponents();
    }

    /// <summary>Scores a batch of texts.</summary>
    /// <param name="tokens">Word ids, shape (batch, time), Int64, padded on the right with 0.</param>
    /// <param name="lengths">The number of words of each text, shape (batch), Int64, 1 to time.</param>
    /// <returns>Logits of shape (batch) and features of shape (batch, second hidden).</returns>
    /// <exception cref="ArgumentException">A shape, type or value is not as said.</exception>
    public override ClassifierOutput forward(Tensor tokens, Tensor lengths)
    {
        TextInput.CheckTokens(tokens, vocabulary);
        TextInput.CheckLengths(lengths, tokens);

        var (states, _, _) = first.call(embedding.call(tokens));              // (batch, time, H1)
        var (_, lastState, _) = second.call(dropout.call(states), lengths: lengths);   // (1, batch, H2)
        var features = lastState.squeeze(0);                                  // (batch, H2)
        return new ClassifierOutput(linear.call(features).squeeze(1), features);
    }
}
