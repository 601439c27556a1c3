namespace LstmCourse.Speech;

/// <summary>
/// Knows words by examples: a word is taken for that of the nearest template, by <see cref="TimeWarping"/>. What speech recognition was
/// before it learned.
/// </summary>
/// <param name="templates">The examples, at least one.</param>
public sealed class WordTemplates(IReadOnlyList<(int Word, float[][] Frames)> templates)
{
    private readonly IReadOnlyList<(int Word, float[][] Frames)> _templates = templates is { Count: > 0 }
        ? templates
        : throw new ArgumentException("Expected at least one template; got none.", nameof(templates));

    /// <summary>The word of the nearest template; among equally near ones, of the first.</summary>
    /// <param name="frames">(frame, feature) of one word.</param>
    public int Nearest(IReadOnlyList<float[]> frames)
    {
        var (nearest, word) = (double.PositiveInfinity, _templates[0].Word);
        foreach (var template in _templates)
        {
            var distance = TimeWarping.Distance(frames, template.Frames, nearest);
            if (distance < nearest) (nearest, word) = (distance, template.Word);
        }

        return word;
    }
}
