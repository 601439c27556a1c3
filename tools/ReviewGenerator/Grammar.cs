using System.Text;

namespace ReviewGenerator;

/// <summary>Rules with alternatives that refer to other rules; the head of <c>reviews.grammar</c> says how they are written.</summary>
internal sealed class Grammar
{
    private const char AspectMark = '$', StrengthMark = '*', SameMark = '+', OppositeMark = '-';
    private const string Good = "good", Bad = "bad";

    private static readonly bool[] Polarities = [true, false];

    private readonly Dictionary<string, Alternative[]> _rules = new(StringComparer.Ordinal);

    private Grammar()
    {
    }

    /// <summary>The grammar that ships with the library.</summary>
    public static Grammar Reviews { get; } = LoadEmbedded("reviews.grammar");

    /// <summary>The plain alternatives of a rule that refers to no other.</summary>
    public IReadOnlyList<string> ListOf(string rule) => [.. _rules[rule].Select(alternative => alternative.Parts.Single().Text)];

    /// <summary>Reads a grammar.</summary>
    /// <exception cref="FormatException">A line is neither a rule, its continuation, a comment nor empty.</exception>
    public static Grammar Parse(string text)
    {
        var grammar = new Grammar();
        var bodies = new List<(string Name, StringBuilder Body)>();
        foreach (var line in text.ReplaceLineEndings("\n").Split('\n'))
        {
            if (string.IsNullOrWhiteSpace(line) || line[0] == '#') continue;
            var colon = line.IndexOf(':', StringComparison.Ordinal);
            if (line.StartsWith("  ", StringComparison.Ordinal) && bodies.Count > 0)
            {
                bodies[^1].Body.Append('|').Append(line);
            }
            else if (colon > 0 && !line[..colon].Contains(' ', StringComparison.Ordinal))
            {
                bodies.Add((line[..colon], new StringBuilder(line[(colon + 1)..])));
            }
            else
            {
                throw new FormatException(
                    $"Expected a rule \"name: one | two\" or a continuation that begins with two spaces, got \"{line}\".");
            }
        }

        foreach (var (name, body) in bodies) grammar.Add(name, body.ToString());
        return grammar;
    }

    /// <summary>
    /// Writes one alternative of a rule, and of those it refers to. Within a context no alternative comes twice while others are left.
    /// </summary>
    public string Expand(string rule, GrammarContext context)
    {
        var name = Fill(Resolve(rule, context.Positive), context.Aspect, context.Strength);
        if (context.Bound.TryGetValue(name, out var bound)) return bound;
        if (!_rules.TryGetValue(name, out var alternatives)) throw new KeyNotFoundException($"The grammar has no rule \"{name}\".");

        var text = new StringBuilder();
        foreach (var (isReference, isOptional, part) in context.Choose(name, alternatives).Parts)
        {
            if (!isReference) text.Append(part);
            else if (!isOptional || context.Random.Chance(0.5)) text.Append(Expand(part, context));
        }

        return text.ToString();
    }

    /// <summary>References to rules that do not exist, for whatever aspect, strength or polarity.</summary>
    /// <param name="aspects">What may take the place of the aspect mark.</param>
    /// <param name="bound">Names that a context binds.</param>
    public IEnumerable<string> FindMissing(IReadOnlyList<string> aspects, IReadOnlyCollection<string> bound) => (
        from rule in _rules
        from alternative in rule.Value
        from part in alternative.Parts
        where part.IsReference
        from aspect in part.Text.Contains(AspectMark) ? aspects : [""]
        from strength in part.Text.Contains(StrengthMark) ? GrammarContext.Strengths : [""]
        from positive in Polarities
        let name = Fill(Resolve(part.Text, positive), aspect, strength)
        where !_rules.ContainsKey(name) && !bound.Contains(name)
        select $"{rule.Key} -> {name}").Distinct();

    private static Grammar LoadEmbedded(string file)
    {
        using var stream = typeof(Grammar).Assembly.GetManifestResourceStream(file)
            ?? throw new InvalidOperationException($"The library was built without {file}.");
        using var reader = new StreamReader(stream);
        return Parse(reader.ReadToEnd());
    }

    private void Add(string name, string body)
    {
        if (!name.Contains(SameMark)) AddRule(name, body);
        else
        {
            AddRule(Resolve(name, positive: true), ResolveReferences(body, positive: true));
            AddRule(Resolve(name, positive: false), ResolveReferences(body, positive: false));
        }
    }

    private void AddRule(string name, string body)
    {
        var texts = body.Split('|', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries);
        Alternative[] alternatives = [.. texts.SelectMany(Alternative.Parse)];
        if (alternatives.Length == 0 || !_rules.TryAdd(name, alternatives))
        {
            throw new FormatException($"The rule \"{name}\" is empty or stands twice.");
        }
    }

    private static string ResolveReferences(string body, bool positive) =>
        string.Join('[', body.Split('[').Select((piece, index) =>
        {
            var end = piece.IndexOf(']', StringComparison.Ordinal);
            return index == 0 || end < 0 ? piece : Resolve(piece[..end], positive) + piece[end..];
        }));

    private static string Fill(string name, string aspect, string strength) =>
        name.Replace("$", aspect, StringComparison.Ordinal).Replace("*", strength, StringComparison.Ordinal);

    private static string Resolve(string name, bool positive)
    {
        if (name.EndsWith($".{SameMark}", StringComparison.Ordinal)) return name[..^1] + (positive ? Good : Bad);
        if (name.EndsWith($".{OppositeMark}", StringComparison.Ordinal)) return name[..^1] + (positive ? Bad : Good);
        return name;
    }
}
