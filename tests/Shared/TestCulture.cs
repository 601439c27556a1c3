using System.Globalization;
using System.Runtime.CompilerServices;

namespace LstmCourse.Testing;

/// <summary>
/// Runs a test assembly in the culture that the environment names, on every system: <c>course test</c> asks for one that writes numbers
/// with a comma, where a forgotten invariant culture shows.
/// </summary>
internal static class TestCulture
{
#pragma warning disable CA2255 // A test assembly is the application here.
    [ModuleInitializer]
#pragma warning restore CA2255
    internal static void Set()
    {
        if (Environment.GetEnvironmentVariable("COURSE_TEST_CULTURE") is not { Length: > 0 } name) return;
        var culture = CultureInfo.GetCultureInfo(name);
        CultureInfo.DefaultThreadCurrentCulture = CultureInfo.CurrentCulture = culture;
        CultureInfo.DefaultThreadCurrentUICulture = CultureInfo.CurrentUICulture = culture;
    }
}
