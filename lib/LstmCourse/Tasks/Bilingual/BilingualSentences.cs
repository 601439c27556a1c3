using LstmCourse.Data;

namespace LstmCourse.Tasks.Bilingual;

/// <summary>
/// Sentence pairs from a small grammar of English and German, in which word by word goes wrong: the verb stands second, first or last, its
/// prefix or participle at the end, articles and adjectives follow gender and case, and not is <c>nicht</c> or <c>kein</c>.
/// <c>data/pairs.tsv</c> begins with what <see cref="Generate"/> gives.
/// </summary>
public static class BilingualSentences
{
    private const int Seed = 2026, Train = 4_000, Validation = 200, Test = 400, Combinations = 200;

    /// <summary>
    /// Writes 4,000 pairs to learn from, 200 to validate, 400 to test, and 200 with combinations of a verb and an object that no other part
    /// has. No sentence, in either language, occurs twice.
    /// </summary>
    public static IReadOnlyList<SentencePair> Generate()
    {
        var random = new SeededRandom(Seed);
        var grammar = new BilingualGrammar(random);
        var seen = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        List<(string English, string German)> usual = [], combined = [];
        while (usual.Count < Train + Validation + Test || combined.Count < Combinations)
        {
            var (english, german, hasHeldOut) = grammar.Write();
            var (into, most) = hasHeldOut ? (combined, Combinations) : (usual, Train + Validation + Test);
            if (into.Count == most || seen.Contains(english) || seen.Contains(german)) continue;
            into.Add((english, german));
            seen.UnionWith([english, german]);
        }

        // Short sentences run out, so that late ones are longer: the parts are to be alike.
        var order = usual.ToArray();
        random.Shuffle<(string, string)>(order);
        return
        [
            .. Pairs(order[..Train], PairPart.Train), .. Pairs(order[Train..^Test], PairPart.Validation),
            .. Pairs(order[^Test..], PairPart.Test), .. Pairs(combined, PairPart.Combinations),
        ];
    }

    private static IEnumerable<SentencePair> Pairs(IEnumerable<(string English, string German)> sentences, PairPart part) =>
        sentences.Select(pair => new SentencePair(pair.English, pair.German, PairOrigin.Grammar, part));
}
