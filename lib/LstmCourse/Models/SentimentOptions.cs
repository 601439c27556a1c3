namespace LstmCourse.Models;

/// <summary>The sizes of a <see cref="SentimentLstm"/> and how it reads.</summary>
public sealed record SentimentOptions
{
    /// <summary>The number of word ids, padding and unknown included, at least 5.</summary>
    public required int VocabularySize { get; init; }

    /// <summary>Numbers a word is turned into, at least 1.</summary>
    public int EmbeddingSize { get; init; } = 32;

    /// <summary>Units of the LSTM, at least 1.</summary>
    public int HiddenSize { get; init; } = 64;

    /// <summary>The share of embedded values and of the text's features that is dropped in training, 0 up to but not including 1.</summary>
    public double Dropout { get; init; }

    /// <summary>How the hidden states become one vector.</summary>
    public Readout Readout { get; init; } = Readout.Last;

    /// <summary>
    /// True reads the words only. False reads the padding as if it were words, which is the mistake that notebook 04 measures.
    /// </summary>
    public bool Masked { get; init; } = true;

    internal void Validate()
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(VocabularySize, 5, nameof(VocabularySize));
        ArgumentOutOfRangeException.ThrowIfLessThan(EmbeddingSize, 1, nameof(EmbeddingSize));
        ArgumentOutOfRangeException.ThrowIfLessThan(HiddenSize, 1, nameof(HiddenSize));
        if (Dropout is not (>= 0 and < 1))
        {
            throw new ArgumentOutOfRangeException(nameof(Dropout), Dropout, "Expected a dropout from 0 up to but not including 1.");
        }
    }
}
