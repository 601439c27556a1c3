using LstmCourse.Evaluation.Baselines;

namespace LstmCourse.Tests.Evaluation.Baselines;

public sealed class BagOfWordsLogisticTests
{
    private static readonly long[][] Texts = [[4, 5], [4, 6], [7, 5], [7, 6, 6], [4], [7]];
    private static readonly int[] Labels = [1, 1, 0, 0, 1, 0];

    [Fact]
    public void Words_of_one_class_get_weights_of_its_sign()
    {
        var model = BagOfWordsLogistic.Fit(Texts, Labels, vocabularySize: 8, l2: 0.01);

        Assert.True(model.Weights[4] > 1 && model.Weights[7] < -1);
        Assert.True(Math.Abs(model.Weights[5]) < 0.3 && Math.Abs(model.Weights[6]) < 0.3);
        Assert.True(model.Probability([4]) > 0.9 && model.Probability([7]) < 0.1);
    }

    [Fact]
    public void At_the_minimum_a_step_in_any_direction_costs_loss()
    {
        const double L2 = 0.01;
        var model = BagOfWordsLogistic.Fit(Texts, Labels, vocabularySize: 8, l2: L2);
        double[] parameters = [.. model.Weights, model.Bias];
        var loss = LossOf(parameters, L2);

        Assert.Equal(loss, model.Loss, 10);
        for (var i = 0; i < parameters.Length; i++)
        {
            foreach (var step in new[] { -1e-2, 1e-2 })
            {
                double[] moved = [.. parameters];
                moved[i] += step;
                Assert.True(LossOf(moved, L2) >= loss - 1e-9, $"parameter {i}, step {step}");
            }
        }
    }

    [Fact]
    public void One_feature_without_noise_has_the_solution_of_its_scalar_equation()
    {
        // Texts "w" labelled 1 and empty texts labelled 0, equally many. Without any word only the bias speaks.
        var model = BagOfWordsLogistic.Fit([[4], []], [1, 0], vocabularySize: 5, l2: 0.1);

        // Zero gradient: (σ(b + w) − 1)/2 + 0.1 w = 0 and (σ(b + w) − 1 + σ(b))/2 = 0.
        var w = model.Weights[4];
        var b = model.Bias;
        Assert.Equal(0, (Sigmoid(b + w) - 1) / 2 + 0.1 * w, 5);
        Assert.Equal(0, (Sigmoid(b + w) - 1 + Sigmoid(b)) / 2, 5);
    }

    [Fact]
    public void A_text_of_unknown_words_gets_what_the_bias_says()
    {
        var model = BagOfWordsLogistic.Fit(Texts, Labels, vocabularySize: 8);

        Assert.Equal(Sigmoid(model.Bias), model.Probability([]), 12);
    }

    [Fact]
    public void Bad_input_says_what_was_expected()
    {
        Assert.Contains("a label for each text", Assert.Throws<ArgumentException>(() => BagOfWordsLogistic.Fit([[4]], [1, 0], 8)).Message,
            StringComparison.Ordinal);
        Assert.Contains("labels 0 and 1, got 3", Assert.Throws<ArgumentException>(() => BagOfWordsLogistic.Fit([[4]], [3], 8)).Message,
            StringComparison.Ordinal);
        Assert.Contains("from 0 to 7, got 8", Assert.Throws<ArgumentException>(() => BagOfWordsLogistic.Fit([[8]], [1], 8)).Message,
            StringComparison.Ordinal);
        Assert.Contains("at least one training text", Assert.Throws<ArgumentException>(() => BagOfWordsLogistic.Fit([], [], 8)).Message,
            StringComparison.Ordinal);
    }

    private static double Sigmoid(double x) => 1 / (1 + Math.Exp(-x));

    private static double LossOf(double[] parameters, double l2)
    {
        var loss = parameters[..^1].Sum(w => l2 / 2 * w * w);
        for (var n = 0; n < Texts.Length; n++)
        {
            var words = Texts[n].Distinct().ToArray();
            var p = Sigmoid(parameters[^1] + words.Sum(word => parameters[word]) / Math.Sqrt(words.Length));
            loss -= Math.Log(Labels[n] == 1 ? p : 1 - p) / Texts.Length;
        }

        return loss;
    }
}
