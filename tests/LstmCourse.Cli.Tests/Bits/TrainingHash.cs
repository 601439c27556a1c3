using System.Globalization;
using System.Security.Cryptography;
using LstmCourse.Cli.Tests.Training;
using LstmCourse.Models;
using LstmCourse.Training;
using static TorchSharp.torch;

namespace LstmCourse.Cli.Tests.Bits;

/// <summary>
/// The program that <see cref="SameBitsTests"/> starts in child processes: the test assembly itself, run as an application. The width of
/// vectors is fixed when a process begins, so every width needs one.
/// </summary>
internal static class TrainingHash
{
    private const int Vocabulary = 150;
    private const int Batch = 32;
    private const int BatchesPerEpoch = 10;

    /// <summary>
    /// Trains every model with each number of threads named, and prints <c>model threads hash</c>; or runs <see cref="InterruptibleTraining"/>.
    /// </summary>
    public static void Main(string[] arguments)
    {
        if (arguments is [InterruptibleTraining.Verb, var checkpoint])
        {
            InterruptibleTraining.Run(checkpoint);
            return;
        }

        foreach (var threads in arguments.Select(count => int.Parse(count, CultureInfo.InvariantCulture)))
        {
            set_num_threads(threads);
            Print("sentiment", threads, Sentiment(epochs: 5, new() { VocabularySize = Vocabulary, Dropout = 0.2, Readout = Readout.Max }));
            Print("packed", threads, Sentiment(epochs: 1, new() { VocabularySize = Vocabulary, EmbeddingSize = 19, HiddenSize = 37, Readout = Readout.Last }));
            Print("stacked", threads, Stacked());
            Print("next word", threads, NextWord());
        }
    }

    private static SentimentLstm Sentiment(int epochs, SentimentOptions options)
    {
        manual_seed(42);
        var model = new SentimentLstm(options);
        Fit(SentimentTraining.Task(model, Texts(BatchesPerEpoch * Batch), Texts(48), Batch), epochs);
        return model;
    }

    private static StackedSentimentLstm Stacked()
    {
        manual_seed(42);
        var model = new StackedSentimentLstm(Vocabulary, embeddingSize: 33, firstHidden: 40, secondHidden: 21);
        Fit(SentimentTraining.Task(model, Texts(5 * Batch), Texts(48), Batch), epochs: 1);
        return model;
    }

    private static NextWordLstm NextWord()
    {
        manual_seed(42);
        var model = new NextWordLstm(Vocabulary, 20, 45);
        Fit(NextWordTraining.Task(model, Texts(40).Texts, Texts(10).Texts), epochs: 1);
        return model;
    }

    private static void Fit(TrainingTask<int[]> task, int epochs) =>
        Trainer.Fit(task, new() { Epochs = epochs, LearningRate = 5e-3, Schedule = LearningRateSchedule.Cosine }, _ => { });

    /// <summary>Texts of 1 to 14 words; a label says whether the first word has an even number.</summary>
    private static LabelledTexts Texts(int count)
    {
        var random = new Random(count);
        long[][] texts = [.. Enumerable.Range(0, count).Select(_ =>
            Enumerable.Range(0, random.Next(1, 15)).Select(_ => random.NextInt64(4, Vocabulary)).ToArray())];
        return new LabelledTexts(texts, [.. texts.Select(text => (int)(text[0] % 2))]);
    }

    private static void Print(string model, int threads, nn.Module trained)
    {
        using var sha = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var parameter in trained.parameters()) sha.AppendData(parameter.bytes);
        trained.Dispose();
        Console.WriteLine($"{model} {threads} {Convert.ToHexString(sha.GetHashAndReset())}");
    }
}
