using LstmCourse.Data;

namespace ReviewGenerator;

/// <summary>Writes the text of one review, sentence by sentence.</summary>
internal sealed class ReviewWriter
{
    private readonly SeededRandom _random;
    private readonly GrammarContext _context;
    private readonly Queue<string> _aspects;
    private readonly bool _positive;
    private readonly bool _contracts;
    private readonly double _exclaims;

    private ReviewWriter(SeededRandom random, bool positive, string strength)
    {
        _random = random;
        _positive = positive;
        _context = new GrammarContext(random) { Strength = strength };
        _contracts = random.Chance(0.6);
        _exclaims = random.Chance(0.25) ? 0.4 : 0.02;

        var aspects = Aspects.ToArray();
        random.Shuffle<string>(aspects);
        _aspects = new Queue<string>(aspects);
        BindNames();
    }

    /// <summary>What a clause can be about.</summary>
    public static IReadOnlyList<string> Aspects { get; } = Grammar.Reviews.ListOf("aspects");

    /// <summary>Names that keep their value within a review.</summary>
    public static IReadOnlyList<string> BoundNames { get; } =
        ["hero", "friend", "he", "him", "his", "thing", "building", "relative", "title"];

    /// <summary>Writes a review.</summary>
    /// <param name="random">Draws the words.</param>
    /// <param name="slice">How it is built.</param>
    /// <param name="positive">Which way the verdict goes.</param>
    /// <param name="strength">mild, plain or strong.</param>
    public static string Write(SeededRandom random, ReviewSlice slice, bool positive, string strength)
    {
        var writer = new ReviewWriter(random, positive, strength);
        var sentences = slice switch
        {
            ReviewSlice.Plain => writer.Plain(),
            ReviewSlice.Mixed => writer.Mixed(),
            ReviewSlice.Hedged => writer.Hedged(),
            ReviewSlice.VerdictFirst => [.. writer.Verdict(), .. writer.Plot(random.Between(6, 18), opinions: random.Between(0, 2))],
            ReviewSlice.VerdictLast => [.. writer.Plot(random.Between(5, 16), opinions: random.Between(0, 1)), .. writer.Verdict()],
            ReviewSlice.Negation => writer.Negation(),
            ReviewSlice.Contrast => writer.Contrast(),
            ReviewSlice.Hearsay => writer.Hearsay(),
            _ => throw new ArgumentOutOfRangeException(nameof(slice), slice, "There is no such slice."),
        };
        var text = Prose.FixArticles(string.Join(' ', sentences)).Replace("  ", " ", StringComparison.Ordinal);
        return writer._contracts ? Prose.Contract(text) : text;
    }

    private List<string> Plain()
    {
        var count = _random.Between(3, 14);
        var sentences = new List<string>();
        while (sentences.Count < count) sentences.Add(_random.Chance(0.12) ? Say("chat") : Opinion());
        if (sentences.Count < 3 || _random.Chance(0.4)) sentences.Insert(_random.Next(sentences.Count + 1), Overall());
        return sentences;
    }

    private List<string> Mixed()
    {
        var against = _random.Chance(0.7) ? 1 : 2;
        var sentences = new List<string>();
        for (var i = 0; i < against; i++) sentences.Add(AboutAspect("direct", !_positive));
        for (var i = 0; i < against + _random.Between(1, 4); i++) sentences.Add(AboutAspect("direct", _positive));
        for (var i = _random.Next(4); i > 0; i--) sentences.Add(Say("chat"));
        _random.Shuffle<string>(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(sentences));
        sentences.Insert(_random.Chance(0.3) ? 0 : sentences.Count, Overall());
        return sentences;
    }

    private List<string> Hedged()
    {
        var sentences = new List<string>();
        for (var i = _random.Between(2, 8); i > 0; i--)
        {
            sentences.Add(_random.Chance(0.2) ? Say("chat") : Sentence(Expand("hedge") + " " + Clause("claim", _positive)));
        }

        sentences.Insert(_random.Next(sentences.Count + 1), Overall());
        return sentences;
    }

    private List<string> Negation()
    {
        var sentences = new List<string>();
        for (var i = _random.Between(2, 7); i > 0; i--)
        {
            sentences.Add(_random.Chance(0.15) ? Say("chat") : AboutAspect(_random.Chance(0.5) ? "negated" : "direct", _positive));
        }

        sentences.Add(AboutAspect("negated", _positive));
        if (_random.Chance(0.5)) sentences.Insert(_random.Next(sentences.Count + 1), Overall());
        return sentences;
    }

    private List<string> Contrast()
    {
        var sentences = new List<string>();
        for (var i = _random.Between(1, 4); i > 0; i--)
        {
            if (_random.Chance(0.3)) sentences.Add(Say("chat"));
            sentences.Add(Joined());
        }

        for (var i = _random.Next(3); i > 0; i--) sentences.Insert(_random.Next(sentences.Count + 1), AboutAspect("direct", _positive));

        return sentences;
    }

