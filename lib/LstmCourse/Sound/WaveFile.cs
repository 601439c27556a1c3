using NAudio.Wave;

namespace LstmCourse.Sound;

/// <summary>Sound of one channel as a WAV file.</summary>
public static class WaveFile
{
    /// <summary>The bytes of a WAV file.</summary>
    /// <param name="samples">Samples between −1 and 1; what lies beyond is cut off.</param>
    /// <param name="sampleRate">Samples in a second.</param>
    /// <param name="bits">8, small and a little noisy, or 16.</param>
    /// <exception cref="ArgumentException">There are no samples, or one is no number.</exception>
    public static byte[] ToBytes(IReadOnlyList<float> samples, int sampleRate = 8000, int bits = 16)
    {
        ArgumentNullException.ThrowIfNull(samples);
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(sampleRate);
        if (bits is not (8 or 16)) throw new ArgumentOutOfRangeException(nameof(bits), bits, "Expected 8 or 16 bits.");
        if (samples.Count == 0) throw new ArgumentException("Expected samples, got none.", nameof(samples));
        if (samples.Any(float.IsNaN)) throw new ArgumentException("Expected samples between -1 and 1, got NaN.", nameof(samples));

        using var stream = new MemoryStream();
        using (var writer = new WaveFileWriter(stream, new WaveFormat(sampleRate, bits, channels: 1)))
        {
            foreach (var sample in samples)
            {
                var value = Math.Clamp(sample, -1f, 1f);

                // By convention 8-bit samples have no sign, and silence is 128; those of 16 bits have one.
                if (bits == 8) writer.WriteByte((byte)Math.Round(128 + 127 * value));
                else writer.Write(BitConverter.GetBytes((short)Math.Round(32767 * value)), 0, 2);
            }
        }

        return stream.ToArray();
    }

    /// <summary>Writes a WAV file.</summary>
    /// <param name="path">Where.</param>
    /// <param name="samples">Samples between −1 and 1.</param>
    /// <param name="sampleRate">Samples in a second.</param>
    /// <param name="bits">8 or 16.</param>
    public static void Save(string path, IReadOnlyList<float> samples, int sampleRate = 8000, int bits = 16) =>
        File.WriteAllBytes(path, ToBytes(samples, sampleRate, bits));
}
