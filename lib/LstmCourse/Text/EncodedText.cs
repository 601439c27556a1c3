namespace LstmCourse.Text;

/// <summary>A text as a model reads it.</summary>
/// <param name="Tokens">The words and punctuation, at least one.</param>
/// <param name="Ids">Their ids.</param>
/// <param name="UnknownCount">How many tokens are outside the vocabulary.</param>
public sealed record EncodedText(string[] Tokens, long[] Ids, int UnknownCount);
