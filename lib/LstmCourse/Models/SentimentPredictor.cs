using LstmCourse.Text;
using static TorchSharp.torch;

namespace LstmCourse.Models;

/// <summary>Scores texts with a trained model, and abstains where the vocabulary knows too little of them.</summary>
/// <param name="encoder">The tokenizer and vocabulary that the model was trained with.</param>
/// <param name="model">The trained model.</param>
/// <param name="minimumKnownShare">The share of known words below which no answer is trusted, 0 to 1.</param>
public sealed class SentimentPredictor(
    TextEncoder encoder, nn.Module<Tensor, Tensor, ClassifierOutput> model, double minimumKnownShare = 0.5)
{
    private const int ScoringBatch = 64;

    /// <summary>Scores one text.</summary>
    /// <param name="text">The text, at least one word.</param>
    /// <exception cref="ArgumentException">The text has no words.</exception>
    public SentimentPrediction Predict(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var encoded = encoder.EncodeAll([text])[0];
        return new SentimentPrediction(
            Probabilities(model, [encoded.Ids])[0], encoded.KnownShare, encoded.KnownShare >= minimumKnownShare);
    }

    /// <summary>The probability of label 1 for each text, in their order. The model is switched to evaluation mode.</summary>
    /// <param name="model">The model.</param>
    /// <param name="texts">The word ids of each text, at least one word each.</param>
    /// <param name="padding">The side that is filled.</param>
    /// <param name="length">The number of time steps; null for the longest text of each batch.</param>
    public static double[] Probabilities(
        nn.Module<Tensor, Tensor, ClassifierOutput> model, IReadOnlyList<long[]> texts, Side padding = Side.Right, int? length = null)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(texts);
        model.eval();
        var probabilities = new double[texts.Count];
        using var inference = no_grad();
        foreach (var chosen in Enumerable.Range(0, texts.Count).OrderBy(i => texts[i].Length).Chunk(ScoringBatch))
        {
            using var scope = NewDisposeScope();
            var batch = TextBatch.Of(chosen.Select(i => texts[i]), padding, length, device: Devices.Of(model));
            var scores = model.call(batch.Tokens, batch.Lengths).Logits.sigmoid().cpu().data<float>().ToArray();
            for (var i = 0; i < chosen.Length; i++) probabilities[chosen[i]] = scores[i];
        }

        return probabilities;
    }
}
