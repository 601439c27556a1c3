using LstmCourse.Speech;
using LstmCourse.Testing;

namespace LstmCourse.Tests.Speech;

public sealed class DigitCorpusTests : IDisposable
{
    private static readonly DigitCorpus Corpus = DigitCorpus.Load();

    private readonly string _folder = Directory.CreateTempSubdirectory("digits").FullName;

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public void Each_voice_says_ten_digits_at_three_speeds()
    {
        SpokenDigit[] all = [.. Corpus.Train, .. Corpus.Validation, .. Corpus.Test];
        Assert.All(all.GroupBy(clip => clip.Voice), voice => Assert.Equal(
            from speed in new[] { 150, 190, 240 } from digit in Enumerable.Range(0, 10) select (speed, digit),
            voice.Select(clip => (clip.Speed, clip.Digit))));
        Assert.Equal((600, 150, 180), (Corpus.Train.Count, Corpus.Validation.Count, Corpus.Test.Count));
        Assert.All(all, clip => Assert.InRange(clip.Seconds, 0.1, 1));
        Assert.All(all, clip => Assert.InRange(clip.Samples.Max(Math.Abs), 0.05, 1));
    }

    // The part after the plus says whose throat it is.
    [Fact]
    public void No_voice_and_no_throat_is_in_two_parts()
    {
        var throats = new[] { Corpus.Train, Corpus.Validation, Corpus.Test }
            .Select(part => part.Select(clip => clip.Voice.Split('+')[1]).ToHashSet()).ToArray();
        Assert.Equal(throats.Sum(part => part.Count), throats.SelectMany(part => part).Distinct().Count());
    }

    // Decoded by sox: trim 44885s 8s, 16 bits.
    [Fact]
    public void The_samples_are_those_that_sox_decodes()
    {
        var three = Corpus.Train.Single(clip => clip is { Voice: "en-gb+f2", Speed: 190, Digit: 3 });
        Assert.Equal(2404, three.Samples.Length);
        Assert.Equal([924, 1308, 1052, 164, -396, -64, 716, 1244], three.Samples[800..808].Select(sample => (int)(sample * 32768)));
    }

    [Theory]
    [InlineData("voice,digit", "", "index.csv: expected the heading voice,part,speed,digit,start,length; got voice,digit.")]
    [InlineData(null, "en-gb+f2,train,150,3", "line 2: expected six columns")]
    [InlineData(null, "en-gb+f2,learn,150,3,0,100", "line 2: expected the part train, validation, test; got \"learn\".")]
    [InlineData(null, "en-gb+f2,train,fast,3,0,100", "line 2: expected a whole number of zero or above; got \"fast\".")]
    [InlineData(null, "en-gb+f2,train,150,11,0,100", "line 2: expected a digit from 0 to 9; got 11.")]
    [InlineData(null, "en-gb+f2,train,150,3,90000,90000", "line 2: expected at least one sample within the ")]
    [InlineData(null, "broken,train,150,3,0,100", "broken.wav: expected a WAV file;")]
    public void A_folder_that_is_not_right_is_refused_in_one_line(string? heading, string row, string message)
    {
        File.Copy(Repository.PathOf("data/digits/en-gb+f2.wav"), Path.Combine(_folder, "en-gb+f2.wav"));
        File.WriteAllText(Path.Combine(_folder, "broken.wav"), "no sound at all, but more than a few bytes of text");
        File.WriteAllText(Path.Combine(_folder, "index.csv"), (heading ?? "voice,part,speed,digit,start,length") + "\n" + row + "\n");
        var refused = Assert.Throws<InvalidDataException>(() => DigitCorpus.Load(_folder));
        Assert.Contains(message, refused.Message, StringComparison.Ordinal);
        Assert.DoesNotContain('\n', refused.Message);
    }
}
