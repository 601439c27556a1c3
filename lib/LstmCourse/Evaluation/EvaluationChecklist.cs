using System.Globalization;
using LstmCourse.Display;

namespace LstmCourse.Evaluation;

/// <summary>
/// The questions to put to a classifier of two classes before its score is believed. The checklist asks the models itself and fills itself
/// in: leaks, seeds, baseline, uncertainty, padding, calibration, kinds of examples, another source, time.
/// </summary>
/// <example><code>EvaluationChecklist.Of(subject).ToTable()</code></example>
public sealed class EvaluationChecklist
{
    /// <summary>The fewest seeds that say something about a spread.</summary>
    public const int FewestSeeds = 3;

    /// <summary>The largest calibration error that passes: probabilities may be off by one in twenty on average.</summary>
    public const double LargestCalibrationError = 0.05;

    /// <summary>Kinds with fewer examples are left out: their accuracy is mostly luck.</summary>
    public const int SmallestSlice = 30;

    private EvaluationChecklist(IReadOnlyList<ChecklistItem> items) => Items = items;

    /// <summary>The lines in the order in which they are asked.</summary>
    public IReadOnlyList<ChecklistItem> Items { get; }

    /// <summary>Puts all questions to a classifier.</summary>
    /// <param name="subject">The models, a baseline, and the three parts.</param>
    /// <exception cref="ArgumentException">There are no models, a part is empty, or a model does not answer each example with a
    /// probability.</exception>
    public static EvaluationChecklist Of<T>(ChecklistSubject<T> subject)
    {
        ArgumentNullException.ThrowIfNull(subject);
        if (subject.Models.Count == 0) throw new ArgumentException("Expected at least one trained model, got none.", nameof(subject));
        var parts = subject.Parts;
        if (parts.Train.Count == 0 || parts.Validation.Count == 0 || parts.Test.Count == 0)
            throw new ArgumentException($"Expected examples in each part, got {parts}.", nameof(subject));

        var test = new ChecklistScores<T>(subject, parts.Test);
        var steadiness = new ChecklistSteadiness<T>(subject, test);
        return new(
        [
            Leak(subject),
            test.Seeds(),
            test.AboveCommonest(),
            test.AboveBaseline(),
            test.LeadBeyondChance(),
            Gap(new ChecklistScores<T>(subject, parts.Train), test),
            steadiness.SameAnswerTwice(),
            steadiness.SameAnswerInCompany(),
            test.Calibration(),
            test.Slices(),
            Elsewhere(subject),
            steadiness.Latency(),
        ]);
    }

    /// <summary>The lines as a table.</summary>
    /// <param name="withTimes">False leaves out the last line, whose times differ from run to run.</param>
    public Table ToTable(bool withTimes = true) => new(
        ["question", "found", "so"],
        Items.SkipLast(withTimes ? 0 : 1).Select(item => new object[] { item.Name, item.Found, Word(item.Verdict) }));

    internal static string Number(double value) => value.ToString("0.000", CultureInfo.InvariantCulture);

    private static string Word(ChecklistVerdict verdict) => verdict switch
    {
        ChecklistVerdict.Yes => "yes",
        ChecklistVerdict.No => "NO",
        ChecklistVerdict.Noted => "look",
        _ => "not asked",
    };

    private static ChecklistItem Leak<T>(ChecklistSubject<T> subject)
    {
        var (train, validation, test) = subject.Parts;
        HashSet<string> Keys(IEnumerable<T> part) => part.Select(subject.KeyOf).ToHashSet(StringComparer.Ordinal);
        var (learned, chosenBy) = (Keys(train), Keys(validation));
        var fromTrain = test.Count(example => learned.Contains(subject.KeyOf(example)));
        var fromValidation = test.Count(example => chosenBy.Contains(subject.KeyOf(example)));
        var between = validation.Count(example => learned.Contains(subject.KeyOf(example)));
        return new("no example stands in two parts",
            $"of {test.Count} test examples {fromTrain} are in training, {fromValidation} in validation; "
                + $"of {validation.Count} for validation {between} are in training",
            fromTrain + fromValidation + between == 0 ? ChecklistVerdict.Yes : ChecklistVerdict.No);
    }

    private static ChecklistItem Gap<T>(ChecklistScores<T> train, ChecklistScores<T> test) => new("how much was learned by heart",
        $"accuracy {Number(train.Mean)} on the training part, {Number(test.Mean)} on the test part", ChecklistVerdict.Noted);

    private static ChecklistItem Elsewhere<T>(ChecklistSubject<T> subject)
    {
        const string Name = "better than the commonest class on another source";
        if (subject.Elsewhere is not { Count: > 0 } examples) return new(Name, "no examples were given", ChecklistVerdict.NotAsked);
        var scores = new ChecklistScores<T>(subject, examples);
        var needed = scores.Commonest + 2 * Math.Sqrt(scores.Commonest * (1 - scores.Commonest) / examples.Count);
        return new(Name,
            $"{examples.Count} examples: accuracy {Number(scores.Mean)}, baseline {Number(scores.BaselineAccuracy)}, "
                + $"commonest class {Number(scores.Commonest)}; beyond luck from {Number(needed)} on",
            scores.Lowest > needed ? ChecklistVerdict.Yes : ChecklistVerdict.No);
    }
}
