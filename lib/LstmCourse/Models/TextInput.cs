using static TorchSharp.torch;

namespace LstmCourse.Models;

/// <summary>Checks the input of a text model at the door, in words a learner understands.</summary>
internal static class TextInput
{
    /// <summary>Expects token ids of shape (batch, time), Int64, each below the vocabulary's size.</summary>
    public static void CheckTokens(Tensor tokens, int vocabularySize)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        if (tokens.dim() != 2 || tokens.size(0) == 0 || tokens.size(1) == 0)
        {
            throw new ArgumentException(
                $"Expected token ids of shape (batch, time), got [{string.Join(", ", tokens.shape)}]. A single text needs a batch of "
                    + "one: unsqueeze(0).", nameof(tokens));
        }

        if (tokens.dtype != ScalarType.Int64)
        {
            throw new ArgumentException(
                $"Expected token ids of type Int64, got {tokens.dtype}. Make them from a long[] array, or convert with "
                    + "to(ScalarType.Int64).", nameof(tokens));
        }

        using var scope = NewDisposeScope();
        var (low, high) = (tokens.min().item<long>(), tokens.max().item<long>());
        if (low < 0 || high >= vocabularySize)
        {
            throw new ArgumentException(
                $"Expected token ids from 0 to {vocabularySize - 1}, got {(low < 0 ? low : high)}. Was the text encoded with another "
                    + "vocabulary?", nameof(tokens));
        }
    }

    /// <summary>Expects one length for each text, Int64, from 1 to the number of time steps.</summary>
    public static void CheckLengths(Tensor lengths, Tensor tokens)
    {
        ArgumentNullException.ThrowIfNull(lengths);
        if (lengths.dim() != 1 || lengths.size(0) != tokens.size(0) || lengths.dtype != ScalarType.Int64)
        {
            throw new ArgumentException(
                $"Expected a length for each of the {tokens.size(0)} texts, shape ({tokens.size(0)}) and type Int64, got "
                    + $"[{string.Join(", ", lengths.shape)}] of type {lengths.dtype}.", nameof(lengths));
        }

        using var scope = NewDisposeScope();
        var (low, high) = (lengths.min().item<long>(), lengths.max().item<long>());
        if (low < 1 || high > tokens.size(1))
        {
            throw new ArgumentException(
                $"Expected lengths from 1 to {tokens.size(1)}, the number of time steps, got {(low < 1 ? low : high)}. Give an empty "
                    + "text one unknown token.", nameof(lengths));
        }
    }
}
