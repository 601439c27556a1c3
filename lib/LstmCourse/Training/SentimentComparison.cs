using LstmCourse.Data;
using LstmCourse.Display;
using LstmCourse.Evaluation;
using LstmCourse.Evaluation.Baselines;
using LstmCourse.Models;
using LstmCourse.Text;
using TorchSharp;

namespace LstmCourse.Training;

/// <summary>An LSTM and its simple opponents, trained on the same reviews and scored on the same test reviews.</summary>
/// <param name="Model">The trained LSTM with the weights of its best epoch.</param>
/// <param name="Encoder">Turns text into what the model reads.</param>
/// <param name="History">The LSTM's epochs.</param>
/// <param name="Majority">The test accuracy of always saying what most training reviews are.</param>
/// <param name="BagOfWords">The logistic regression on the test reviews; it reads them whole.</param>
/// <param name="Lstm">The LSTM on the test reviews.</param>
public sealed record SentimentComparison(
    SentimentLstm Model, TextEncoder Encoder, TrainingHistory History, double Majority, ConfusionMatrix BagOfWords, ConfusionMatrix Lstm)
{
    private static readonly double[] Penalties = [1e-5, 3e-5, 1e-4, 3e-4, 1e-3];

    /// <summary>Builds the vocabulary on the training reviews, trains and scores.</summary>
    /// <param name="reviews">The parts. The best epoch and the regression's penalty are chosen by the validation part.</param>
    /// <param name="settings">How the LSTM is built and trained; its seed also draws the first weights and the batches.</param>
    /// <param name="onEpoch">Called after each epoch; null prints a line to the console.</param>
    /// <param name="cancellationToken">Stops after the current batch.</param>
    /// <exception cref="ArgumentException">A part is empty.</exception>
    public static SentimentComparison Run(
        Split<Review> reviews, SentimentSettings settings, Action<EpochResult>? onEpoch = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(reviews);
        ArgumentNullException.ThrowIfNull(settings);
        var tokenizer = WordTokenizer.ForReviews;
        var vocabulary = Vocabulary.Build(
            reviews.Train.Select(review => tokenizer.Tokenize(review.Text)), settings.VocabularySize, settings.MinimumCount);
        var encoder = new TextEncoder(tokenizer, vocabulary);
        LabelledTexts Encode(IReadOnlyList<Review> part, int maxLength) =>
            LabelledTexts.Encode(encoder, part.Select(review => (review.Text, review.Label)), maxLength, settings.Truncation);

        var (train, validation, test) = (
            Encode(reviews.Train, settings.MaxLength), Encode(reviews.Validation, settings.MaxLength),
            Encode(reviews.Test, settings.MaxLength));
        var bag = FitBag(Encode(reviews.Train, int.MaxValue), Encode(reviews.Validation, int.MaxValue), vocabulary.Count);
        var bagMatrix = Score(bag, Encode(reviews.Test, int.MaxValue));

        torch.manual_seed(settings.Training.Seed);
        var model = settings.BuildModel(vocabulary);
        var task = SentimentTraining.Task(model, train, validation, settings.BatchSize, settings.Training.Seed);
        var history = Trainer.Fit(task, settings.Training, onEpoch, cancellationToken);
        return new SentimentComparison(
            model, encoder, history, Metrics.MajorityAccuracy(train.Labels, test.Labels), bagMatrix,
            Metrics.Binary(test.Labels, SentimentPredictor.Probabilities(model, test.Texts)));
    }

    /// <summary>The scores on the test reviews, side by side.</summary>
    public Table ToTable() => new(
        ["model", "accuracy", "precision", "recall", "F1"],
        [
            ["majority class", Majority, null, null, null],
            ["logistic regression", BagOfWords.Accuracy, BagOfWords.Precision(), BagOfWords.Recall(), BagOfWords.F1()],
            [$"LSTM({Model.Options.HiddenSize})", Lstm.Accuracy, Lstm.Precision(), Lstm.Recall(), Lstm.F1()],
        ],
        "0.000");

    // An opponent is worth something only at its best, so its penalty is chosen as the network's epoch is.
    private static BagOfWordsLogistic FitBag(LabelledTexts train, LabelledTexts validation, int vocabularySize) => Penalties
        .Select(l2 => BagOfWordsLogistic.Fit(train.Texts, train.Labels, vocabularySize, l2))
        .MaxBy(bag => Score(bag, validation).Accuracy)!;

    private static ConfusionMatrix Score(BagOfWordsLogistic bag, LabelledTexts data) =>
        Metrics.Binary(data.Labels, data.Texts.Select(bag.Probability));
}