    private List<string> Hearsay()
    {
        var sentences = new List<string>();
        for (var i = _random.Between(1, 3); i > 0; i--)
        {
            sentences.Add(SentenceOf("hearsay.+", _random.Chance(0.75) ? !_positive : _positive));
        }
        if (_random.Chance(0.5)) sentences.Insert(_random.Next(sentences.Count + 1), Say("chat"));
        sentences.Insert(_random.Chance(0.7) ? sentences.Count : 0, Overall());
        for (var i = _random.Between(1, 3); i > 0; i--) sentences.Add(Opinion());
        return sentences;
    }

    private List<string> Verdict()
    {
        var sentences = new List<string> { Overall() };
        for (var i = _random.Between(1, 5); i > 0; i--) sentences.Insert(_random.Next(sentences.Count + 1), Opinion());
        return sentences;
    }

    private List<string> Plot(int count, int opinions)
    {
        var sentences = new List<string> { Say("plot.open"), Say("plot.turn") };
        while (sentences.Count < count - 1) sentences.Add(_random.Chance(0.2) ? Say("plot.turn") : Event());
        if (_random.Chance(0.7)) sentences.Add(Say("plot.close"));
        if (_random.Chance(0.5)) sentences.Insert(0, Say("chat"));
        for (var i = 0; i < opinions; i++)
        {
            var opinion = _random.Chance(0.65)
                ? Say("plot.opinion")
                : SentenceOf("hearsay.+", _random.Chance(0.6) ? !_positive : _positive);
            sentences.Insert(_random.Between(1, sentences.Count), opinion);
        }

        return sentences;
    }

    // A sentence with the review's opinion about one aspect or two.
    private string Opinion()
    {
        var kind = _random.Next(100);
        if (kind < 15) return AboutAspect("negated", _positive);
        if (kind < 20) return AboutAspect("emphatic", _positive);
        if (kind < 24) return Joined();
        if (kind < 33) return SentenceOf("feeling.+", _positive);
        if (kind < 52) return Sentence(Clause("direct", _positive) + ", and " + Clause("direct", _positive));
        return AboutAspect("direct", _positive);
    }

    // A sentence with the review's opinion about the whole film.
    private string Overall()
    {
        var kind = _random.Next(100);
        if (kind < 10) return SentenceOf("advice.+", _positive);
        if (kind < 18) return SentenceOf("score.*.+", _positive);
        return _random.Chance(0.3)
            ? Sentence(Expand("sum") + " " + Clause("verdict.*.+", _positive))
            : SentenceOf("verdict.*.+", _positive);
    }

    // Two clauses of opposite polarity, joined so that the one with the review's polarity counts.
    private string Joined()
    {
        var conceded = Clause(_random.Chance(0.15) ? "negated" : "conceded", !_positive);
        var meant = Clause(_random.Chance(0.45) ? "whole" : _random.Chance(0.85) ? "direct" : "negated", _positive);
        return Sentence(_random.Pick<string>(
            $"{conceded}, but {meant}", $"{conceded}, but {meant}", $"{conceded}, but {meant}", $"{conceded}, yet {meant}",
            $"{conceded}. But {meant}",
            $"although {conceded}, {meant}", $"even if {conceded}, {meant}", $"though {conceded}, {meant}", $"while {conceded}, {meant}",
            $"{meant}, although {conceded}", $"{meant}, even if {conceded}", $"{meant}, even though {conceded}",
            $"granted, {conceded}, but {meant}",
            $"{conceded}. Still, {meant}", $"{conceded}. Nevertheless {meant}"));
    }

    private string AboutAspect(string rule, bool positive)
    {
        var clause = Clause(rule, positive);
        if (_random.Chance(0.15)) clause = Expand("link") + " " + clause;
        return Sentence(_random.Chance(0.25) ? clause + Expand("tail") : clause);
    }

    private string SentenceOf(string rule, bool positive) => Sentence(Clause(rule, positive));

    private string Say(string rule) => Prose.Sentence(Expand(rule));

    private string Event() => Prose.Sentence(_random.Chance(0.4) ? $"{Expand("when")}, {Expand("plot.go")}" : Expand("plot.go"));

    private string Clause(string rule, bool positive)
    {
        _context.Positive = positive;
        if (_aspects.TryDequeue(out var aspect))
        {
            _context.Aspect = aspect;
            _aspects.Enqueue(aspect);
        }

        return Expand(rule);
    }

    private string Expand(string rule) => Grammar.Reviews.Expand(rule, _context);

    private string Sentence(string clause) => Prose.Sentence(clause, _random.Chance(_exclaims) ? '!' : '.');

    private void BindNames()
    {
        var isWoman = _random.Chance(0.5);
        _context.Bound["hero"] = Expand(isWoman ? "she.name" : "he.name");
        _context.Bound["friend"] = Expand(_random.Chance(0.5) ? "she.name" : "he.name");
        (_context.Bound["he"], _context.Bound["him"], _context.Bound["his"]) = isWoman ? ("she", "her", "her") : ("he", "him", "his");
        foreach (var name in new[] { "thing", "building", "relative", "title" }) _context.Bound[name] = Expand(name);
    }
}
