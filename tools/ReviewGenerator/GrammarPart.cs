namespace ReviewGenerator;

/// <summary>A piece of an alternative: text as it stands, or the name of a rule.</summary>
internal readonly record struct GrammarPart(bool IsReference, bool IsOptional, string Text);
