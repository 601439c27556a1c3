using LstmCourse.Notebooks.Jupyter.Zmtp;

namespace LstmCourse.Notebooks.Tests.Jupyter.Zmtp;

/// <summary>
/// Whatever bytes come in, the reader gives frames or refuses, by the exceptions that close one connection, and takes no more memory than
/// what has come in accounts for. The inputs are drawn from a fixed seed: sound streams, sound ones with bytes changed, and noise.
/// </summary>
public sealed class ZmtpFuzzTests
{
    private static readonly int Inputs = FuzzInputs.OrUsual(800_000), Handshakes = FuzzInputs.OrUsual(80_000);

    private static readonly ZmtpLimits Limits = new() { MessageBytes = 4096, CommandBytes = 512 };

    [Fact]
    public void Frames_of_any_bytes_are_read_or_refused()
    {
        var random = new Random(1);
        var bytes = new byte[600];
        var (read, refused) = (0, 0);
        var allocatedBefore = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < Inputs; i++)
        {
            using var stream = new MemoryStream(bytes, 0, Fill(random, bytes), writable: false);
            try
            {
                while (ZmtpFrame.Read(stream, Limits) is { } frame)
                {
                    read++;
                    if (frame.IsCommand) _ = ZmtpCommand.Parse(frame.Body).ReadProperties();
                }
            }
            catch (IOException)
            {
                refused++;
            }
        }

        // Sound ones and unsound ones must both be among the inputs, or nothing was tested.
        Assert.InRange(read, Inputs / 4, int.MaxValue);
        Assert.InRange(refused, Inputs / 20, Inputs);
        Assert.InRange((GC.GetAllocatedBytesForCurrentThread() - allocatedBefore) / Inputs, 0, 8 * 1024);
    }

    [Fact]
    public void An_announced_length_takes_no_memory_before_its_bytes_are_there()
    {
        var random = new Random(2);
        var largest = new ZmtpLimits();
        for (var i = 0; i < 2000; i++)
        {
            byte[] bytes = [2, 0, 0, 0, 0, (byte)random.Next(0, 16), .. new byte[3], .. new byte[random.Next(100)]];
            using var stream = new MemoryStream(bytes, writable: false);
            var before = GC.GetAllocatedBytesForCurrentThread();
            try
            {
                ZmtpFrame.Read(stream, largest);
            }
            catch (IOException)
            {
                // The bytes that were announced never come.
            }

            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 200_000);
        }
    }

    [Fact]
    public void A_handshake_of_any_bytes_succeeds_or_is_refused()
    {
        var random = new Random(3);
        byte[] sound = [.. ZmtpHandshake.Greeting(), .. RawPeer.Frame(4, ZmtpCommand.Ready(ZmtpSocketType.Dealer, "me"u8).ToBody())];
        var (shaken, refused) = (0, 0);
        for (var i = 0; i < Handshakes; i++)
        {
            var bytes = Change(random, sound, random.Next(3));
            using var stream = new MemoryStream(bytes, writable: false);
            try
            {
                ZmtpHandshake.Perform(stream, Stream.Null, ZmtpSocketType.Router, [], Limits);
                shaken++;
            }
            catch (IOException)
            {
                refused++;
            }
        }

        Assert.InRange(shaken, Handshakes / 10, Handshakes);
        Assert.InRange(refused, Handshakes / 10, Handshakes);
    }

    // A stream of a few frames, sometimes damaged, sometimes noise from the start; the answer is its length.
    private static int Fill(Random random, byte[] bytes)
    {
        var kind = random.Next(16);
        if (kind == 0)
        {
            var length = random.Next(bytes.Length);
            random.NextBytes(bytes.AsSpan(0, length));
            return length;
        }

        using var stream = new MemoryStream(bytes);
        for (var frames = random.Next(1, 4); frames > 0; frames--)
        {
            var isCommand = random.Next(4) == 0;
            if (isCommand)
            {
                ZmtpFrame.Write(stream, ZmtpCommand.Ready((ZmtpSocketType)random.Next(6), bytes.AsSpan(0, random.Next(20))).ToBody(),
                    command: true);
            }
            else
            {
                ZmtpFrame.Write(stream, new byte[random.Next(10) == 0 ? random.Next(256, 300) : random.Next(20)],
                    more: random.Next(2) == 0);
            }

            if (stream.Position > 250) break;
        }

        var end = (int)stream.Position;
        if (kind > 2) return end;
        for (var changes = random.Next(1, 5); changes > 0; changes--) bytes[random.Next(end)] = (byte)random.Next(256);
        return random.Next(2) == 0 ? end : random.Next(end + 1);
    }

    private static byte[] Change(Random random, byte[] sound, int changes)
    {
        var bytes = sound.ToArray();
        for (; changes > 0; changes--) bytes[random.Next(bytes.Length)] ^= (byte)(1 << random.Next(8));
        return random.Next(8) == 0 ? bytes[..random.Next(bytes.Length)] : bytes;
    }
}
