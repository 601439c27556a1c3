using FusedRecurrent;
using LstmCourse.Text;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace LstmCourse.Translation;

/// <summary>
/// Translates with two LSTMs. The encoder reads the source; the decoder begins with the encoder's last states and says the target word by
/// word. At each step its state h and the context vector c make the scores of the next word:
/// <code>
/// out = tanh(W [c; h] + b)      logits = V out + d
/// </code>
/// With and without attention the model has the same parameters (additive attention has some more) and draws the same first numbers.
/// </summary>
public sealed class EncoderDecoder : Module<TextBatch, Tensor, DecoderOutput>
{
    private readonly Embedding sourceEmbedding, targetEmbedding;
    private readonly FusedLSTM encoder, decoder;
    private readonly Linear combine, output;
    private readonly Linear? attendQuery, attendKey, attendScore;

    /// <summary>Builds the model with fresh random weights. Build it outside of any dispose scope.</summary>
    /// <param name="sourceWords">The number of word ids of the source language.</param>
    /// <param name="targetWords">The number of word ids of the target language.</param>
    /// <param name="attention">Where the context vector comes from.</param>
    /// <param name="embeddingSize">Numbers a word is turned into; out has as many.</param>
    /// <param name="hiddenSize">Units of each LSTM.</param>
    public EncoderDecoder(int sourceWords, int targetWords, AttentionKind attention, int embeddingSize = 48, int hiddenSize = 48)
        : base(nameof(EncoderDecoder))
    {
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(sourceWords, Vocabulary.EndId);
        ArgumentOutOfRangeException.ThrowIfLessThanOrEqual(targetWords, Vocabulary.EndId);
        ArgumentOutOfRangeException.ThrowIfLessThan(embeddingSize, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(hiddenSize, 1);
        Attends = attention;
        sourceEmbedding = Embedding(sourceWords, embeddingSize, padding_idx: Vocabulary.PadId);
        encoder = new FusedLSTM(embeddingSize, hiddenSize, batchFirst: true);
        targetEmbedding = Embedding(targetWords, embeddingSize, padding_idx: Vocabulary.PadId);
        decoder = new FusedLSTM(embeddingSize, hiddenSize, batchFirst: true);
        combine = Linear(2 * hiddenSize, embeddingSize);
        output = Linear(embeddingSize, targetWords);
        if (attention == AttentionKind.Additive)
        {
            attendQuery = Linear(hiddenSize, hiddenSize, hasBias: false);
            attendKey = Linear(hiddenSize, hiddenSize, hasBias: false);
            attendScore = Linear(hiddenSize, 1, hasBias: false);
        }

        RegisterComponents();
    }

    /// <summary>Where the context vector comes from.</summary>
    public AttentionKind Attends { get; }

    /// <summary>Reads the source.</summary>
    /// <param name="source">The sentences, padded on the right.</param>
    public EncodedSource Encode(TextBatch source)
    {
        ArgumentNullException.ThrowIfNull(source);
        var embedded = sourceEmbedding.call(source.Tokens);                                     // (batch, source, E)
        var (states, hidden, cell) = encoder.call(embedded, lengths: source.Lengths);           // (batch, source, H), (1, batch, H) twice
        return new EncodedSource(states, hidden, cell, [.. source.Lengths.data<long>().Select(length => (int)length)]);
    }

    /// <summary>Scores the next word at every step of the target.</summary>
    /// <param name="source">What the encoder read.</param>
    /// <param name="read">The target's words so far, shape (batch, target), Int64.</param>
    /// <param name="state">The decoder's states before them, each (1, batch, hidden); null for the encoder's last.</param>
    public DecoderOutput Decode(EncodedSource source, Tensor read, (Tensor, Tensor)? state = null)
    {
        ArgumentNullException.ThrowIfNull(source);
        var embedded = targetEmbedding.call(read);                                              // (batch, target, E)
        var (states, hidden, cell) = decoder.call(embedded, state ?? (source.Hidden, source.Cell));     // (batch, target, H)
        var weights = Attends == AttentionKind.None ? null : Attention.Weights(Scores(states, source.States), source.Lengths);
        var context = weights is null
            ? source.Hidden.transpose(0, 1).expand(states.shape)
            : Attention.Context(weights, source.States);                                        // (batch, target, H)
        var logits = output.call(combine.call(cat([context, states], 2)).tanh());               // (batch, target, word)
        return new DecoderOutput(logits, weights, hidden, cell);
    }

    /// <summary>Teacher forcing: scores every next word of the target, of which the right words so far are read.</summary>
    /// <param name="source">The sentences to translate.</param>
    /// <param name="read">The target, one word behind what is to be said, shape (batch, target), Int64.</param>
    public override DecoderOutput forward(TextBatch source, Tensor read) => Decode(Encode(source), read);

    private Tensor Scores(Tensor queries, Tensor keys) => Attends == AttentionKind.Dot
        ? Attention.Dot(queries, keys)
        : Attention.Additive(attendQuery!.call(queries), attendKey!.call(keys), attendScore!.weight.squeeze(0));
}

/// <summary>What the encoder made of some sentences.</summary>
/// <param name="States">Its hidden state after each word, shape (batch, source, hidden).</param>
/// <param name="Hidden">The hidden state after the last word, shape (1, batch, hidden).</param>
/// <param name="Cell">The cell state after the last word, shape (1, batch, hidden).</param>
/// <param name="Lengths">The number of words of each sentence.</param>
public sealed record EncodedSource(Tensor States, Tensor Hidden, Tensor Cell, IReadOnlyList<int> Lengths);

/// <summary>What the decoder says.</summary>
/// <param name="Logits">The score of each next word at each step, before the softmax, shape (batch, target, vocabulary).</param>
/// <param name="Weights">The attention over the source at each step, shape (batch, target, source); null without attention.</param>
/// <param name="Hidden">The hidden state after the last step, shape (1, batch, hidden).</param>
/// <param name="Cell">The cell state after the last step, shape (1, batch, hidden).</param>
public sealed record DecoderOutput(Tensor Logits, Tensor? Weights, Tensor Hidden, Tensor Cell);
