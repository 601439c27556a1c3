using System.Globalization;
using System.Net;
using LstmCourse.Display;

namespace LstmCourse.Sound;

/// <summary>
/// Sound with a button to play it, as a cell's last expression. The sound is stored in the page itself, 8 bits a sample, so keep it short:
/// ten seconds of 8,000 samples are about 107 kB.
/// </summary>
[TypeFormatterSource(typeof(Formatters), PreferredMimeTypes = [MimeTypes.Html, MimeTypes.Text])]
public sealed class AudioPlayer
{
    // A page with more than this is slow to open and to store.
    private const int MostSeconds = 60;

    private readonly byte[] _wave;
    private readonly double _seconds;

    /// <summary>Makes a player.</summary>
    /// <param name="samples">Samples between −1 and 1, at most a minute of them.</param>
    /// <param name="sampleRate">Samples in a second.</param>
    /// <param name="title">What is heard.</param>
    /// <exception cref="ArgumentException">There are no samples, or more than a minute of them.</exception>
    public AudioPlayer(IReadOnlyList<float> samples, int sampleRate = 8000, string title = "sound")
    {
        _wave = WaveFile.ToBytes(samples, sampleRate, bits: 8);
        _seconds = samples.Count / (double)sampleRate;
        Title = title ?? throw new ArgumentNullException(nameof(title));
        if (_seconds > MostSeconds)
        {
            throw new ArgumentException(
                string.Create(CultureInfo.InvariantCulture, $"Expected at most {MostSeconds} seconds, got {_seconds:F0}: the sound is ")
                    + "stored in the page. Take a part, or write it to a file.", nameof(samples));
        }
    }

    /// <summary>What is heard.</summary>
    public string Title { get; }

    /// <summary>What the sound takes of the page, in bytes.</summary>
    public int PageBytes => (_wave.Length + 2) / 3 * 4;

    /// <summary>The title, how long it plays, and what it takes of the page.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Title}: {_seconds:F1} s of sound, {PageBytes / 1000.0:F0} kB of this page");

    internal string ToHtml() => $"""
        <figure style="margin:0">
        <figcaption>{WebUtility.HtmlEncode(ToString())}</figcaption>
        <audio controls preload="metadata" src="data:audio/wav;base64,{Convert.ToBase64String(_wave)}"></audio>
        </figure>
        """.ReplaceLineEndings("\n");

    private sealed class Formatters : IFormatterSource
    {
        public IEnumerable<object> CreateTypeFormatters() =>
        [
            new MimeFormatter<AudioPlayer>(MimeTypes.Html, player => player.ToHtml()),
            new MimeFormatter<AudioPlayer>(MimeTypes.Text, player => player.ToString()),
        ];
    }
}
