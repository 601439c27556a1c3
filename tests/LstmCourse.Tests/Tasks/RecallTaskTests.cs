using LstmCourse.Tasks;
using TorchSharp;

namespace LstmCourse.Tests.Tasks;

public class RecallTaskTests
{
    [Fact]
    public void A_sequence_is_a_symbol_then_distractors_then_the_question()
    {
        var task = new RecallTask(distance: 12, symbols: 3, distractors: 5);
        var (tokens, answers) = task.Draw(count: 50, seed: 7);

        Assert.Equal((13, 9, 8L), (task.Length, task.VocabularySize, task.QuestionId));
        Assert.Equal([50, 13], tokens.shape);
        Assert.Equal([50], answers.shape);
        for (var row = 0; row < 50; row++)
        {
            var sequence = tokens[row].data<long>().ToArray();
            Assert.InRange(sequence[0], 0, 2);
            Assert.All(sequence[1..^1], token => Assert.InRange(token, 3, 7));
            Assert.Equal(8, sequence[^1]);
        }
    }

    [Fact]
    public void The_answer_is_the_symbol_of_the_first_step()
    {
        var (tokens, answers) = new RecallTask(distance: 3).Draw(count: 200, seed: 2);
        Assert.Equal(tokens.select(1, 0).data<long>().ToArray(), answers.data<long>().ToArray());
    }

    [Fact]
    public void At_a_distance_of_one_the_question_follows_at_once()
    {
        var (tokens, _) = new RecallTask(distance: 1).Draw(count: 4, seed: 1);
        Assert.Equal([4, 2], tokens.shape);
        Assert.All(tokens.select(1, 1).data<long>().ToArray(), token => Assert.Equal(12, token));
    }

    [Fact]
    public void Symbols_and_distractors_are_equally_likely_at_every_step()
    {
        var task = new RecallTask(distance: 5, symbols: 4, distractors: 2);
        var (tokens, _) = task.Draw(count: 8000, seed: 11);

        // 8,000 draws: a share of ¼ has a standard deviation of 0.005, one of ½ of 0.0056.
        for (var id = 0; id < 4; id++) Assert.Equal(0.25, Share(0, id), 0.02);
        for (var step = 1; step < 5; step++) Assert.Equal(0.5, Share(step, 4), 0.023);
        Assert.Equal(0.25, task.Chance);

        double Share(int step, long id) => (tokens.select(1, step) == id).to(torch.float64).mean().item<double>();
    }

    [Fact]
    public void A_seed_gives_the_same_sequences_on_every_machine()
    {
        // SplitMix64 from seed 1 gives 910a2dec89025cc1, beeb8da1658eec67, f893a2eefb32555e, 71c18690ee42c90b, …: the upper bits, times
        // 4 for the symbol and times 8 for the distractors, are 2 (C), 5 (f), 7 (h), 3 (d).
        var task = new RecallTask(distance: 4);
        var (tokens, answers) = task.Draw(count: 2, seed: 1);

        Assert.Equal("Cfhd?", task.Spell(tokens[0].data<long>()));
        Assert.Equal(2, answers[0].item<long>());
        Assert.Equal(tokens.data<long>().ToArray(), task.Draw(count: 2, seed: 1).Tokens.data<long>().ToArray());
        Assert.NotEqual(tokens.data<long>().ToArray(), task.Draw(count: 2, seed: 2).Tokens.data<long>().ToArray());
    }

    [Fact]
    public void Numbers_out_of_range_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new RecallTask(distance: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RecallTask(5, symbols: 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RecallTask(5, symbols: 27));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RecallTask(5, distractors: 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => new RecallTask(5).Draw(count: 0, seed: 1));
        Assert.Contains("from 0 to 12, got 13", Assert.Throws<ArgumentException>(() => new RecallTask(5).Spell([13])).Message);
    }
}
