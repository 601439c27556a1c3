using System.Security.Cryptography;
using LstmCourse.Models;
using LstmCourse.Training;
using static TorchSharp.torch;

namespace LstmCourse.Cli.Tests.Training;

/// <summary>The program that <see cref="KilledTrainingTests"/> starts and kills: a training that writes a checkpoint after every epoch.</summary>
internal static class InterruptibleTraining
{
    public const string Verb = "train-with-checkpoint";

    public const int Epochs = 300;

    private const int Vocabulary = 60;

    /// <summary>Trains, prints a line for every epoch, and the hash of the weights in the end.</summary>
    public static void Run(string checkpoint)
    {
        manual_seed(42);
        using var model = new SentimentLstm(new() { VocabularySize = Vocabulary, EmbeddingSize = 12, HiddenSize = 16, Dropout = 0.2 });
        Trainer.Fit(
            SentimentTraining.Task(model, Texts(64), Texts(16)),
            new() { Epochs = Epochs, LearningRate = 5e-3, Schedule = LearningRateSchedule.HalveOnPlateau, WeightDecay = 0.01, CheckpointPath = checkpoint },
            epoch => Console.WriteLine($"epoch {epoch.Epoch}"));

        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var parameter in model.parameters()) sha.AppendData(parameter.bytes);
        Console.WriteLine($"weights {Convert.ToHexString(sha.GetHashAndReset())}");
    }

    private static LabelledTexts Texts(int count)
    {
        var random = new Random(count);
        long[][] texts = [.. Enumerable.Range(0, count).Select(_ =>
            Enumerable.Range(0, random.Next(2, 10)).Select(_ => random.NextInt64(4, Vocabulary)).ToArray())];
        return new LabelledTexts(texts, [.. texts.Select(text => (int)(text[0] % 2))]);
    }
}
