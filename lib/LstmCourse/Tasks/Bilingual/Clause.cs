namespace LstmCourse.Tasks.Bilingual;

/// <summary>
/// A clause in both languages. German puts its verb second in a statement, first in a question and last behind a conjunction; whatever else
/// belongs to the verb (a prefix, a participle, an infinitive) stands at the end.
/// </summary>
internal sealed record Clause(Somebody Subject, Verb Verb, Mode Mode)
{
    /// <summary>To whom.</summary>
    public Phrase? Dative { get; init; }

    /// <summary>Whom or what.</summary>
    public Phrase? Accusative { get; init; }

    public bool IsNegated { get; init; }

    /// <summary>A time that stands at the end in English, and early in German.</summary>
    public TimePhrase? Time { get; init; }

    public (string English, string German)? Place { get; init; }

    private IEnumerable<Phrase> Objects => new[] { Dative, Accusative }.OfType<Phrase>();

    private bool IsThird => Subject.Person == Person.Third;

    /// <summary>"the woman reads the book".</summary>
    public string English() => Join(Subject.English, Predicate());

    /// <summary>"does the woman read the book".</summary>
    public string EnglishQuestion() => Mode switch
    {
        Mode.Can => Join("can", Subject.English, After(Verb.Base)),
        Mode.Must => Join("must", Subject.English, After(Verb.Base)),
        Mode.Past => Join("did", Subject.English, After(Verb.Base)),
        Mode.Want => Join(IsThird ? "does" : "do", Subject.English, "want to", After(Verb.Base)),
        _ => Join(IsThird ? "does" : "do", Subject.English, After(Verb.Base)),
    };

    /// <summary>Verb second: "die Frau liest das Buch", with something in front "gestern hat die Frau das Buch gelesen".</summary>
    /// <param name="front">What stands first; null for the subject.</param>
    public string GermanMain(string? front = null) => front is null
        ? Join(Subject.Nominative, Finite, Middle(), Closing)
        : Join(front, Finite, Subject.Nominative, Middle(), Closing);

    /// <summary>Verb first: "liest die Frau das Buch".</summary>
    public string GermanQuestion() => Join(Finite, Subject.Nominative, Middle(), Closing);

    /// <summary>Verb last: "die Frau das Buch liest", "die Frau das Buch gelesen hat".</summary>
    public string GermanSubordinate() => Mode == Mode.Present
        ? Join(Subject.Nominative, Middle(), Verb.Prefix + Finite)
        : Join(Subject.Nominative, Middle(), Closing, Finite);

    private string Finite => Mode switch
    {
        Mode.Present => Verb.Finite(Subject.Person),
        Mode.Past => Verb.Finite(Verb.PerfectOfSein ? BilingualLexicon.Sein : BilingualLexicon.Haben, Subject.Person),
        _ => Verb.Finite(BilingualLexicon.Modals.Single(modal => modal.Mode == Mode).German, Subject.Person),
    };

    private string Closing => Mode switch
    {
        Mode.Present => Verb.Prefix,
        Mode.Past => Verb.Participle,
        _ => Verb.Infinitive,
    };

    private string Middle()
    {
        var none = IsNegated && Accusative is { IsIndefinite: true };
        return Join(
            Join([.. Objects.Where(one => one.IsPronoun).Select(one => one.German)]),
            Time?.German ?? "",
            Join([.. Objects.Where(one => !one.IsPronoun).Select(one => none && one.IsIndefinite ? "k" + one.German : one.German)]),
            IsNegated && !none ? "nicht" : "",
            Place?.German ?? "");
    }

    private string Predicate() => Mode switch
    {
        Mode.Can => Join(IsNegated ? "cannot" : "can", After(Verb.Base)),
        Mode.Must => Join("must", After(Verb.Base)),
        Mode.Want when IsNegated => Join(IsThird ? "does not want to" : "do not want to", After(Verb.Base)),
        Mode.Want => Join(IsThird ? "wants to" : "want to", After(Verb.Base)),
        Mode.Past => IsNegated ? Join("did not", After(Verb.Base)) : After(Verb.Past),
        _ when IsNegated => Join(IsThird ? "does not" : "do not", After(Verb.Base)),
        _ => After(IsThird ? Verb.Third : Verb.Base),
    };

    private string After(string verb)
    {
        var objects = Join([.. Objects.Select(one => one.English)]);
        var (before, behind) = Objects.LastOrDefault() is { IsPronoun: true } ? ("", Verb.Particle) : (Verb.Particle, "");
        return Join(verb, Verb.Preposition, before, objects, behind, Place?.English ?? "", Time?.English ?? "");
    }

    /// <summary>Words and phrases with blanks between them; empty ones are left out.</summary>
    public static string Join(params string[] parts) => string.Join(' ', parts.Where(part => part.Length > 0));
}
