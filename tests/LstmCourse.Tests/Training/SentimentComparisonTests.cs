using LstmCourse.Data;
using LstmCourse.Training;

namespace LstmCourse.Tests.Training;

[Collection("engine")]
public class SentimentComparisonTests
{
    private static readonly SentimentSettings Small = SentimentSettings.GeneratedReviews with
    {
        MaxLength = 40,
        EmbeddingSize = 8,
        HiddenSize = 8,
        Training = SentimentSettings.GeneratedReviews.Training with { Epochs = 2 },
    };

    private static readonly Split<Review> Reviews = Splits.Stratified([.. ReviewCorpus.LoadGenerated().Take(400)], validation: 0.2,
        test: 0.2);

    [Fact]
    public void All_models_are_scored_on_the_same_test_reviews()
    {
        var comparison = SentimentComparison.Run(Reviews, Small, _ => { });

        Assert.Equal((Reviews.Test.Count, Reviews.Test.Count), (comparison.BagOfWords.Total, comparison.Lstm.Total));
        Assert.Equal(2, comparison.History.Epochs.Count);
        Assert.InRange(comparison.Majority, 0.45, 0.55);
        Assert.InRange(comparison.BagOfWords.Accuracy, 0.65, 0.95);
        Assert.Equal(["majority class", "logistic regression", "LSTM(8)"], comparison.ToTable().Rows.Select(row => row[0]));
    }

    [Fact]
    public void The_vocabulary_knows_words_that_occur_twice_in_the_training_reviews_and_no_others()
    {
        var encoder = SentimentComparison.Run(Reviews, Small with { Training = Small.Training with { Epochs = 1 } }, _ => { }).Encoder;
        var counts = Reviews.Train.SelectMany(review => encoder.Tokenizer.Tokenize(review.Text)).CountBy(token => token).ToArray();

        Assert.Equal(counts.Count(token => token.Value > 1), encoder.Vocabulary.Count - 4);
        Assert.All(counts, token => Assert.Equal(token.Value > 1, encoder.Vocabulary.Contains(token.Key)));
    }

    [Fact]
    public void The_same_seed_gives_the_same_scores_and_another_seed_another_training()
    {
        var first = SentimentComparison.Run(Reviews, Small, _ => { });
        var again = SentimentComparison.Run(Reviews, Small, _ => { });
        var other = SentimentComparison.Run(Reviews, Small with { Training = Small.Training with { Seed = 7 } }, _ => { });

        Assert.Equal(first.Lstm.ToArray(), again.Lstm.ToArray());
        Assert.Equal(Losses(first), Losses(again));
        Assert.NotEqual(Losses(first), Losses(other));

        static double[] Losses(SentimentComparison comparison) => [.. comparison.History.Epochs.Select(epoch => epoch.TrainingLoss)];
    }

    [Fact]
    public void The_settings_reach_the_model()
    {
        var model = SentimentComparison.Run(Reviews, Small with { Readout = LstmCourse.Models.Readout.Mean, Dropout = 0.1 }, _ => { })
            .Model;
        Assert.Equal(
            (8, 8, 0.1, LstmCourse.Models.Readout.Mean),
            (model.Options.EmbeddingSize, model.Options.HiddenSize, model.Options.Dropout, model.Options.Readout));
    }
}
