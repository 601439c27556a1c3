using FusedRecurrent;
using LstmCourse.Models.Variants;
using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;

namespace LstmCourse.Training;

/// <summary>
/// Trains the copies of a <see cref="SeedClassifier"/> side by side. The loss is the sum of the copies' losses, so that each copy's
/// gradient is that of its own loss; it is clipped for each copy by itself, and Adam moves each number by itself. A copy learns what it
/// would learn alone.
/// </summary>
public static class SideBySide
{
    /// <summary>The seed of the held-out sequences, which no training batch has.</summary>
    private const int HeldOut = -1;

    // Batches of a seed are numbered from 1: as long as there are fewer than these, no two seeds share one.
    private const int BatchesOfASeed = 100_000;

    private static readonly Scalar One = 1;

    /// <summary>Trains a model. The copy of a seed reads sequences that depend on that seed alone.</summary>
    /// <param name="model">The model, built outside of any dispose scope.</param>
    /// <param name="task">What it is to learn.</param>
    /// <param name="options">Steps, batch size and learning rate.</param>
    public static void Fit(SeedClassifier model, SeedTask task, SideBySideOptions options)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(task);
        ArgumentNullException.ThrowIfNull(options);
        options.Validate();

        Parameter[] weights = [.. model.parameters()];
        using Scalar batchSize = options.BatchSize, longest = options.MaxGradientNorm;
        using var adam = Fused.Adam(weights, options.LearningRate);
        var group = adam.ParamGroups.First();
        model.train();
        for (var step = 1; step <= options.Steps; step++)
        {
            using var scope = NewDisposeScope();
            var batches = model.Layer.Seeds.Select(seed => task.Draw(options.BatchSize, (seed * BatchesOfASeed) + step)).ToArray();
            var tokens = stack(batches.Select(batch => batch.Tokens));                          // (seeds, batch, time)
            var answers = stack(batches.Select(batch => batch.Answers));                        // (seeds, batch, time)

            group.LearningRate = options.RateAt(step);
            adam.zero_grad();
            SumOfLosses(model.call(tokens), answers).div(batchSize).backward();
            Clip(weights, longest);
            adam.step();
        }
    }

    /// <summary>Asks each copy about the same held-out sequences.</summary>
    /// <param name="model">The model.</param>
    /// <param name="task">What it has learned.</param>
    /// <param name="count">How many sequences.</param>
    /// <returns>For each seed the share of right answers, from 0 to 1.</returns>
    public static double[] HeldOutAccuracy(SeedClassifier model, SeedTask task, int count = 500)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(task);
        using var scope = NewDisposeScope();
        using var asking = no_grad();
        model.eval();
        var (tokens, answers) = task.Draw(count, HeldOut);
        var said = model.call(tokens.expand([model.Layer.Seeds.Count, .. tokens.shape])).argmax(3);   // (seeds, batch, time)
        var right = said.eq(answers).sum([1, 2]);               // what is not asked has no class, and is never right
        var asked = answers.ge(0).sum().item<long>();
        return [.. right.data<long>().Select(number => (double)number / asked)];
    }

    /// <summary>How often the commonest answer of the training sequences is right on the held-out ones: what needs no memory.</summary>
    /// <param name="task">The task.</param>
    /// <param name="count">How many sequences of each kind.</param>
    public static double CommonestAnswerAccuracy(SeedTask task, int count = 500)
    {
        ArgumentNullException.ThrowIfNull(task);
        using var scope = NewDisposeScope();
        long[] Asked(int seed) => [.. task.Draw(count, seed).Answers.data<long>().Where(answer => answer >= 0)];
        var commonest = Asked(BatchesOfASeed).CountBy(answer => answer)
            .OrderByDescending(pair => pair.Value).ThenBy(pair => pair.Key).First().Key;
        return Asked(HeldOut).Average(answer => answer == commonest ? 1.0 : 0);
    }

    private static Tensor SumOfLosses(Tensor logits, Tensor answers) =>
        nn.functional.cross_entropy(logits.flatten(0, 2), answers.flatten(), reduction: nn.Reduction.Sum);

    private static void Clip(Parameter[] weights, Scalar longest)
    {
        using var asking = no_grad();
        var squares = stack(weights.Select(weight => (weight.grad! * weight.grad!).sum([1, 2]))).sum(dim: 0);    // (seeds)
        var factor = squares.rsqrt().mul(longest).clamp_max(One).view(-1, 1, 1);                            // (seeds, 1, 1)
        foreach (var weight in weights) weight.grad!.mul_(factor);
    }
}
