namespace LstmCourse.Tasks.Bilingual;

/// <summary>The words of the bilingual grammar. Where several forms stand in one string, blanks separate them.</summary>
internal static class BilingualLexicon
{
    private const string Goods = "letter key apple cake chair newspaper bottle lamp bag book picture egg glass";
    private const string AllThings = Goods + " door window";

    public static readonly Thing[] Things =
    [
        new("letter", "Brief", Gender.Masculine), new("key", "Schlüssel", Gender.Masculine), new("apple", "Apfel", Gender.Masculine),
        new("cake", "Kuchen", Gender.Masculine), new("chair", "Stuhl", Gender.Masculine),
        new("newspaper", "Zeitung", Gender.Feminine), new("bottle", "Flasche", Gender.Feminine), new("lamp", "Lampe", Gender.Feminine),
        new("door", "Tür", Gender.Feminine), new("bag", "Tasche", Gender.Feminine),
        new("book", "Buch", Gender.Neuter), new("picture", "Bild", Gender.Neuter), new("window", "Fenster", Gender.Neuter),
        new("egg", "Ei", Gender.Neuter), new("glass", "Glas", Gender.Neuter),
    ];

    // Nominative, accusative, dative.
    public static readonly Somebody[] People =
    [
        new("the man", "der Mann", "den Mann", "dem Mann", Person.Third),
        new("the woman", "die Frau", "die Frau", "der Frau", Person.Third),
        new("the child", "das Kind", "das Kind", "dem Kind", Person.Third),
        new("the girl", "das Mädchen", "das Mädchen", "dem Mädchen", Person.Third),
        new("the doctor", "der Arzt", "den Arzt", "dem Arzt", Person.Third),
        new("my brother", "mein Bruder", "meinen Bruder", "meinem Bruder", Person.Third),
        new("my sister", "meine Schwester", "meine Schwester", "meiner Schwester", Person.Third),
        new("the children", "die Kinder", "die Kinder", "den Kindern", Person.They),
        new("my parents", "meine Eltern", "meine Eltern", "meinen Eltern", Person.They),
        new("the old man", "der alte Mann", "den alten Mann", "dem alten Mann", Person.Third),
        new("the old woman", "die alte Frau", "die alte Frau", "der alten Frau", Person.Third),
        new("the small child", "das kleine Kind", "das kleine Kind", "dem kleinen Kind", Person.Third),
        new("the small children", "die kleinen Kinder", "die kleinen Kinder", "den kleinen Kindern", Person.They),
        new("the new doctor", "der neue Arzt", "den neuen Arzt", "dem neuen Arzt", Person.Third),
    ];

    public static readonly Somebody[] Pronouns =
    [
        new("I", "ich", "mich", "mir", Person.I, "me"), new("you", "du", "dich", "dir", Person.You, "you"),
        new("he", "er", "ihn", "ihm", Person.Third, "him"), new("she", "sie", "sie", "ihr", Person.Third, "her"),
        new("we", "wir", "uns", "uns", Person.We, "us"), new("they", "sie", "sie", "ihnen", Person.They, "them"),
    ];

    // Masculine, feminine and neuter accusative; then the endings of an adjective behind it.
    public static readonly Determiner[] Determiners =
    [
        new("the", "den die das", "en e e"), new("this", "diesen diese dieses", "en e e"),
        new("a", "einen eine ein", "en e es"), new("my", "meinen meine mein", "en e es"),
    ];

    public static readonly (string English, string German)[] Adjectives =
        [("old", "alt"), ("new", "neu"), ("small", "klein"), ("big", "groß"), ("red", "rot")];

