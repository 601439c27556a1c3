using System.Collections.Immutable;
using System.Globalization;

namespace LstmCourse.Cli.Running;

/// <summary>
/// The environment in which each of several kernels that run side by side takes its share of the processors. Threads that wait for one
/// another at every step of a sequence, as those of the recurrent layers do, take twice the time when others hold their processors.
/// </summary>
internal static class ProcessorShare
{
    private const string Variable = "DOTNET_PROCESSOR_COUNT";

    /// <summary>The variable that says how many processors a .NET process sees: none for one kernel, or where the caller has set
    /// it.</summary>
    /// <param name="kernels">How many kernels run at a time.</param>
    /// <param name="processors">How many processors there are.</param>
    public static ImmutableDictionary<string, string> Of(int kernels, int processors)
    {
        var none = ImmutableDictionary<string, string>.Empty;
        if (kernels == 1 || Environment.GetEnvironmentVariable(Variable) is { Length: > 0 }) return none;
        return none.Add(Variable, Math.Max(1, processors / kernels).ToString(CultureInfo.InvariantCulture));
    }
}
