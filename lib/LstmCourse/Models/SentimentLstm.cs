using FusedRecurrent;
using LstmCourse.Text;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace LstmCourse.Models;

/// <summary>
/// Reads a text word by word and says how probable it is that the text is positive: embedding, LSTM, one linear unit.
/// <code>
/// tokens (batch, time) → embedding (batch, time, E) → LSTM (batch, time, H) → readout (batch, H) → linear (batch)
/// </code>
/// The texts are padded on the right, and their lengths tell where the words end.
/// </summary>
public sealed class SentimentLstm : Module<Tensor, Tensor, ClassifierOutput>
{
    // The fields' names are the parameters' prefixes in a saved file.
    private readonly Embedding embedding;
    private readonly FusedLSTM lstm;
    private readonly Dropout dropout;
    private readonly Linear linear;

    /// <summary>Builds the model with fresh random weights. Build it outside of any dispose scope.</summary>
    /// <exception cref="ArgumentException">A size is out of range.</exception>
    public SentimentLstm(SentimentOptions options) : base(nameof(SentimentLstm))
    {
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();
        Options = options;
        embedding = Embedding(options.VocabularySize, options.EmbeddingSize, padding_idx: Text.Vocabulary.PadId);
        lstm = new FusedLSTM(options.EmbeddingSize, options.HiddenSize, batchFirst: true);
        dropout = Dropout(options.Dropout);
        linear = Linear(options.HiddenSize, 1);
        RegisterComponents();
    }

    /// <summary>What the model was built with.</summary>
    public SentimentOptions Options { get; }

    /// <summary>Scores a batch of texts.</summary>
    /// <param name="tokens">Word ids, shape (batch, time), Int64, padded on the right with 0.</param>
    /// <param name="lengths">The number of words of each text, shape (batch), Int64, 1 to time.</param>
    /// <returns>Logits of shape (batch) and features of shape (batch, hidden).</returns>
    /// <exception cref="ArgumentException">A shape, type or value is not as said.</exception>
    public override ClassifierOutput forward(Tensor tokens, Tensor lengths)
    {
        TextInput.CheckTokens(tokens, Options.VocabularySize);
        TextInput.CheckLengths(lengths, tokens);

        var embedded = dropout.call(embedding.call(tokens));                  // (batch, time, E)
        var features = dropout.call(Read(embedded, lengths));                 // (batch, H)
        return new ClassifierOutput(linear.call(features).squeeze(1), features);
    }

    private Tensor Read(Tensor embedded, Tensor lengths)
    {
        if (Options is { Readout: Readout.Last, Masked: true })
        {
            // With its length each text ends at its last word, so the final hidden state belongs to a word, not to padding.
            var (_, lastState, _) = lstm.call(embedded, lengths: lengths);    // (1, batch, H)
            return lastState.squeeze(0);
        }

        var (output, finalState, _) = lstm.call(embedded);                    // (batch, time, H), (1, batch, H)
        if (Options.Readout == Readout.Last) return finalState.squeeze(0);

        if (!Options.Masked) return Options.Readout == Readout.Mean ? output.mean([1]) : output.max(1).Item1;

        var mask = TextBatch.Mask(lengths, embedded.size(1), embedded.device).unsqueeze(2); // (batch, time, 1)
        return Options.Readout == Readout.Mean
            ? (output * mask).sum(1) / lengths.to(embedded.device).unsqueeze(1)
            : (output * mask - (1 - mask) * 2).max(1).Item1;                   // hidden values lie above -1, so -2 never wins
    }
}
