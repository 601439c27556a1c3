using System.Globalization;

namespace LstmCourse.Evaluation;

/// <summary>The answers of all models and of the baseline to one set of examples, and the lines that follow from them.</summary>
internal sealed class ChecklistScores<T>
{
    private readonly ChecklistSubject<T> _subject;
    private readonly IReadOnlyList<T> _examples;
    private readonly int[] _labels;
    private readonly double[][] _runs;
    private readonly double[] _baseline;

    internal ChecklistScores(ChecklistSubject<T> subject, IReadOnlyList<T> examples)
    {
        (_subject, _examples) = (subject, examples);
        _labels = [.. examples.Select(subject.LabelOf)];
        if (_labels.FirstOrDefault(label => label is not (0 or 1)) is var odd and not 0)
            throw new ArgumentException($"Expected labels 0 and 1, got {odd}.", nameof(subject));
        _runs = [.. subject.Models.Select(model => Ask(model, examples))];
        _baseline = Ask(subject.Baseline, examples);
        Accuracies = [.. _runs.Select(run => Metrics.Accuracy(_labels, run))];
        BaselineAccuracy = Metrics.Accuracy(_labels, _baseline);
        Commonest = Metrics.MajorityAccuracy(subject.Parts.Train.Select(subject.LabelOf), _labels);
    }

    internal double[] Accuracies { get; }

    internal double BaselineAccuracy { get; }

    internal double Commonest { get; }

    internal double Mean => Accuracies.Average();

    internal double Lowest => Accuracies.Min();

    /// <summary>What the models said, one row for each.</summary>
    internal IReadOnlyList<double[]> Runs => _runs;

    internal static double[] Ask(Func<IReadOnlyList<T>, double[]> model, IReadOnlyList<T> examples)
    {
        var said = model(examples);
        if (said.Length != examples.Count)
            throw new ArgumentException($"Expected a probability for each of {examples.Count} examples, got {said.Length}.", nameof(model));
        if (said.FirstOrDefault(p => p is not (>= 0 and <= 1)) is var odd and not 0)
        {
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"Expected probabilities from 0 to 1, got {odd}."), nameof(model));
        }

        return said;
    }

    internal ChecklistItem Seeds() => new($"at least {EvaluationChecklist.FewestSeeds} seeds",
        $"{Accuracies.Length}: test accuracy {string.Join(", ", Accuracies.Select(EvaluationChecklist.Number))}",
        Verdict(Accuracies.Length >= EvaluationChecklist.FewestSeeds));

    internal ChecklistItem AboveCommonest() => new("better than the commonest class", $"it has {EvaluationChecklist.Number(Commonest)}",
        Verdict(Lowest > Commonest));

    internal ChecklistItem AboveBaseline()
    {
        var ahead = Accuracies.Count(accuracy => accuracy > BaselineAccuracy);
        return new("better than the baseline with every seed",
            $"it has {EvaluationChecklist.Number(BaselineAccuracy)}; the model is ahead with {ahead} of {Accuracies.Length}",
            Verdict(ahead == Accuracies.Length));
    }

    // Both answered the same examples, so the differences are taken example by example: 1, 0 or -1 each.
    internal ChecklistItem LeadBeyondChance()
    {
        var leads = _runs.Select(run =>
        {
            double[] differences = [.. Enumerable.Range(0, _labels.Length).Select(i => (double)Right(run, i) - Right(_baseline, i))];
            var lead = differences.Average();
            var variance = differences.Sum(d => (d - lead) * (d - lead)) / Math.Max(1, differences.Length - 1);
            return (Lead: lead, Error: Math.Sqrt(variance / differences.Length));
        }).ToArray();
        var least = leads.MinBy(one => one.Lead - (2 * one.Error));
        return new($"a lead beyond the luck of {_labels.Length} test examples",
            $"least sure seed: {EvaluationChecklist.Number(least.Lead)} ± {EvaluationChecklist.Number(2 * least.Error)}"
                + " (two standard errors)",
            Verdict(least.Lead - (2 * least.Error) > 0));
    }

    internal ChecklistItem Calibration()
    {
        double[] errors = [.. _runs.Select(run => Metrics.CalibrationError(_labels, run))];
        return new("probabilities mean what they say",
            $"off by {string.Join(", ", errors.Select(EvaluationChecklist.Number))} on average; baseline "
                + EvaluationChecklist.Number(Metrics.CalibrationError(_labels, _baseline)),
            Verdict(errors.Max() <= EvaluationChecklist.LargestCalibrationError));
    }

    internal ChecklistItem Slices()
    {
        const string Name = "no kind of example below the baseline";
        if (_subject.SliceOf is not { } sliceOf) return new(Name, "no kinds were given", ChecklistVerdict.NotAsked);
        var slices = Enumerable.Range(0, _labels.Length).GroupBy(i => sliceOf(_examples[i]))
            .Where(slice => slice.Count() >= EvaluationChecklist.SmallestSlice)
            .Select(slice => (Kind: slice.Key, Count: slice.Count(), Model: slice.Average(i => _runs.Average(run => Right(run, i))),
                Baseline: slice.Average(i => Right(_baseline, i))))
            .OrderBy(slice => slice.Model - slice.Baseline).ThenBy(slice => slice.Kind, StringComparer.Ordinal).ToArray();
        if (slices.Length == 0) return new(Name, $"no kind has {EvaluationChecklist.SmallestSlice} examples", ChecklistVerdict.NotAsked);
        var (kind, count, model, baseline) = slices[0];
        return new(Name,
            $"{slices.Length} kinds; worst beside it: {kind} ({count}), {EvaluationChecklist.Number(model)} against "
                + EvaluationChecklist.Number(baseline),
            Verdict(model >= baseline));
    }

    private static ChecklistVerdict Verdict(bool holds) => holds ? ChecklistVerdict.Yes : ChecklistVerdict.No;

    private int Right(double[] probabilities, int i) => (probabilities[i] >= 0.5 ? 1 : 0) == _labels[i] ? 1 : 0;
}