    public static readonly Verb[] Verbs =
    [
        new("read reads read", "lese liest liest lesen", "gelesen") { Things = "letter newspaper book", HasPlace = true },
        new("see sees saw", "sehe siehst sieht sehen", "gesehen") { Things = AllThings, TakesPeople = true, HasPlace = true },
        new("find finds found", "finde findest findet finden", "gefunden") { Things = Goods, TakesPeople = true, HasPlace = true },
        new("buy buys bought", "kaufe kaufst kauft kaufen", "gekauft") { Things = Goods },
        new("look looks looked", "suche suchst sucht suchen", "gesucht")
            { Preposition = "for", Things = Goods, TakesPeople = true, HasPlace = true },
        new("eat eats ate", "esse isst isst essen", "gegessen") { Things = "apple cake egg", HasPlace = true },
        new("write writes wrote", "schreibe schreibst schreibt schreiben", "geschrieben") { Things = "letter book", HasPlace = true },
        new("need needs needed", "brauche brauchst braucht brauchen", "gebraucht") { Things = Goods, HasModal = false },
        new("open opens opened", "mache machst macht machen", "aufgemacht") { Prefix = "auf", Things = "letter bottle door bag window" },
        new("close closes closed", "mache machst macht machen", "zugemacht") { Prefix = "zu", Things = "bottle door bag window" },
        new("bring brings brought", "bringe bringst bringt bringen", "mitgebracht")
            { Particle = "along", Prefix = "mit", Things = "letter cake chair newspaper bottle lamp book picture" },
        new("throw throws threw", "werfe wirfst wirft werfen", "weggeworfen")
            { Particle = "away", Prefix = "weg", Things = "letter apple cake chair newspaper bottle book picture" },
        new("pick picks picked", "hole holst holt holen", "abgeholt")
            { Particle = "up", Prefix = "ab", Things = "letter key cake bag picture", TakesPeople = true },
        new("call calls called", "rufe rufst ruft rufen", "angerufen") { Prefix = "an", TakesPeople = true },
        new("help helps helped", "helfe hilfst hilft helfen", "geholfen") { TakesDative = true },
        new("give gives gave", "gebe gibst gibt geben", "gegeben")
            { TakesDative = true, Things = "letter key apple cake bottle bag book picture glass" },
        new("show shows showed", "zeige zeigst zeigt zeigen", "gezeigt")
            { TakesDative = true, Things = "letter key lamp door book picture window" },
        new("sleep sleeps slept", "schlafe schläfst schläft schlafen", "geschlafen") { HasPlace = true },
        new("work works worked", "arbeite arbeitest arbeitet arbeiten", "gearbeitet") { HasPlace = true },
        new("laugh laughs laughed", "lache lachst lacht lachen", "gelacht"),
        new("get gets got", "stehe stehst steht stehen", "aufgestanden") { Particle = "up", Prefix = "auf", PerfectOfSein = true },
        new("come comes came", "komme kommst kommt kommen", "zurückgekommen")
            { Particle = "back", Prefix = "zurück", PerfectOfSein = true },
    ];

    // Verb and thing: in no training, validation or test sentence together.
    public static readonly HashSet<(string Verb, string Thing)> HeldOut =
    [
        ("read", "newspaper"), ("see", "chair"), ("find", "key"), ("buy", "lamp"), ("look", "bag"), ("eat", "cake"), ("need", "glass"),
        ("open", "bottle"), ("close", "window"), ("bring", "picture"), ("throw", "letter"), ("pick", "bag"), ("give", "apple"),
        ("show", "book"),
    ];

    public static readonly (Mode Mode, string German)[] Modals =
    [
        (Mode.Can, "kann kannst kann können"), (Mode.Must, "muss musst muss müssen"), (Mode.Want, "will willst will wollen"),
    ];

    public static readonly string Haben = "habe hast hat haben", Sein = "bin bist ist sind";

    public static readonly TimePhrase[] Times =
    [
        new("every day", "jeden Tag", TimeKind.Habit), new("in the evening", "am Abend", TimeKind.Habit),
        new("often", "oft", TimeKind.Habit, FrontOnly: true), new("sometimes", "manchmal", TimeKind.Habit, FrontOnly: true),
        new("yesterday", "gestern", TimeKind.Past), new("last week", "letzte Woche", TimeKind.Past),
        new("last night", "gestern Abend", TimeKind.Past), new("on Monday", "am Montag", TimeKind.Past),
        new("today", "heute", TimeKind.Plan), new("tomorrow", "morgen", TimeKind.Plan), new("now", "jetzt", TimeKind.Plan),
    ];

    public static readonly (string English, string German)[] Places =
    [
        ("in the garden", "im Garten"), ("in the kitchen", "in der Küche"), ("at school", "in der Schule"), ("at home", "zu Hause"),
    ];

    public static readonly (string English, string German)[] Sayings =
    [
        ("I know that", "ich weiß, dass"), ("she says that", "sie sagt, dass"), ("we hope that", "wir hoffen, dass"),
        ("they believe that", "sie glauben, dass"),
    ];

    public static readonly (string English, string German)[] Moods = [("tired", "müde"), ("happy", "glücklich"), ("sad", "traurig")];
}
