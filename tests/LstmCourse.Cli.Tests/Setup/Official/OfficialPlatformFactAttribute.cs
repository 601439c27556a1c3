using LstmCourse.Cli.Setup;

namespace LstmCourse.Cli.Tests.Setup.Official;

/// <summary>A test of the official profile; it is skipped, and says so, on machines that libtorch has no packages for.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class OfficialPlatformFactAttribute : FactAttribute
{
    public OfficialPlatformFactAttribute() => Skip = OfficialPlatform.Problem("cpu")!;
}
