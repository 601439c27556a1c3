using LstmCourse.Data;

namespace LstmCourse.Series.Simulation;

/// <summary>
/// The event log of a small plant. A session is one run of a recipe:
/// <code>
/// session   begin-A fill heat stir drain end   |   begin-B fill stir heat drain end   |   begin-C heat fill drain stir end
/// fill      valve-open  readings valve-close
/// heat      heater-on   readings heater-off
/// stir      motor-on    readings motor-off
/// drain     drain-open  readings drain-close
/// readings  2 to 5 of: check (6 in 10), log (3 in 10), wait (1 in 10)
/// </code>
/// Before any event but the first an operator may leave a <c>note</c> (1 in 100): rare, and normal. Which step comes next, the recipe says,
/// and it was named at the beginning.
/// </summary>
public static class EventLog
{
    private static readonly string[] Steps = ["fill", "heat", "stir", "drain"];
    private static readonly Dictionary<string, (string On, string Off)> Switches = new()
    {
        ["fill"] = ("valve-open", "valve-close"),
        ["heat"] = ("heater-on", "heater-off"),
        ["stir"] = ("motor-on", "motor-off"),
        ["drain"] = ("drain-open", "drain-close"),
    };
    private static readonly (string Name, string[] Steps)[] Recipes =
    [
        ("A", ["fill", "heat", "stir", "drain"]), ("B", ["fill", "stir", "heat", "drain"]), ("C", ["heat", "fill", "drain", "stir"]),
    ];

    /// <summary>Sessions in which nothing is wrong.</summary>
    /// <param name="count">How many, at least 1.</param>
    /// <param name="seed">Where the random numbers begin.</param>
    public static LogSession[] Normal(int count, int seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(count, 1);
        var random = new SeededRandom((ulong)seed);
        return [.. Enumerable.Range(0, count).Select(_ =>
        {
            var (name, steps) = random.Pick(Recipes);
            return new LogSession(Flat(name, [.. steps.Select(step => Written(step, random))], random).Events);
        })];
    }

    /// <summary>Sessions with one fault each.</summary>
    /// <param name="each">How many of each of the four kinds, at least 1; the kinds take turns.</param>
    /// <param name="seed">Where the random numbers begin; take another one than for the sessions to learn from.</param>
    public static LogSession[] WithFaults(int each, int seed)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(each, 1);
        var random = new SeededRandom((ulong)seed);
        var kinds = Enum.GetValues<LogFault>();
        return [.. Enumerable.Range(0, each * kinds.Length).Select(i => Faulty(kinds[i % kinds.Length], random))];
    }

    private static LogSession Faulty(LogFault fault, SeededRandom random)
    {
        var (name, steps) = random.Pick(Recipes);
        List<string[]> written = [.. steps.Select(step => Written(step, random))];
        var at = random.Next(fault == LogFault.Swapped ? steps.Length - 1 : steps.Length);
        var wrong = at;                                                 // the step in which the first wrong event stands …
        var inside = 0;                                                 // … and that event's place in it
        switch (fault)
        {
            case LogFault.Missing:
                written.RemoveAt(at);
                break;
            case LogFault.Swapped:
                (written[at], written[at + 1]) = (written[at + 1], written[at]);
                break;
            case LogFault.Repeated:
                written.Insert(at + 1, Written(steps[at], random));
                wrong = at + 1;
                break;
            default:
                var (on, off) = Switches[random.Pick([.. Steps.Where(step => step != steps[at])])];
                inside = random.Between(1, written[at].Length - 1);
                written[at] = [.. written[at][..inside], random.Chance(0.5) ? on : off, .. written[at][inside..]];
                break;
        }

        var (events, places) = Flat(name, written, random);
        return new(events, fault, places[wrong][inside]);
    }

    private static string[] Written(string step, SeededRandom random)
    {
        var (on, off) = Switches[step];
        var readings = Enumerable.Range(0, random.Between(2, 5)).Select(_ => random.Next(10) switch
        {
            < 6 => "check",
            < 9 => "log",
            _ => "wait",
        });
        return [on, .. readings, off];
    }

    // The session in one line, and for each step the place of each of its events; the end of the session counts as one more step.
    private static (string[] Events, List<int[]> Places) Flat(string recipe, List<string[]> steps, SeededRandom random)
    {
        List<string> events = [$"begin-{recipe}"];
        List<int[]> places = [];
        foreach (var step in steps.Append(["end"]))
        {
            var here = new int[step.Length];
            for (var i = 0; i < step.Length; i++)
            {
                if (random.Chance(0.01)) events.Add("note");
                here[i] = events.Count;
                events.Add(step[i]);
            }

            places.Add(here);
        }

        return ([.. events], places);
    }
}
