using LstmCourse.Scratch.Vector;

namespace LstmCourse.Scratch.Sentences;

/// <summary>Something that learns to finish sentences.</summary>
public interface ISentenceModel
{
    /// <summary>Everything that learns.</summary>
    IReadOnlyList<Parameter> Parameters { get; }

    /// <summary>The probability of each answer.</summary>
    /// <param name="tokens">The words up to the gap.</param>
    double[] Predict(IReadOnlyList<int> tokens);

    /// <summary>Adds the gradients of a sentence's loss −ln p(answer) to the parameters.</summary>
    /// <param name="tokens">The words up to the gap.</param>
    /// <param name="answer">The right answer.</param>
    /// <param name="weight">What the loss is multiplied with, such as one over the number of sentences in a batch.</param>
    /// <returns>The loss, not multiplied.</returns>
    double Learn(IReadOnlyList<int> tokens, int answer, double weight = 1);
}
