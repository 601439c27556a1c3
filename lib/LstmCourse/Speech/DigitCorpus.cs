using System.Globalization;
using LstmCourse.Data;
using NAudio.Codecs;
using NAudio.Wave;

namespace LstmCourse.Speech;

/// <summary>
/// The spoken digits that ship with the course (<c>data/digits</c>, described in <c>data/README.md</c>): whole voices are held out, so that
/// nobody who is heard in the test part was heard in training.
/// </summary>
public sealed class DigitCorpus
{
    /// <summary>Samples a second.</summary>
    public const int SampleRate = 8000;

    private const string Heading = "voice,part,speed,digit,start,length";

    private static readonly string[] Parts = ["train", "validation", "test"];

    private readonly Dictionary<string, List<SpokenDigit>> _parts = Parts.ToDictionary(part => part, _ => new List<SpokenDigit>());

    private DigitCorpus()
    {
    }

    /// <summary>To learn from.</summary>
    public IReadOnlyList<SpokenDigit> Train => _parts["train"];

    /// <summary>To choose by.</summary>
    public IReadOnlyList<SpokenDigit> Validation => _parts["validation"];

    /// <summary>To judge by.</summary>
    public IReadOnlyList<SpokenDigit> Test => _parts["test"];

    /// <summary>The course's own recordings.</summary>
    public static DigitCorpus Load() => Load(Path.GetDirectoryName(CourseData.PathOf("digits/index.csv"))!);

    /// <summary>A folder of the same kind: one 8 kHz mu-law WAV file for each voice, and <c>index.csv</c>.</summary>
    /// <param name="folder">Where the files lie.</param>
    /// <exception cref="FileNotFoundException">The index or a voice's file is missing.</exception>
    /// <exception cref="InvalidDataException">A file is not what the index says: the message names file, line and what to mend.</exception>
    public static DigitCorpus Load(string folder)
    {
        ArgumentNullException.ThrowIfNull(folder);
        var index = Path.Combine(folder, "index.csv");
        using var reader = new StreamReader(index);
        if (reader.ReadLine()?.TrimStart('\uFEFF') is var heading && heading != Heading)
            throw new InvalidDataException($"{index}: expected the heading {Heading}; got {heading ?? "an empty file"}.");

        var corpus = new DigitCorpus();
        var voices = new Dictionary<string, float[]>(StringComparer.Ordinal);
        // The heading is line 1.
        for (var line = 2; reader.ReadLine() is { } row; line++)
        {
            if (row.Length > 0) corpus.Add(row, $"{index}, line {line}", folder, voices);
        }

        return corpus;
    }

    private void Add(string row, string where, string folder, Dictionary<string, float[]> voices)
    {
        if (row.Split(',') is not [var voice, var part, .. var numbers] || numbers.Length != 4)
            throw new InvalidDataException($"{where}: expected six columns, {Heading}; got \"{row}\".");
        if (!_parts.TryGetValue(part, out var clips))
            throw new InvalidDataException($"{where}: expected the part {string.Join(", ", Parts)}; got \"{part}\".");
        int Number(int at) => int.TryParse(numbers[at], NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            ? value
            : throw new InvalidDataException($"{where}: expected a whole number of zero or above; got \"{numbers[at]}\".");

        var (speed, digit, start, length) = (Number(0), Number(1), Number(2), Number(3));
        if (digit > 9) throw new InvalidDataException($"{where}: expected a digit from 0 to 9; got {digit}.");
        if (!voices.TryGetValue(voice, out var samples)) voices[voice] = samples = ReadVoice(Path.Combine(folder, voice + ".wav"));
        if (length == 0 || start + length > samples.Length)
        {
            throw new InvalidDataException(
                $"{where}: expected at least one sample within the {samples.Length} of {voice}.wav; got {length} from {start} on.");
        }

        clips.Add(new(voice, speed, digit, samples[start..(start + length)]));
    }

    private static float[] ReadVoice(string path)
    {
        try
        {
            using var file = new WaveFileReader(path);
            var format = file.WaveFormat;
            if (format is not { Encoding: WaveFormatEncoding.MuLaw, SampleRate: SampleRate, Channels: 1 })
            {
                throw new InvalidDataException($"{path}: expected mu-law with one channel and {SampleRate} samples a second; got "
                    + $"{format.Encoding} with {format.Channels} and {format.SampleRate}.");
            }

            var bytes = new byte[file.Length];
            file.ReadExactly(bytes);
            return [.. bytes.Select(value => MuLawDecoder.MuLawToLinearSample(value) / 32768f)];
        }
        catch (FormatException error)
        {
            throw new InvalidDataException($"{path}: expected a WAV file; {error.Message}", error);
        }
    }
}
