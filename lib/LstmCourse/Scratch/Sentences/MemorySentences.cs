namespace LstmCourse.Scratch.Sentences;

/// <summary>
/// A seeded source of sentences that can only be finished by remembering: the first country named is home and decides the language, the
/// countries visited afterwards do not. Counting words is no help, and neither is the last country.
/// </summary>
public static class MemorySentences
{
    private static readonly string[] Countries = ["france", "spain", "italy", "germany"];
    private static readonly string[] Names = ["anna", "maria", "clara", "julia", "nora", "emma"];
    private static readonly string[] Months = ["march", "april", "june", "july", "october"];

    // {0} is a country that is not home, {1} a month.
    private static readonly string[] Travels = ["then she spent {1} in {0} .", "her friends moved to {0} in {1} .",
        "she took the train to {0} ."];
    private static readonly string[] Fillers = ["the weather in {1} was mild .", "she worked all day .",
        "her friends took her to the market .", "then it was {1} .", "the train was late ."];

    /// <summary>The words that can stand in the gap; an answer is an index into this list.</summary>
    public static IReadOnlyList<string> Languages { get; } = ["french", "spanish", "italian", "german"];

    /// <summary>All words that occur before the gap, sorted; a token is an index into this list.</summary>
    public static IReadOnlyList<string> Vocabulary { get; } = CollectVocabulary();

    /// <summary>Writes sentences. Each of the four answers is equally likely.</summary>
    /// <param name="count">How many.</param>
    /// <param name="shortest">
    /// The least distance from the home country to the gap, in words; at least 8, so that there is always one journey.
    /// </param>
    /// <param name="longest">The most. Lengths in between are drawn evenly; a sentence then runs on to its next full stop.</param>
    /// <param name="seed">The seed.</param>
    public static MemorySentence[] Generate(int count, int shortest, int longest, int seed)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        ArgumentOutOfRangeException.ThrowIfLessThan(shortest, 8);
        ArgumentOutOfRangeException.ThrowIfLessThan(longest, shortest);

        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(_ => Write(random, random.Next(shortest, longest + 1)))];
    }

    private static MemorySentence Write(Random random, int distance)
    {
        var home = random.Next(Countries.Length);
        var beginning = $"{Pick(Names, random)} grew up in {Countries[home]}".Split(' ');
        string[] ending = ["she", "speaks", "fluent"];

        var middle = new List<string> { "." };
        var first = true;
        while (middle.Count + ending.Length < distance)
        {
            var pattern = Pick(first || random.Next(3) == 0 ? Travels : Fillers, random);
            var away = (home + random.Next(1, Countries.Length)) % Countries.Length;
            middle.AddRange(pattern.Replace("{0}", Countries[away]).Replace("{1}", Pick(Months, random)).Split(' '));
            first = false;
        }

        string[] words = [.. beginning, .. middle, .. ending];
        return new MemorySentence(words, [.. words.Select(TokenOf)], home, middle.Count + ending.Length);
    }

    private static int TokenOf(string word) => ((List<string>)Vocabulary).BinarySearch(word, StringComparer.Ordinal);

    private static string Pick(string[] choices, Random random) => choices[random.Next(choices.Length)];

    private static List<string> CollectVocabulary()
    {
        var patterns = Travels.Concat(Fillers).SelectMany(pattern => pattern.Split(' ')).Where(word => word[0] != '{');
        return [.. Countries.Concat(Names).Concat(Months).Concat(patterns).Concat(["grew", "up", "in", ".", "she", "speaks", "fluent"])
            .Distinct().Order(StringComparer.Ordinal)];
    }
}
