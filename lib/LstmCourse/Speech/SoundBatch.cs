using static TorchSharp.torch;

namespace LstmCourse.Speech;

/// <summary>
/// A batch of sounds as a recurrent network reads it: filled on the right with zeros to one length, and how long each really is. Its
/// tensors belong to the dispose scope that is open when it is made.
/// </summary>
public sealed class SoundBatch
{
    // About the deviation of log-mel energies less their means.
    private const float Scale = 2.5f;

    private SoundBatch(Tensor sounds, Tensor lengths) => (Sounds, Lengths) = (sounds, lengths);

    /// <summary>The features divided by 2.5, which makes their deviation about 1; shape (batch, step, feature).</summary>
    public Tensor Sounds { get; }

    /// <summary>The number of steps of each sound, shape (batch), Int64.</summary>
    public Tensor Lengths { get; }

    /// <summary>Brings sounds to the length of the longest.</summary>
    /// <param name="sounds">For each sound (step, feature), such as <see cref="LogMel.Stack"/> makes them; at least one, none
    /// empty.</param>
    /// <exception cref="ArgumentException">There are no sounds, one is empty, or the numbers of features differ.</exception>
    public static SoundBatch Of(IEnumerable<float[][]> sounds)
    {
        ArgumentNullException.ThrowIfNull(sounds);
        var all = sounds.ToArray();
        if (all.Length == 0) throw new ArgumentException("Expected at least one sound; got none.", nameof(sounds));
        if (all.Any(sound => sound.Length == 0))
            throw new ArgumentException("Expected at least one step in each sound; got none.", nameof(sounds));
        var (steps, features) = (all.Max(sound => sound.Length), all[0][0].Length);
        var values = new float[all.Length * steps * features];
        for (var i = 0; i < all.Length; i++)
        {
            for (var t = 0; t < all[i].Length; t++)
            {
                var step = all[i][t];
                if (step.Length != features)
                {
                    throw new ArgumentException(
                        $"Expected {features} features at each step; sound {i} has {step.Length} at step {t}.", nameof(sounds));
                }

                for (var k = 0; k < features; k++) values[((i * steps) + t) * features + k] = step[k] / Scale;
            }
        }

        return new(tensor(values, [all.Length, steps, features]), tensor(all.Select(sound => (long)sound.Length).ToArray()));
    }
}
