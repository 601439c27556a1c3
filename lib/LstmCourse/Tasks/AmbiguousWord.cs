namespace LstmCourse.Tasks;

/// <summary>A word of <see cref="TaggingSentences"/> that can be either of two parts of speech, one as often as the other.</summary>
/// <param name="Word">The word.</param>
/// <param name="Tags">Its two tags.</param>
/// <param name="DecidedLater">Whether a word after it decides between them, and none before it helps; else a word before it does.</param>
/// <param name="Nearest">How many words away the deciding word is at least.</param>
/// <param name="Farthest">How many at most.</param>
/// <param name="Examples">A beginning for each of the two tags.</param>
public sealed record AmbiguousWord(
    string Word, (string First, string Second) Tags, bool DecidedLater, int Nearest, int Farthest,
    (string First, string Second) Examples);
