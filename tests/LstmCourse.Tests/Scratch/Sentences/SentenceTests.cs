using LstmCourse.Scratch.Sentences;
using LstmCourse.Scratch.Vector;

namespace LstmCourse.Tests.Scratch.Sentences;

public class SentenceTests
{
    private static readonly string[] Countries = ["france", "spain", "italy", "germany"];

    [Fact]
    public void The_first_country_decides_and_the_last_one_is_never_home()
    {
        foreach (var sentence in MemorySentences.Generate(300, 8, 40, seed: 1))
        {
            var countries = sentence.Words.Where(Countries.Contains).ToArray();
            Assert.Equal(Array.IndexOf(Countries, countries[0]), sentence.Answer);
            Assert.NotEqual(countries[0], countries[^1]);
            Assert.Equal(sentence.Words.Length - 1 - Array.IndexOf(sentence.Words, countries[0]), sentence.Distance);
            Assert.Equal("speaks", sentence.Words[^2]);
            Assert.InRange(sentence.Distance, 8, 47);
        }
    }

    [Fact]
    public void Tokens_are_the_words_places_in_the_vocabulary()
    {
        var sentence = MemorySentences.Generate(1, 30, 30, seed: 3)[0];
        Assert.Equal(sentence.Words, sentence.Tokens.Select(token => MemorySentences.Vocabulary[token]));
        Assert.Equal(MemorySentences.Vocabulary, MemorySentences.Vocabulary.Distinct());
        Assert.EndsWith($"fluent [{MemorySentences.Languages[sentence.Answer]}]", sentence.ToString());
    }

    [Fact]
    public void The_same_seed_writes_the_same_sentences()
    {
        var first = MemorySentences.Generate(20, 8, 30, seed: 9).Select(s => s.ToString());
        Assert.Equal(first, MemorySentences.Generate(20, 8, 30, seed: 9).Select(s => s.ToString()));
        Assert.NotEqual(first, MemorySentences.Generate(20, 8, 30, seed: 10).Select(s => s.ToString()));
    }

    [Fact]
    public void Adam_takes_the_steps_that_PyTorch_takes()
    {
        var parameter = new Parameter("p", 2, 1);
        (parameter.Values[0], parameter.Values[1]) = (1, -2);
        var adam = new Adam([parameter], learningRate: 0.1);
        for (var step = 0; step < 3; step++)
        {
            parameter.Gradient[0] = 2 * parameter.Values[0];
            parameter.Gradient[1] = 6 * parameter.Values[1];
            adam.Step();
        }

        Assert.Equal(0.7015862729460302, parameter.Values[0], 13);
        Assert.Equal(-1.7006233915360325, parameter.Values[1], 13);
        Assert.Equal([0, 0], parameter.Gradient);
    }

    [Theory]
    [InlineData("rnn")]
    [InlineData("lstm")]
    [InlineData("bag")]
    public void Gradients_of_a_sentence_agree_with_finite_differences(string kind)
    {
        var words = MemorySentences.Vocabulary.Count;
        ISentenceModel model = kind switch
        {
            "rnn" => new SentenceReader(new VectorRnn(2, 3, seed: 1), words, 4, seed: 2),
            "lstm" => new SentenceReader(new VectorLstm(2, 3, seed: 1), words, 4, seed: 2),
            _ => new BagOfWords(words, 4),
        };
        var sentence = MemorySentences.Generate(1, 8, 8, seed: 4)[0];
        double Loss() => -Math.Log(model.Predict(sentence.Tokens)[sentence.Answer]);

        Assert.Equal(Loss(), model.Learn(sentence.Tokens, sentence.Answer, weight: 0.25), 14);

        foreach (var parameter in model.Parameters)
        {
            for (var k = 0; k < parameter.Values.Length; k++)
            {
                Assert.Equal(0.25 * FiniteDifference.Of(Loss, parameter.Values, k), parameter.Gradient[k], 1e-8);
            }
        }
    }

    [Fact]
    public void Training_an_LSTM_beats_chance_on_sentences_it_has_not_seen()
    {
        var train = MemorySentences.Generate(300, 8, 14, seed: 1);
        var model = new SentenceReader(new VectorLstm(8, 16, seed: 1), MemorySentences.Vocabulary.Count, 4, seed: 2);
        var adam = new Adam(model.Parameters, 0.01);
        var random = new Random(3);

        var first = SentenceTraining.Epoch(model, adam, train, random);
        var last = first;
        for (var epoch = 0; epoch < 14; epoch++) last = SentenceTraining.Epoch(model, adam, train, random);

        Assert.True(last < first / 4, $"the loss went from {first:F3} to {last:F3}");
        Assert.InRange(SentenceTraining.Accuracy(model, MemorySentences.Generate(200, 8, 14, seed: 5)), 0.9, 1.0);
    }
}
