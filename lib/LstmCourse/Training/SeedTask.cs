using LstmCourse.Tasks;
using TorchSharp;

namespace LstmCourse.Training;

/// <summary>A task for models that are trained side by side: where to get sequences, and what they ask at which step.</summary>
/// <param name="Name">What it is called in tables and charts.</param>
/// <param name="TokenIds">How many token ids there are.</param>
/// <param name="Classes">How many answers there are.</param>
/// <param name="Draw">
/// Draws a number of sequences with a seed: tokens and answers, both (batch, time), Int64; −100 where nothing is asked.
/// </param>
public sealed record SeedTask(
    string Name, int TokenIds, int Classes, Func<int, int, (torch.Tensor Tokens, torch.Tensor Answers)> Draw)
{
    /// <summary>Recall: one question, at the last step.</summary>
    public static SeedTask Of(RecallTask task)
    {
        ArgumentNullException.ThrowIfNull(task);
        return new SeedTask("recall", task.VocabularySize, task.Symbols, (count, seed) =>
        {
            var (tokens, symbols) = task.Draw(count, seed);
            var answers = torch.full_like(tokens, TimingTask.NotAsked);
            answers.select(1, task.Length - 1).copy_(symbols);
            return (tokens, answers);
        });
    }

    /// <summary>Timing: a question at every mark but the first.</summary>
    public static SeedTask Of(TimingTask task)
    {
        ArgumentNullException.ThrowIfNull(task);
        return new SeedTask("timing", 2, task.LongestGap, (count, seed) =>
        {
            var (tokens, answers) = task.Draw(count, seed);
            return (tokens, answers);
        });
    }
}
