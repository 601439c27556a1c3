using LstmCourse.Data;
using LstmCourse.Evaluation;

namespace LstmCourse.Tests.Evaluation;

/// <summary>Every line is tried on models whose answers are known: numbers in, and the right verdict out.</summary>
public sealed class EvaluationChecklistTests
{
    private sealed record Example(string Text, int Label, string Kind = "plain");

    private static readonly Example[] Hundred = [.. Enumerable.Range(0, 100).Select(i => new Example($"test {i}", i % 2))];

    private static readonly Split<Example> Parts = new(
        [.. Enumerable.Range(0, 50).Select(i => new Example($"train {i}", i % 2))],
        [.. Enumerable.Range(0, 20).Select(i => new Example($"validation {i}", i % 2))],
        Hundred);

    [Fact]
    public void A_leak_is_counted_in_every_direction()
    {
        var leaky = Parts with
        {
            Train = [.. Parts.Train, Hundred[0], Hundred[1], Parts.Validation[3]],
            Validation = [.. Parts.Validation, Hundred[2]],
        };

        Assert.Equal(ChecklistVerdict.Yes, Item(Subject(), "two parts").Verdict);
        var item = Item(Subject() with { Parts = leaky }, "two parts");
        Assert.Equal(ChecklistVerdict.No, item.Verdict);
        Assert.Equal("of 100 test examples 2 are in training, 1 in validation; of 21 for validation 1 are in training", item.Found);
    }

    [Fact]
    public void One_seed_is_too_few() => Assert.Equal(
        [ChecklistVerdict.No, ChecklistVerdict.Yes],
        [Item(Subject() with { Models = [RightOn(90)] }, "seeds").Verdict, Item(Subject(), "seeds").Verdict]);

    [Fact]
    public void The_baseline_must_be_beaten_with_every_seed()
    {
        var item = Item(Subject() with { Models = [RightOn(90), RightOn(75), RightOn(95)], Baseline = RightOn(80) }, "every seed");

        Assert.Equal(ChecklistVerdict.No, item.Verdict);
        Assert.Equal("it has 0.800; the model is ahead with 2 of 3", item.Found);
        Assert.Equal(ChecklistVerdict.Yes, Item(Subject() with { Baseline = RightOn(80) }, "every seed").Verdict);
    }

    [Fact]
    public void The_lead_is_compared_with_its_own_standard_error()
    {
        // Right on the first 84 where the baseline is right on the first 80: four differences of 1, and 96 of 0.
        // Mean 0.04, variance 100/99 · 0.04 · 0.96, two standard errors 2 · sqrt(0.0384 / 99) = 0.0394.
        var close = Item(Subject() with { Models = [RightOn(84)], Baseline = RightOn(80) }, "lead");
        Assert.Equal("least sure seed: 0.040 ± 0.039 (two standard errors)", close.Found);
        Assert.Equal(ChecklistVerdict.Yes, close.Verdict);

        // One more right is 0.01 with two standard errors of 2 · sqrt(0.0099 / 99) = 0.02.
        var luck = Item(Subject() with { Models = [RightOn(90), RightOn(81)], Baseline = RightOn(80) }, "lead");
        Assert.Equal("least sure seed: 0.010 ± 0.020 (two standard errors)", luck.Found);
        Assert.Equal(ChecklistVerdict.No, luck.Verdict);
    }

    [Fact]
    public void The_commonest_class_is_that_of_the_training_part()
    {
        var tilted = Parts with { Train = [.. Parts.Train, new Example("one more", 1)], Test = [.. Hundred.Where(e => e.Label == 1)] };

        var item = Item(Subject() with { Parts = tilted }, "better than the commonest class", exact: true);
        Assert.Equal(("it has 1.000", ChecklistVerdict.No), (item.Found, item.Verdict));
    }

    [Fact]
    public void A_model_that_draws_while_it_answers_is_found_out()
    {
        var random = new Random(1);
        double[] Draws(IReadOnlyList<Example> asked) => [.. asked.Select(e => e.Label == 1 ? 0.6 + 0.3 * random.NextDouble() : 0.2)];

        Assert.Equal(ChecklistVerdict.Yes, Item(Subject(), "asked twice").Verdict);
        Assert.Equal(ChecklistVerdict.No, Item(Subject() with { Models = [Draws] }, "asked twice").Verdict);
    }

    [Fact]
    public void A_model_whose_answer_depends_on_its_company_is_found_out()
    {
        double[] Reads(IReadOnlyList<Example> asked) => [.. asked.Select(e => e.Label == 1 ? 0.9 - 0.001 * asked.Count : 0.2)];

        Assert.Equal(ChecklistVerdict.Yes, Item(Subject(), "company").Verdict);
        var item = Item(Subject() with { Models = [Reads] }, "company");
        Assert.Equal(("apart by up to 0.099", ChecklistVerdict.No), (item.Found, item.Verdict));
    }

    [Fact]
    public void Probabilities_that_are_too_sure_do_not_pass()
    {
        // Right on 90 of 100, and says 0.9 for the label it takes: well calibrated. Says 1 for it: off by 0.1.
        double[] Sure(IReadOnlyList<Example> asked) => [.. RightOn(90)(asked).Select(p => p > 0.5 ? 1.0 : 0)];

        Assert.Equal(ChecklistVerdict.Yes, Item(Subject() with { Models = [RightOn(90)] }, "mean what they say").Verdict);
        var item = Item(Subject() with { Models = [Sure] }, "mean what they say");
        Assert.Equal(ChecklistVerdict.No, item.Verdict);
        Assert.StartsWith("off by 0.100 on average", item.Found, StringComparison.Ordinal);
    }

