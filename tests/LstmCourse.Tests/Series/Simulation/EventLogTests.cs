using System.Text.RegularExpressions;
using LstmCourse.Series.Simulation;

namespace LstmCourse.Tests.Series.Simulation;

public sealed class EventLogTests
{
    // The grammar once more, as a regular expression, without the operators' notes.
    private const string Readings = "((check|log|wait) ){2,5}";
    private const string Fill = $"valve-open {Readings}valve-close ";
    private const string Heat = $"heater-on {Readings}heater-off ";
    private const string Stir = $"motor-on {Readings}motor-off ";
    private const string Drain = $"drain-open {Readings}drain-close ";
    private static readonly Regex Grammar = new(
        $"^(begin-A {Fill}{Heat}{Stir}{Drain}|begin-B {Fill}{Stir}{Heat}{Drain}|begin-C {Heat}{Fill}{Drain}{Stir})end$");

    private static readonly LogSession[] Normal = EventLog.Normal(1000, 1);
    private static readonly LogSession[] Faulty = EventLog.WithFaults(200, 2);

    [Fact]
    public void A_normal_session_follows_the_grammar()
    {
        Assert.All(Normal, session => Assert.Matches(Grammar, Written(session.Events)));
        Assert.All(Normal, session => Assert.Null(session.Fault ?? (object?)session.FaultAt));
    }

    [Fact]
    public void A_faulty_session_does_not()
    {
        Assert.All(Faulty, session => Assert.DoesNotMatch(Grammar, Written(session.Events)));
        Assert.All(Enum.GetValues<LogFault>(), kind => Assert.Equal(200, Faulty.Count(session => session.Fault == kind)));
    }

    [Fact]
    public void Up_to_the_fault_a_session_can_still_become_normal_and_with_it_no_more()
    {
        // 768 ways to go through a recipe, if one reading counts as another: in 10,000 sessions each is there.
        var beginnings = EventLog.Normal(10_000, 3).SelectMany(session => Enumerable.Range(1, session.Events.Count)
            .Select(end => Shape(session.Events, end))).ToHashSet();
        Assert.All(Faulty, session =>
        {
            Assert.Contains(Shape(session.Events, session.FaultAt!.Value), beginnings);
            Assert.DoesNotContain(Shape(session.Events, session.FaultAt!.Value + 1), beginnings);
        });

        static string Shape(IReadOnlyList<string> events, int end) =>
            Regex.Replace(Written([.. events.Take(end)]), "check|log|wait", "reading");
    }

    [Fact]
    public void Notes_are_rare_and_the_same_seed_gives_the_same_log()
    {
        var events = Normal.SelectMany(session => session.Events).ToArray();
        Assert.InRange(events.Count(name => name == "note") / (double)events.Length, 0.008, 0.012);
        var readings = events.Count(name => name is "check" or "log" or "wait");
        Assert.InRange(events.Count(name => name == "check") / (double)readings, 0.58, 0.62);
        Assert.Equal(Normal.SelectMany(session => session.Events), EventLog.Normal(1000, 1).SelectMany(session => session.Events));
        Assert.NotEqual(Normal.SelectMany(session => session.Events), EventLog.Normal(1000, 2).SelectMany(session => session.Events));
    }

    [Fact]
    public void No_sessions_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => EventLog.Normal(0, 1));
        Assert.Throws<ArgumentOutOfRangeException>(() => EventLog.WithFaults(0, 1));
    }

    private static string Written(IReadOnlyList<string> events) => string.Join(' ', events.Where(name => name != "note"));
}
