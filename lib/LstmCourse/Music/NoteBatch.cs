using TorchSharp;

namespace LstmCourse.Music;

/// <summary>Tunes as tensors: what the model reads, and what it should say, one place later. Short tunes are padded on the right.</summary>
/// <param name="Pitches">The pitch ids that are read, (tune, time).</param>
/// <param name="Lengths">The length ids that are read, (tune, time); the first is the metre's.</param>
/// <param name="NextPitches">The pitch ids to say, (tune, time); <see cref="NoteTokens.None"/> at the filling.</param>
/// <param name="NextLengths">The length ids to say; <see cref="NoteTokens.None"/> after the last note and at the filling.</param>
/// <param name="Notes">How many notes there are.</param>
public sealed record NoteBatch(
    torch.Tensor Pitches, torch.Tensor Lengths, torch.Tensor NextPitches, torch.Tensor NextLengths, int Notes)
{
    /// <summary>Makes a batch.</summary>
    /// <param name="tokens">The alphabets.</param>
    /// <param name="tunes">At least one tune, each with how far it is transposed.</param>
    public static NoteBatch Of(NoteTokens tokens, params IReadOnlyList<(Tune Tune, int Semitones)> tunes)
    {
        ArgumentNullException.ThrowIfNull(tokens);
        ArgumentNullException.ThrowIfNull(tunes);
        if (tunes.Count == 0) throw new ArgumentException("Expected at least one tune, got none.", nameof(tunes));
        var rows = tunes.Select(one => tokens.Encode(one.Tune, one.Semitones)).ToArray();
        var time = rows.Max(row => row.PitchIds.Length) - 1;
        return new(
            Padded(rows.Select(row => row.PitchIds[..^1]), time, NoteTokens.Edge),
            Padded(rows.Select(row => row.LengthIds[..^1]), time, 0),
            Padded(rows.Select(row => row.PitchIds[1..]), time, NoteTokens.None),
            Padded(rows.Select(row => row.LengthIds[1..]), time, NoteTokens.None),
            rows.Sum(row => row.PitchIds.Length - 2));
    }

    private static torch.Tensor Padded(IEnumerable<long[]> rows, int time, long filling)
    {
        long[][] padded = [.. rows.Select(row => (long[])[.. row, .. Enumerable.Repeat(filling, time - row.Length)])];
        return torch.tensor(padded.SelectMany(row => row).ToArray(), [padded.Length, time]);
    }
}
