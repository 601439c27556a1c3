using LstmCourse.Translation;
using TorchSharp;
using static TorchSharp.torch;

namespace LstmCourse.Tests.Translation;

[Collection("engine")]
public sealed class AttentionTests
{
    // One query (1, 2); keys (1, 0), (0, 1), (1, 1), which are the values too.
    private static Tensor Query => tensor(new[] { 1f, 2 }, [1, 1, 2]);

    private static Tensor Keys => tensor(new[] { 1f, 0, 0, 1, 1, 1 }, [1, 3, 2]);

    [Fact]
    public void Dot_products_give_the_weights_and_the_context_worked_by_hand()
    {
        using var scope = NewDisposeScope();
        var scores = Attention.Dot(Query, Keys);
        var weights = Attention.Weights(scores);
        var context = Attention.Context(weights, Keys);

        // e, e², e³ over their sum 30.1929: 0.090031, 0.244728, 0.665241.
        Assert.Equal([1f, 2, 3], scores.data<float>().ToArray());
        Close([0.090031, 0.244728, 0.665241], weights);
        Close([0.755272, 0.909969], context);
    }

    [Fact]
    public void Additive_scores_are_those_worked_by_hand()
    {
        using var scope = NewDisposeScope();
        var scores = Attention.Additive(Query, Keys, tensor(new[] { 1f, -2 }));

        // tanh(2) − 2 tanh(2), tanh(1) − 2 tanh(3), tanh(2) − 2 tanh(3).
        Close([-0.964028, -1.228515, -1.026082], scores);
    }

    [Fact]
    public void Padding_gets_no_weight_and_the_rest_is_as_if_it_were_not_there()
    {
        using var scope = NewDisposeScope();
        var scores = tensor(new[] { 1f, 2, 3, 1, 2, 3 }, [2, 1, 3]);

        Close([0.268941, 0.731059, 0, 0.090031, 0.244728, 0.665241], Attention.Weights(scores, [2, 3]));
    }

    [Fact]
    public void Lengths_must_fit_the_batch()
    {
        using var scope = NewDisposeScope();
        var error = Assert.Throws<ArgumentException>(() => Attention.Weights(zeros(2, 1, 3), [3]));
        Assert.Contains("Expected 2 lengths", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Gradients_agree_with_finite_differences(bool additive)
    {
        using var scope = NewDisposeScope();
        manual_seed(1);
        var (queries, keys, v) = (rand(2, 3, 4, dtype: float64), rand(2, 5, 4, dtype: float64), rand(4, dtype: float64));
        var wanted = rand(2, 3, 4, dtype: float64);
        Tensor Sum(Tensor q, Tensor k) =>
            (Attention.Context(Attention.Weights(additive ? Attention.Additive(q, k, v) : Attention.Dot(q, k)), k) * wanted).sum();

        foreach (var (place, isKey) in new[] { (7, false), (22, false), (3, true), (31, true) })
        {
            var (q, k) = (queries.clone().requires_grad_(), keys.clone().requires_grad_());
            Sum(q, k).backward();
            var slope = (isKey ? k : q).grad!.flatten()[place].ToDouble();

            double At(double step)
            {
                var moved = (isKey ? keys : queries).clone();
                moved.view(-1)[place] += step;
                return Sum(isKey ? queries : moved, isKey ? moved : keys).ToDouble();
            }

            Assert.Equal((At(1e-5) - At(-1e-5)) / 2e-5, slope, 1e-8);
        }
    }

    private static void Close(double[] expected, Tensor actual) =>
        Assert.All(
            expected.Zip(actual.to(float64).flatten().data<double>().ToArray()), pair => Assert.Equal(pair.First, pair.Second, 2e-6));
}
