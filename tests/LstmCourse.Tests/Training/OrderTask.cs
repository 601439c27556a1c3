using LstmCourse.Models;
using LstmCourse.Text;
using LstmCourse.Training;
using TorchSharp;

namespace LstmCourse.Tests.Training;

/// <summary>A toy that only order can solve: is word 4 before word 5? Both words are in every text.</summary>
internal static class OrderTask
{
    public static LabelledTexts Train { get; } = Texts(96, 1);

    public static LabelledTexts Validation { get; } = Texts(48, 2);

    public static TrainerOptions Options(int epochs) => new() { Epochs = epochs, LearningRate = 0.02, Seed = 7 };

    public static SentimentLstm Build(int seed = 5, int hidden = 10)
    {
        torch.manual_seed(seed);
        return new SentimentLstm(new SentimentOptions { VocabularySize = 8, EmbeddingSize = 6, HiddenSize = hidden, Dropout = 0.1 });
    }

    public static TrainingTask<int[]> For(SentimentLstm model) => SentimentTraining.Task(model, Train, Validation, batchSize: 16);

    public static float[] Weights(SentimentLstm model) =>
        [.. model.parameters().SelectMany(parameter => parameter.data<float>().ToArray())];

    private static LabelledTexts Texts(int count, int seed)
    {
        var random = new Random(seed);
        var texts = new List<long[]>();
        var labels = new List<int>();
        for (var i = 0; i < count; i++)
        {
            var text = Enumerable.Range(0, random.Next(4, 12)).Select(_ => (long)random.Next(6, 8)).ToList();
            var label = i % 2;
            var first = random.Next(0, text.Count - 1);
            text.Insert(first, label == 1 ? 4 : 5);
            text.Insert(random.Next(first + 1, text.Count), label == 1 ? 5 : 4);
            texts.Add([.. text]);
            labels.Add(label);
        }

        return new LabelledTexts(texts, labels);
    }
}
