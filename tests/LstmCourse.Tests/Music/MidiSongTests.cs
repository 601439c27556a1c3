using LstmCourse.Music;
using LstmCourse.Testing;
using LstmCourse.Tests.Explorer;

namespace LstmCourse.Tests.Music;

public class MidiSongTests
{
    private static readonly Note[] Notes = [Note.Parse("G4:1"), Note.Parse("Bb4:1/2"), Note.Parse("C5:3/2")];

    // By hand from the standard: times as numbers of seven bits a byte (480 is 83 60, 240 is 81 70, 720 is 85 50).
    [Fact]
    public void The_bytes_are_those_of_the_standard()
    {
        const string Header = "4D 54 68 64  00 00 00 06  00 00  00 01  01 E0";                 // MThd, type 0, 1 track, 480 ticks
        const string Tempo = "00 FF 51 03 07 A1 20", Program = "00 C0 28";                      // 500,000 µs a quarter; violin
        const string Song = "00 90 43 60  83 60 80 43 00  00 90 46 60  81 70 80 46 00  00 90 48 60  85 50 80 48 00  00 FF 2F 00";
        var track = Bytes($"{Tempo} {Program} {Song}");

        Assert.Equal(
            [.. Bytes(Header), .. Bytes("4D 54 72 6B"), 0, 0, 0, (byte)track.Length, .. track],
            Written(path => MidiSong.Save(path, Notes, quartersPerMinute: 120, program: 40)));
    }

    // Debian's python3-mido reads what was written.
    [MidoFact]
    public void Mido_reads_the_same_notes()
    {
        const string Script = """
            import mido, sys
            song = mido.MidiFile(sys.argv[1])
            print(song.type, song.ticks_per_beat, len(song.tracks), round(song.length, 3))
            for m in song.tracks[0]:
                print(m.type, *( (m.note, m.time) if m.type in ('note_on', 'note_off') else (m.time,) ))
            """;
        var output = "";
        Written(path =>
        {
            MidiSong.Save(path, Notes, quartersPerMinute: 90);
            output = Tool.Run(MidoFactAttribute.Python, "-c", Script, path);
        });

        // Three quarters at 90 a minute are two seconds.
        Assert.Equal(
            """
            0 480 1 2.0
            set_tempo 0
            program_change 0
            note_on 67 0
            note_off 67 480
            note_on 70 0
            note_off 70 240
            note_on 72 0
            note_off 72 720
            end_of_track 0

            """, output, ignoreLineEndingDifferences: true);
    }

    [Fact]
    public void What_cannot_be_played_is_refused()
    {
        Assert.StartsWith("Expected at least one note, got none.",
            Assert.Throws<ArgumentException>(() => MidiSong.Save("x.mid", [])).Message);
        Assert.StartsWith("Expected pitches between 0 and 127, got 128.",
            Assert.Throws<ArgumentException>(() => MidiSong.Save("x.mid", [new(128, 480)])).Message);
        Assert.Throws<ArgumentOutOfRangeException>(() => MidiSong.Save("x.mid", Notes, quartersPerMinute: 0));
        Assert.False(File.Exists("x.mid"));
    }

    private static byte[] Written(Action<string> save)
    {
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName() + ".mid");
        try
        {
            save(path);
            return File.ReadAllBytes(path);
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static byte[] Bytes(string hex) => Convert.FromHexString(hex.Replace(" ", "", StringComparison.Ordinal));
}

/// <summary>A test that needs Python with mido, and says so where it is not installed.</summary>
internal sealed class MidoFactAttribute : FactAttribute
{
    public static string? Python { get; } = new[] { "/usr/bin/python3", Tool.Find("python3", "python") }.FirstOrDefault(HasMido);

    public MidoFactAttribute()
    {
        if (Python is null && Peers.MayBeMissing) Skip = "needs Python 3 with mido (Debian: python3-mido), which was not found";
    }

    private static bool HasMido(string? python)
    {
        if (python is null || !File.Exists(python)) return false;
        using var process = System.Diagnostics.Process.Start(
            new System.Diagnostics.ProcessStartInfo(python, ["-c", "import mido"]) { RedirectStandardError = true })!;
        process.StandardError.ReadToEnd();
        process.WaitForExit();
        return process.ExitCode == 0;
    }
}
