using LstmCourse.Scratch.Vector;

namespace LstmCourse.Scratch.Sentences;

/// <summary>Training and judging models that finish sentences.</summary>
public static class SentenceTraining
{
    /// <summary>Goes once through the sentences in random order, with one clipped Adam step per batch.</summary>
    /// <param name="model">What learns.</param>
    /// <param name="adam">The optimizer of its parameters.</param>
    /// <param name="sentences">The training sentences.</param>
    /// <param name="random">Decides the order.</param>
    /// <param name="batchSize">How many sentences one step looks at.</param>
    /// <param name="clip">The greatest gradient length.</param>
    /// <returns>The average loss per sentence, as it was on the way.</returns>
    public static double Epoch(ISentenceModel model, Adam adam, IReadOnlyList<MemorySentence> sentences, Random random,
        int batchSize = 16, double clip = 1)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(adam);
        ArgumentNullException.ThrowIfNull(sentences);
        ArgumentNullException.ThrowIfNull(random);

        var order = sentences.ToArray();
        random.Shuffle(order);
        var loss = 0.0;
        foreach (var batch in order.Chunk(batchSize))
        {
            foreach (var sentence in batch) loss += model.Learn(sentence.Tokens, sentence.Answer, 1.0 / batch.Length);
            GradientFlow.Clip(model.Parameters, clip);
            adam.Step();
        }

        return loss / order.Length;
    }

    /// <summary>The share of sentences whose most probable answer is the right one, 0 to 1.</summary>
    public static double Accuracy(ISentenceModel model, IReadOnlyCollection<MemorySentence> sentences)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(sentences);
        return sentences.Average(sentence => MostProbable(model.Predict(sentence.Tokens)) == sentence.Answer ? 1.0 : 0.0);
    }

    private static int MostProbable(double[] probabilities) => Array.IndexOf(probabilities, probabilities.Max());
}
