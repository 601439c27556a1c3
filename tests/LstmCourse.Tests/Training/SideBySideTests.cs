using LstmCourse.Models.Variants;
using LstmCourse.Tasks;
using LstmCourse.Training;
using static TorchSharp.torch;

namespace LstmCourse.Tests.Training;

[Collection("engine")]
public sealed class SideBySideTests
{
    private static readonly SeedTask Recall = SeedTask.Of(new RecallTask(distance: 4));

    private static readonly SeedTask Timing = SeedTask.Of(new TimingTask(length: 12, longestGap: 5));

    [Theory]
    [InlineData("standard")]
    [InlineData("peephole")]
    [InlineData("coupled gates")]
    [InlineData("GRU")]
    public void Side_by_side_learns_what_each_learns_alone(string name)
    {
        SeedClassifier Trained(params int[] seeds)
        {
            var model = new SeedClassifier(Layer(name, Timing.TokenIds, seeds), Timing.Classes);
            SideBySide.Fit(model, Timing, new() { Steps = 12, BatchSize = 8, MaxGradientNorm = 0.3 });
            return model;
        }

        using var together = Trained(3, 8, 5);
        using var alone = Trained(8);
        foreach (var ((parameterName, all), one) in together.named_parameters().Zip(alone.parameters()))
            Assert.True((all[1] - one[0]).abs().max().item<float>() < 1e-6, parameterName);
    }

    [Fact]
    public void Other_seeds_end_elsewhere()
    {
        using var model = new SeedClassifier(Layer("standard", Recall.TokenIds, [1, 2]), Recall.Classes);
        SideBySide.Fit(model, Recall, new() { Steps = 3, BatchSize = 4 });
        Assert.All(model.parameters(), weight => Assert.True((weight[0] - weight[1]).abs().max().item<float>() > 1e-3));
    }

    [Fact]
    public void Both_tasks_are_learned_where_they_are_short()
    {
        foreach (var (task, steps) in new[] { (Recall, 80), (Timing, 120) })
        {
            using var model = new SeedClassifier(Layer("standard", task.TokenIds, [1, 2]), task.Classes);
            var before = SideBySide.HeldOutAccuracy(model, task);
            SideBySide.Fit(model, task, new() { Steps = steps });
            Assert.All(before, accuracy => Assert.InRange(accuracy, 0, 0.45));
            Assert.All(SideBySide.HeldOutAccuracy(model, task), accuracy => Assert.InRange(accuracy, 0.98, 1));
        }
    }

    [Fact]
    public void Accuracy_counts_what_is_asked_and_nothing_else()
    {
        // Without training the model says one and the same thing for one and the same token; only the last step is asked for.
        using var model = new SeedClassifier(Layer("standard", Recall.TokenIds, [1]), Recall.Classes);
        using var scope = NewDisposeScope();
        var (tokens, answers) = Recall.Draw(500, -1);
        var said = model.call(tokens.unsqueeze(0))[0].select(1, 4).argmax(1).data<long>().ToArray();
        var expected = said.Zip(answers.select(1, 4).data<long>(), (a, b) => a == b ? 1.0 : 0).Average();

        Assert.Equal(expected, SideBySide.HeldOutAccuracy(model, Recall)[0], 1e-12);
    }

    [Fact]
    public void The_commonest_answer_is_right_as_often_as_it_comes()
    {
        using var scope = NewDisposeScope();
        var always = new SeedTask("two of three", 2, 3, (count, _) =>
            (zeros([count, 3], int64), tensor([.. Enumerable.Range(0, count).SelectMany(_ => new[] { -100L, 2, 1 })], [count, 3])));
        Assert.Equal(0.5, SideBySide.CommonestAnswerAccuracy(always, 60), 1e-12);
    }

    [Fact]
    public void Nothing_is_left_behind_by_a_training()
    {
        using var model = new SeedClassifier(Layer("peephole", Recall.TokenIds, [1, 2]), Recall.Classes);
        SideBySide.Fit(model, Recall, new() { Steps = 2, BatchSize = 4 });

        // What earlier tests left to the collector may go now; it can only make the number smaller.
        GC.Collect();
        GC.WaitForPendingFinalizers();
        var before = Tensor.TotalCount;
        SideBySide.Fit(model, Recall, new() { Steps = 5, BatchSize = 4 });
        SideBySide.HeldOutAccuracy(model, Recall, 20);
        var left = Tensor.TotalCount - before;
        Assert.True(left <= 2 * model.parameters().Count(), $"{left} tensors are left");     // a gradient or two for each parameter
    }

    [Fact]
    public void Settings_that_make_no_sense_are_refused()
    {
        using var model = new SeedClassifier(Layer("standard", Recall.TokenIds, [1]), Recall.Classes);
        foreach (var options in new SideBySideOptions[]
            { new() { Steps = 0 }, new() { BatchSize = 0 }, new() { LearningRate = double.NaN }, new() { MaxGradientNorm = 0 } })
        {
            Assert.Throws<ArgumentOutOfRangeException>(() => SideBySide.Fit(model, Recall, options));
        }
    }

    private static SeedLayer Layer(string name, int inputSize, int[] seeds) => name == "GRU"
        ? new VariantGru(inputSize, 8, seeds, forgetBias: 1)
        : new VariantLstm(LstmVariant.All.Single(variant => variant.Name == name), inputSize, 8, seeds, forgetBias: 1);
}