    [Fact]
    public void The_worst_kind_is_the_one_that_falls_behind_the_baseline_by_most()
    {
        // Of the last 40, "odd" ones, the model is right on none of the last 10, the baseline on all but the first 5.
        Example[] kinds = [.. Hundred.Select((e, i) => e with { Kind = i < 60 ? "plain" : "odd" })];
        double[] Baseline(IReadOnlyList<Example> asked) => [.. asked.Select(e => Said(e, NumberOf(e) is < 60 or >= 65))];
        var subject = Subject() with
        {
            Parts = Parts with { Test = kinds },
            Models = [RightOn(90)],
            Baseline = Baseline,
            SliceOf = e => e.Kind,
        };

        var item = Item(subject, "no kind");
        Assert.Equal(("2 kinds; worst beside it: odd (40), 0.750 against 0.875", ChecklistVerdict.No), (item.Found, item.Verdict));
        Assert.Equal(ChecklistVerdict.NotAsked, Item(Subject(), "no kind").Verdict);
    }

    [Fact]
    public void Another_source_counts_only_beyond_luck()
    {
        // Of 100 examples, half of them positive, 0.5 + 2 · sqrt(0.25 / 100) = 0.6 can be luck.
        Assert.Equal(ChecklistVerdict.NotAsked, Item(Subject(), "another source").Verdict);
        Assert.Equal(ChecklistVerdict.No, Item(Subject() with { Elsewhere = Hundred, Models = [RightOn(58)] }, "another source").Verdict);
        var item = Item(Subject() with { Elsewhere = Hundred, Models = [RightOn(70)] }, "another source");
        Assert.Equal(ChecklistVerdict.Yes, item.Verdict);
        Assert.Contains("beyond luck from 0.600 on", item.Found, StringComparison.Ordinal);
    }

    [Fact]
    public void Time_is_judged_where_a_limit_was_given()
    {
        Assert.Equal(ChecklistVerdict.Noted, Item(Subject(), "fast enough").Verdict);
        Assert.Equal(ChecklistVerdict.Yes, Item(Subject() with { LatencyLimit = 10_000 }, "within 10000 ms").Verdict);
        double[] Slow(IReadOnlyList<Example> asked)
        {
            Thread.Sleep(2);
            return RightOn(90)(asked);
        }

        Assert.Equal(ChecklistVerdict.No, Item(Subject() with { Models = [Slow], LatencyLimit = 1 }, "within 1 ms").Verdict);
    }

    [Fact]
    public void The_table_has_a_row_for_each_question_and_can_do_without_times()
    {
        var checklist = EvaluationChecklist.Of(Subject());

        Assert.Equal(checklist.Items.Select(item => item.Name), checklist.ToTable().Rows.Select(row => row[0]));
        Assert.Equal(12, checklist.Items.Count);
        Assert.DoesNotContain(checklist.ToTable(withTimes: false).Rows, row => row[1].Contains(" ms", StringComparison.Ordinal));
    }

    [Fact]
    public void What_makes_no_sense_is_refused_with_what_came()
    {
        Assert.Contains("at least one trained model", Refused(Subject() with { Models = [] }), StringComparison.Ordinal);
        Assert.Contains("50 to train, 20 to validate, 0 to test", Refused(Subject() with { Parts = Parts with { Test = [] } }),
            StringComparison.Ordinal);
        Assert.Contains("each of 100 examples, got 1", Refused(Subject() with { Models = [_ => [0.5]] }), StringComparison.Ordinal);
        Assert.Contains("from 0 to 1, got 2", Refused(Subject() with { Models = [asked => [.. asked.Select(_ => 2.0)]] }),
            StringComparison.Ordinal);
        Assert.Contains("labels 0 and 1, got 7", Refused(Subject() with { LabelOf = _ => 7 }), StringComparison.Ordinal);
    }

    private static ChecklistSubject<Example> Subject() => new()
    {
        Parts = Parts,
        LabelOf = e => e.Label,
        KeyOf = e => e.Text,
        Models = [RightOn(90), RightOn(92), RightOn(95)],
        Baseline = RightOn(60),
    };

    // A model that takes the right side on the first examples of a part, and the wrong one on those that follow.
    private static Func<IReadOnlyList<Example>, double[]> RightOn(int first) =>
        asked => [.. asked.Select(e => Said(e, NumberOf(e) < first))];

    private static double Said(Example example, bool right) => (example.Label == 1) == right ? 0.9 : 0.1;

    private static int NumberOf(Example example) => int.TryParse(example.Text.Split(' ')[^1], out var number) ? number : 0;

    private static ChecklistItem Item(ChecklistSubject<Example> subject, string words, bool exact = false) => Assert.Single(
        EvaluationChecklist.Of(subject).Items,
        item => exact ? item.Name == words : item.Name.Contains(words, StringComparison.Ordinal));

    private static string Refused(ChecklistSubject<Example> subject) =>
        Assert.ThrowsAny<ArgumentException>(() => EvaluationChecklist.Of(subject)).Message;
}
