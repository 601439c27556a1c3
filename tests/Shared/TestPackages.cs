using System.Runtime.CompilerServices;

namespace LstmCourse.Testing;

/// <summary>
/// Lets tests that restore packages have a package folder of their own, which they name in a <c>nuget.config</c>: the variable that names
/// the user's would come first, and one test's package would be the next one's.
/// </summary>
internal static class TestPackages
{
#pragma warning disable CA2255 // A test assembly is the application here.
    [ModuleInitializer]
#pragma warning restore CA2255
    internal static void Set() => Environment.SetEnvironmentVariable("NUGET_PACKAGES", null);
}
