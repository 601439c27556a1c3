using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using TorchSharp;
using TorchSharp.Modules;

namespace LstmCourse.Training;

/// <summary>
/// A training's state in one file: what it was asked for, its epochs, the weights, the best weights, the optimizer's memory, and a
/// SHA-256 of all that. It is written beside and renamed, so whenever the process is killed, a whole file remains.
/// </summary>
internal static class Checkpoint
{
    private static ReadOnlySpan<byte> Magic => "LSTMCKP1"u8;

    public static void Save(string path, torch.nn.Module model, OptimizerHelper optimizer, TrainingProgress progress,
        TrainerOptions options)
    {
        using var body = new MemoryStream();
        using var writer = new BinaryWriter(body, Encoding.UTF8);
        writer.Write(Magic);
        writer.Write(Fingerprint(options));
        writer.Write(JsonSerializer.Serialize(progress.Epochs));
        WriteBlock(writer, Bytes(stream => model.save(stream)));
        WriteBlock(writer, progress.BestWeights);
        WriteBlock(writer, Bytes(stream =>
        {
            using var inner = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
            optimizer.save_state_dict(inner);
        }));
        writer.Flush();
        writer.Write(SHA256.HashData(body.ToArray()));
        writer.Flush();
        AtomicFile.Write(path, stream => body.WriteTo(stream));
    }

    public static TrainingProgress Load(string path, torch.nn.Module model, OptimizerHelper optimizer, TrainerOptions options)
    {
        var bytes = File.ReadAllBytes(path);
        if (bytes.Length < Magic.Length + SHA256.HashSizeInBytes || !bytes.AsSpan().StartsWith(Magic)
            || !SHA256.HashData(bytes.AsSpan(..^SHA256.HashSizeInBytes)).AsSpan().SequenceEqual(bytes.AsSpan(^SHA256.HashSizeInBytes..)))
        {
            throw new InvalidDataException(
                $"{path} is not a whole checkpoint of this course: it was cut off, changed, or is another file. Delete it to train from "
                    + "the start.");
        }

        using var reader = new BinaryReader(new MemoryStream(bytes, Magic.Length, bytes.Length - Magic.Length), Encoding.UTF8);
        var fingerprint = reader.ReadString();
        if (fingerprint != Fingerprint(options))
        {
            throw new InvalidDataException(
                $"{path} belongs to a training with other settings ({fingerprint}; now {Fingerprint(options)}). Delete it, or use "
                    + "another file.");
        }

        var epochs = JsonSerializer.Deserialize<EpochResult[]>(reader.ReadString())!;
        var weights = ReadBlock(reader);
        var progress = new TrainingProgress(options);
        progress.Restore(epochs, ReadBlock(reader));
        using (var stream = new MemoryStream(weights)) LoadWeights(path, model, stream);
        using (var inner = new BinaryReader(new MemoryStream(ReadBlock(reader)), Encoding.UTF8)) optimizer.load_state_dict(inner);
        return progress;
    }

    private static void LoadWeights(string path, torch.nn.Module model, Stream weights)
    {
        var former = Bytes(stream => model.save(stream));
        try
        {
            model.load(weights);
        }
        catch (ArgumentException error)
        {
            // TorchSharp has put the weights before the first that does not fit into the model already.
            model.load(new MemoryStream(former));
            throw new InvalidDataException(
                $"{path} belongs to a model of another shape ({error.Message.Split('\n')[0]}). Delete it, or use another file.", error);
        }
    }

    // What must be the same for a training to go on; the number of epochs may grow, except where the schedule depends on it.
    private static string Fingerprint(TrainerOptions options) => string.Create(System.Globalization.CultureInfo.InvariantCulture,
        $"seed {options.Seed}, rate {options.LearningRate:R}, "
            + $"{options.Schedule}{(options.Schedule == LearningRateSchedule.Cosine ? $" over {options.Epochs}" : "")}, "
            + $"decay {options.WeightDecay:R}, clip {options.ClipNorm:R}, {options.Goal}");

    private static byte[] Bytes(Action<Stream> write)
    {
        using var stream = new MemoryStream();
        write(stream);
        return stream.ToArray();
    }

    private static void WriteBlock(BinaryWriter writer, byte[] block)
    {
        writer.Write(block.Length);
        writer.Write(block);
    }

    private static byte[] ReadBlock(BinaryReader reader) => reader.ReadBytes(reader.ReadInt32());
}
