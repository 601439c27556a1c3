namespace LstmCourse.Tasks.Bilingual;

/// <summary>Which form of a verb a subject asks for.</summary>
internal enum Person
{
    I,
    You,
    Third,
    We,
    They,
}

/// <summary>The gender of a German noun.</summary>
internal enum Gender
{
    Masculine,
    Feminine,
    Neuter,
}

/// <summary>The tense or the modal verb of a clause.</summary>
internal enum Mode
{
    Present,
    Past,
    Can,
    Must,
    Want,
}

/// <summary>Which clauses a time fits.</summary>
internal enum TimeKind
{
    Habit,
    Past,
    Plan,
}

/// <summary>A noun for a thing.</summary>
internal sealed record Thing(string English, string German, Gender Gender);

/// <summary>A person, as a noun or a pronoun, in the three cases.</summary>
internal sealed record Somebody(
    string English, string Nominative, string Accusative, string Dative, Person Person, string? EnglishObject = null)
{
    public bool IsPronoun => EnglishObject is not null;
}

/// <summary>A determiner: its accusative by gender, and the endings of an adjective behind it.</summary>
internal sealed record Determiner(string English, string German, string Endings)
{
    public string Of(Gender gender) => German.Split(' ')[(int)gender];

    public string EndingFor(Gender gender) => Endings.Split(' ')[(int)gender];
}

/// <summary>When something happens.</summary>
internal sealed record TimePhrase(string English, string German, TimeKind Kind, bool FrontOnly = false);

/// <summary>An object: its words, and how it behaves.</summary>
internal sealed record Phrase(string English, string German, bool IsPronoun = false, bool IsIndefinite = false);

/// <summary>A verb of both languages.</summary>
/// <param name="English">Infinitive, third person, past.</param>
/// <param name="German">The forms for ich, du, er, wir; the last one is the infinitive.</param>
/// <param name="Participle">The German participle, prefix included.</param>
internal sealed record Verb(string English, string German, string Participle)
{
    private readonly string[] _english = English.Split(' ');
    private readonly string[] _german = German.Split(' ');

    /// <summary>Stands before a noun and behind a pronoun: "picks up the key", "picks him up".</summary>
    public string Particle { get; init; } = "";

    /// <summary>Stands before any object: "looks for him".</summary>
    public string Preposition { get; init; } = "";

    /// <summary>The separable prefix of the German verb.</summary>
    public string Prefix { get; init; } = "";

    /// <summary>The things it may have as an object; none for a verb without.</summary>
    public string Things { get; init; } = "";

    public bool TakesPeople { get; init; }

    public bool TakesDative { get; init; }

    public bool HasPlace { get; init; }

    public bool HasModal { get; init; } = true;

    public bool PerfectOfSein { get; init; }

    public string Base => _english[0];

    public string Third => _english[1];

    public string Past => _english[2];

    public string Infinitive => Prefix + _german[3];

    public string Finite(Person person) => _german[Math.Min((int)person, 3)];

    /// <summary>The form of a verb given as "ich du er wir".</summary>
    public static string Finite(string forms, Person person) => forms.Split(' ')[Math.Min((int)person, 3)];
}
