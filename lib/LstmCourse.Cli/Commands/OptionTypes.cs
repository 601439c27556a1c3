using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;

namespace LstmCourse.Cli.Commands;

/// <summary>Options whose values have a range, with messages that say so.</summary>
internal static class OptionTypes
{
    private const double AWeek = 7 * 24 * 3600;

    /// <summary>A time in seconds, more than 0.</summary>
    public static Option<double> Seconds(string name, string description, double value) => new(name)
    {
        Description = description,
        HelpName = "SECONDS",
        DefaultValueFactory = _ => value,
        CustomParser = result => double.TryParse(TextOf(result), NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds)
            && seconds > 0 && seconds <= AWeek
            ? seconds
            : Refuse<double>(result, $"Expected a number of seconds above 0 for {name}, got '{TextOf(result)}'."),
    };

    /// <summary>A whole number from 1.</summary>
    public static Option<int> Count(string name, string description, int value) => new(name)
    {
        Description = description,
        HelpName = "N",
        DefaultValueFactory = _ => value,
        CustomParser = result => int.TryParse(TextOf(result), NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count > 0
            ? count
            : Refuse<int>(result, $"Expected a whole number from 1 for {name}, got '{TextOf(result)}'."),
    };

    /// <summary>A whole number from 0, which is the default.</summary>
    public static Option<int> CountFromZero(string name, string description) => new(name)
    {
        Description = description,
        HelpName = "N",
        DefaultValueFactory = _ => 0,
        CustomParser = result => int.TryParse(TextOf(result), NumberStyles.None, CultureInfo.InvariantCulture, out var count)
            ? count
            : Refuse<int>(result, $"Expected a whole number from 0 for {name}, got '{TextOf(result)}'."),
    };

    private static string TextOf(ArgumentResult result) => result.Tokens.Count == 1 ? result.Tokens[0].Value : "";

    private static T Refuse<T>(ArgumentResult result, string message)
        where T : struct
    {
        result.AddError(message);
        return default;
    }
}
