using LstmCourse.Data;
using static LstmCourse.Tasks.Bilingual.BilingualLexicon;
using static LstmCourse.Tasks.Bilingual.Clause;

namespace LstmCourse.Tasks.Bilingual;

/// <summary>Writes one sentence at a time, in English and in German, and says whether it has a combination that is held out.</summary>
internal sealed class BilingualGrammar(SeededRandom random)
{
    private bool _hasHeldOut;

    /// <summary>Writes a sentence.</summary>
    public (string English, string German, bool HasHeldOut) Write()
    {
        _hasHeldOut = false;
        var (english, german, mark) = random.Next(100) switch
        {
            < 32 => Statement(),
            < 46 => Question(),
            < 60 => Said(),
            < 76 => Reason(),
            < 88 => Condition(),
            < 94 => Two(),
            _ => Rain(),
        };
        return (Capital(english) + mark, Capital(german) + mark, _hasHeldOut);
    }

    private (string, string, string) Statement()
    {
        var clause = NewClause(mayBeNegated: true);
        if (clause.Time is not null || !random.Chance(0.5)) return (clause.English(), clause.GermanMain(), ".");
        var time = random.Pick([.. Times.Where(one => one.Kind == KindOf(clause.Mode))]);
        return (Join(time.English, clause.English()), clause.GermanMain(time.German), ".");
    }

    private (string, string, string) Question()
    {
        var clause = NewClause();
        return (clause.EnglishQuestion(), clause.GermanQuestion(), "?");
    }

    // Verb last: "sie sagt, dass die Frau das Buch gelesen hat".
    private (string, string, string) Said()
    {
        var (english, german) = random.Pick(Sayings);
        var clause = NewClause(mayBeNegated: true);
        return (Join(english, clause.English()), Join(german, clause.GermanSubordinate()), ".");
    }

    private (string, string, string) Reason()
    {
        var somebody = Subject();
        var (english, german) = random.Pick(Moods);
        var clause = NewClause(mayBeNegated: true);
        var be = somebody.Person switch { Person.I => "am", Person.Third => "is", _ => "are" };
        return (
            Join(somebody.English, be, english, "because", clause.English()),
            Join(somebody.Nominative, Verb.Finite(Sein, somebody.Person), german + ",", "weil", clause.GermanSubordinate()), ".");
    }

    // The clause with "wenn" stands first in the main clause, whose verb is second.
    private (string, string, string) Condition()
    {
        var (condition, result) = (NewClause(withTime: false, past: false), NewClause(withTime: false, past: false));
        return (
            Join("if", condition.English() + ",", result.English()),
            result.GermanMain(Join("wenn", condition.GermanSubordinate() + ",")), ".");
    }

    private (string, string, string) Two()
    {
        var (first, second) = (NewClause(withTime: false), NewClause(withTime: false, mayBeNegated: true));
        var (english, german) = random.Chance(0.5) ? (", and", " und") : (", but", ", aber");
        return (
            Join(first.English() + english, second.English()),
            Join(first.GermanMain() + german, second.GermanMain()), ".");
    }

    private (string, string, string) Rain()
    {
        var clause = NewClause(withTime: false, past: false);
        return (Join("when it rains,", clause.English()), clause.GermanMain("wenn es regnet,"), ".");
    }

    private Clause NewClause(bool withTime = true, bool past = true, bool mayBeNegated = false)
    {
        var (subject, verb) = (Subject(), random.Pick(Verbs));
        var mode = random.Next(10) switch
        {
            < 4 => Mode.Present,
            < 7 when past => Mode.Past,
            _ when !verb.HasModal => Mode.Present,
            _ => random.Pick(Modals).Mode,
        };
        var clause = new Clause(subject, verb, mode)
        {
            Dative = verb.TakesDative ? OtherPerson(subject, dative: true) : null,
            Accusative = Object(verb, subject),
            IsNegated = mayBeNegated && mode != Mode.Must && random.Chance(0.35),
        };
        if (clause.IsNegated) return clause;
        return clause with
        {
            Place = verb.HasPlace && random.Chance(0.3) ? random.Pick(Places) : null,
            Time = withTime && random.Chance(0.3)
                ? random.Pick([.. Times.Where(one => one.Kind == KindOf(mode) && !one.FrontOnly)]) : null,
        };
    }

    private Somebody Subject() => random.Chance(0.5) ? random.Pick(Pronouns) : random.Pick(People);

    private Phrase? Object(Verb verb, Somebody subject)
    {
        var takesThing = verb.Things.Length > 0;
        if (verb.TakesPeople && (!takesThing || random.Chance(0.35))) return OtherPerson(subject, dative: false);
        return takesThing ? NewThing(verb) : null;
    }

    private Phrase OtherPerson(Somebody subject, bool dative)
    {
        while (true)
        {
            var other = random.Chance(0.5) ? random.Pick(Pronouns) : random.Pick(People);
            // "I see me" and "we help me" would be another pronoun in both languages.
            var overlaps = other == subject || (IsSpeaker(other) && IsSpeaker(subject));
            if (!overlaps)
                return new Phrase(other.EnglishObject ?? other.English, dative ? other.Dative : other.Accusative, other.IsPronoun);
        }
    }

    private Phrase NewThing(Verb verb)
    {
        var name = random.Pick(verb.Things.Split(' '));
        var (thing, determiner) = (Things.Single(one => one.English == name), random.Pick(Determiners));
        _hasHeldOut |= HeldOut.Contains((verb.Base, name));
        var (english, german) = (thing.English, thing.German);
        if (random.Chance(0.3))
        {
            var adjective = random.Pick(Adjectives);
            (english, german) = (Join(adjective.English, english), Join(adjective.German + determiner.EndingFor(thing.Gender), german));
        }

        var isIndefinite = determiner.English == "a";
        var article = isIndefinite && "aeiou".Contains(english[0], StringComparison.Ordinal) ? "an" : determiner.English;
        return new Phrase(Join(article, english), Join(determiner.Of(thing.Gender), german), IsIndefinite: isIndefinite);
    }

    private static bool IsSpeaker(Somebody one) => one.Person is Person.I or Person.We;

    private static TimeKind KindOf(Mode mode) => mode switch
    {
        Mode.Present => TimeKind.Habit,
        Mode.Past => TimeKind.Past,
        _ => TimeKind.Plan,
    };

    private static string Capital(string sentence) => char.ToUpperInvariant(sentence[0]) + sentence[1..];
}
