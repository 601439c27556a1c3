using LstmCourse.Tasks;

namespace LstmCourse.Tests.Tasks;

public class TimingTaskTests
{
    [Fact]
    public void At_each_mark_but_the_first_the_answer_is_the_distance_to_the_mark_before()
    {
        var (tokens, answers) = new TimingTask(length: 25, longestGap: 8).Draw(count: 100, seed: 3);
        Assert.Equal([100, 25], tokens.shape);
        Assert.Equal([100, 25], answers.shape);

        for (var row = 0; row < 100; row++)
        {
            var (marks, asked) = (tokens[row].data<long>().ToArray(), answers[row].data<long>().ToArray());
            var before = -1;
            for (var step = 0; step < 25; step++)
            {
                var expected = marks[step] == 1 && before >= 0 ? step - before - 1 : TimingTask.NotAsked;
                Assert.Equal(expected, asked[step]);
                if (marks[step] == 1) before = step;
            }

            Assert.All(asked.Where(answer => answer != TimingTask.NotAsked), answer => Assert.InRange(answer, 0, 7));
            Assert.Contains(asked, answer => answer != TimingTask.NotAsked);
        }
    }

    [Fact]
    public void The_gap_after_the_first_mark_is_equally_likely_to_be_any()
    {
        // Room for the longest gap wherever the first mark stands, so the first gap is never cut off.
        var (_, answers) = new TimingTask(length: 12, longestGap: 4).Draw(count: 8000, seed: 5);
        var first = Enumerable.Range(0, 8000).Select(row => answers[row].data<long>().First(answer => answer >= 0)).ToArray();

        // 8,000 draws: a share of ¼ has a standard deviation of 0.005.
        for (var gap = 0; gap < 4; gap++) Assert.Equal(0.25, first.Count(answer => answer == gap) / 8000.0, 0.02);
    }

    [Fact]
    public void Every_sequence_asks_something_however_short_it_is()
    {
        var (_, answers) = new TimingTask(length: 10, longestGap: 8).Draw(count: 300, seed: 4);
        for (var row = 0; row < 300; row++) Assert.Contains(answers[row].data<long>(), answer => answer != TimingTask.NotAsked);
    }

    [Fact]
    public void A_seed_gives_the_same_sequences_on_every_machine()
    {
        // SplitMix64 from seed 1 gives 910a2dec89025cc1, beeb8da1658eec67, f893a2eefb32555e, …: times 3 for the first mark and times 3 for
        // each gap, the upper bits are 1, 2 (a gap of 3) and 2 (3 again, beyond the end).
        var task = new TimingTask(length: 7, longestGap: 3);
        var (tokens, answers) = task.Draw(count: 1, seed: 1);
        Assert.Equal("·|··|··", TimingTask.Spell(tokens[0].data<long>()));
        Assert.Equal([-100, -100, -100, -100, 2, -100, -100], answers[0].data<long>());

        Assert.Equal(tokens.data<long>().ToArray(), task.Draw(1, 1).Tokens.data<long>().ToArray());
        Assert.NotEqual(task.Draw(9, 1).Tokens.data<long>().ToArray(), task.Draw(9, 2).Tokens.data<long>().ToArray());
    }

    [Fact]
    public void Dials_that_make_no_sense_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => new TimingTask(length: 8, longestGap: 8));
        Assert.Throws<ArgumentOutOfRangeException>(() => new TimingTask(length: 8, longestGap: 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => new TimingTask(8, 4).Draw(0, 1));
        Assert.Equal("Expected token ids 0 and 1, got 2.", Assert.Throws<ArgumentException>(() => TimingTask.Spell([2])).Message);
    }
}
