using System.Diagnostics;
using System.Globalization;

namespace LstmCourse.Evaluation;

/// <summary>The checklist's lines about how a model answers: the same twice, the same alone and in company, and how fast.</summary>
internal sealed class ChecklistSteadiness<T>(ChecklistSubject<T> subject, ChecklistScores<T> test)
{
    // Rounding differs with the shape of a batch, by less than this; dropout or read padding move an answer by far more.
    private const double Rounding = 1e-4;
    private const int Asked = 16;
    private const int Rounds = 10;

    private readonly T[] _few = [.. subject.Parts.Test.Take(Asked)];

    internal ChecklistItem SameAnswerTwice() => Apart("the same answer when asked twice", ask => ask(subject.Parts.Test));

    // Alone there is no padding. An answer that depends on what else is in the batch has read some.
    internal ChecklistItem SameAnswerInCompany() =>
        Apart($"the same answer alone and in company ({_few.Length} asked)", ask => [.. _few.SelectMany(example => ask([example]))]);

    internal ChecklistItem Latency()
    {
        var model = subject.Models[0];
        double Fastest(IReadOnlyList<T> examples) => Enumerable.Range(0, Rounds).Min(_ =>
        {
            var clock = Stopwatch.StartNew();
            model(examples);
            return clock.Elapsed.TotalMilliseconds;
        });
        T[] many = [.. subject.Parts.Test.Take(64)];
        var (alone, together) = (Fastest(many[..1]), Fastest(many) / many.Length);
        var found = string.Create(CultureInfo.InvariantCulture,
            $"{alone:0.00} ms for one example, {together:0.000} ms each for {many.Length} at once");
        return subject.LatencyLimit is not { } limit
            ? new("fast enough", found, ChecklistVerdict.Noted)
            : new(string.Create(CultureInfo.InvariantCulture, $"an answer within {limit} ms"), found,
                alone <= limit ? ChecklistVerdict.Yes : ChecklistVerdict.No);
    }

    private ChecklistItem Apart(string name, Func<Func<IReadOnlyList<T>, double[]>, double[]> ask)
    {
        var most = subject.Models.Zip(test.Runs, (model, first) =>
            ask(examples => ChecklistScores<T>.Ask(model, examples)).Zip(first, (a, b) => Math.Abs(a - b)).Max()).Max();
        return new(name,
            most <= Rounding ? "apart by rounding only" : $"apart by up to {EvaluationChecklist.Number(most)}",
            most <= Rounding ? ChecklistVerdict.Yes : ChecklistVerdict.No);
    }
}
