using LstmCourse.Data;

namespace LstmCourse.Tasks;

/// <summary>
/// Writes the sentences of <see cref="TaggingSentences"/>. Whatever stands before a word that a later word decides is drawn before the
/// tag is, so that it cannot give it away.
/// </summary>
internal sealed class TaggingGrammar(SeededRandom random)
{
    private static readonly string[] Things =
        ["lamp", "boat", "song", "box", "chair", "letter", "book", "cup", "picture", "key", "bottle", "kite"];
    private static readonly string[] People = ["children", "students", "neighbours", "sailors", "workers", "guests"];
    private static readonly string[] Places = ["garden", "hall", "kitchen", "harbour", "street", "shop"];
    private static readonly string[] Adjectives = ["small", "blue", "quiet", "green", "tall", "round"];
    private static readonly string[] Adverbs = ["today", "again", "quickly", "often", "outside", "twice"];
    private static readonly string[] Prepositions = ["in", "near", "behind"];
    private static readonly string[] Determiners = ["the", "a", "this"];
    private static readonly string[] Pronouns = ["they", "we", "you"];
    private static readonly string[] Stand = ["stands", "waits", "shines", "sleeps", "falls", "moves"];
    private static readonly string[] Notice = ["see", "hear", "know", "remember"];
    private static readonly string[] Swim = ["swim", "dive", "eat"];
    private static readonly (string Plain, string Participle)[] Handle =
        [("take", "taken"), ("find", "found"), ("hide", "hidden"), ("sell", "sold"), ("write", "written"), ("break", "broken")];

    private readonly List<string> _words = [];
    private readonly List<string> _tags = [];
    private readonly List<int> _deciders = [];

    /// <summary>Writes one sentence of two clauses.</summary>
    public static TaggedSentence Write(SeededRandom random)
    {
        var grammar = new TaggingGrammar(random);
        grammar.Clause();
        grammar.Say("and", "CONJ");
        grammar.Clause();
        return new(grammar._words, grammar._tags, grammar._deciders);
    }

    private void Clause()
    {
        if (random.Chance(0.3)) Aside();
        Action pattern = random.Next(10) switch
        {
            0 => Light,
            1 => HerDog,
            2 => HerDuck,
            3 => That,
            4 => OldMan,
            5 or 6 => Have,
            7 => () => NounOrVerb("watch"),
            8 => () => NounOrVerb("saw"),
            _ => Plain,
        };
        pattern();
        if (random.Chance(0.3)) Aside();
    }

    private void Aside()
    {
        if (random.Chance(0.5)) Say(random.Pick(Adverbs), "ADV");
        else Where();
    }

    private void Where()
    {
        Say(random.Pick(Prepositions), "ADP");
        Say("the", "DET");
        Say(random.Pick(Places), "NOUN");
    }

    // "the light lamp stands", "the light shines".
    private void Light()
    {
        Say(random.Pick(Determiners), "DET");
        if (random.Chance(0.5))
        {
            Open("light", "ADJ", ahead: 1);
            Say(random.Pick(Things), "NOUN");
        }
        else
        {
            Open("light", "NOUN", ahead: 1);
        }

        Say(random.Pick(Stand), "VERB");
    }

    // "they see her lamp", "they see her again".
    private void HerDog()
    {
        TheyNotice();
        var (tag, next) = random.Chance(0.5) ? ("DET", (random.Pick(Things), "NOUN")) : ("PRON", (random.Pick(Adverbs), "ADV"));
        Open("her", tag, ahead: 1);
        Say(next.Item1, next.Item2);
    }

    // "they see her duck swim", "they see her duck quickly": the word after "duck" decides both.
    private void HerDuck()
    {
        TheyNotice();
        var (tags, next) = random.Chance(0.5)
            ? (("DET", "NOUN"), (random.Pick(Swim), "VERB"))
            : (("PRON", "VERB"), (random.Pick(Adverbs), "ADV"));
        Open("her", tags.Item1, ahead: 2);
        Open("duck", tags.Item2, ahead: 1);
        Say(next.Item1, next.Item2);
    }

    // "they know that song", "they know that the song ends".
    private void That()
    {
        TheyNotice();
        var isConjunction = random.Chance(0.5);
        Open("that", isConjunction ? "CONJ" : "DET", ahead: 1);
        if (isConjunction) Say("the", "DET");
        Say(random.Pick(Things), "NOUN");
        if (isConjunction) Say(random.Pick(Stand), "VERB");
    }

    // "the old man sleeps", "the old man the boat": the word after "man" decides both.
    private void OldMan()
    {
        Say("the", "DET");
        var isVerb = random.Chance(0.5);
        Open("old", isVerb ? "NOUN" : "ADJ", ahead: 2);
        Open("man", isVerb ? "VERB" : "NOUN", ahead: 1);
        if (isVerb) Thing();
        else Say(random.Pick(Stand), "VERB");
    }

    // "have the children in the garden taken the key", "have the children in the garden take the key".
    private void Have()
    {
        var have = _words.Count;
        Say("have", "AUX");
        Say("the", "DET");
        for (var adjectives = random.Next(3); adjectives > 0; adjectives--) Say(random.Pick(Adjectives), "ADJ");
        Say(random.Pick(People), "NOUN");
        if (random.Chance(0.5)) Where();

        var (plain, participle) = random.Pick(Handle);
        var isOrder = random.Chance(0.5);
        _deciders[have] = _words.Count;
        if (isOrder) _tags[have] = "VERB";
        Say(isOrder ? plain : participle, "VERB");
        Thing();
    }

    // "the small watch stands", "they often watch the boat": the word before decides.
    private void NounOrVerb(string word)
    {
        var decider = _words.Count;
        if (random.Chance(0.5))
        {
            Say(random.Pick(Determiners), "DET");
            if (random.Chance(0.5)) Say(random.Pick(Adjectives), "ADJ");
            Say(word, "NOUN", decider);
            Say(random.Pick(Stand), "VERB");
        }
        else
        {
            Say(random.Pick(Pronouns), "PRON");
            if (random.Chance(0.5)) Say(random.Pick(Adverbs), "ADV");
            Say(word, "VERB", decider);
            Thing();
        }
    }

    private void Plain()
    {
        if (random.Chance(0.5))
        {
            Thing();
            Say(random.Pick(Stand), "VERB");
        }
        else
        {
            Say(random.Pick(Pronouns), "PRON");
            Say(random.Pick(Handle).Plain, "VERB");
            Thing();
        }
    }

    private void TheyNotice()
    {
        Say(random.Pick(Pronouns), "PRON");
        Say(random.Pick(Notice), "VERB");
    }

    private void Thing()
    {
        Say(random.Pick(Determiners), "DET");
        if (random.Chance(0.5)) Say(random.Pick(Adjectives), "ADJ");
        Say(random.Pick(Things), "NOUN");
    }

    private void Open(string word, string tag, int ahead) => Say(word, tag, _words.Count + ahead);

    private void Say(string word, string tag, int? decider = null)
    {
        _deciders.Add(decider ?? _words.Count);
        _words.Add(word);
        _tags.Add(tag);
    }
}
