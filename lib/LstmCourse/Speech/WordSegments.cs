namespace LstmCourse.Speech;

/// <summary>Cuts speech where it is quiet.</summary>
public static class WordSegments
{
    /// <summary>Runs of loud frames. A pause that is too short to count does not part them, and a run that is too short is left
    /// out.</summary>
    /// <param name="frames">(frame, feature), such as <see cref="LogMel.Of"/> makes them.</param>
    /// <param name="loud">A frame is loud if the mean of its features is at least this.</param>
    /// <param name="pause">How many quiet frames part two words, at least 1.</param>
    /// <param name="word">How many frames a word has at least.</param>
    /// <returns>For each run its first frame, and the one after its last.</returns>
    public static IReadOnlyList<(int From, int To)> Find(IReadOnlyList<float[]> frames, double loud, int pause, int word)
    {
        ArgumentNullException.ThrowIfNull(frames);
        ArgumentOutOfRangeException.ThrowIfLessThan(pause, 1);
        List<(int From, int To)> runs = [];
        for (var i = 0; i < frames.Count; i++)
        {
            if (frames[i].Average() < loud) continue;
            if (runs.Count > 0 && i - runs[^1].To < pause) runs[^1] = (runs[^1].From, i + 1);
            else runs.Add((i, i + 1));
        }

        return [.. runs.Where(run => run.To - run.From >= word)];
    }
}
