namespace LstmCourse.Testing;

/// <summary>A test of something that Windows does not have, or does otherwise; there it says so and is skipped.</summary>
internal sealed class UnixFactAttribute : FactAttribute
{
    internal const string Reason = "not for Windows";

    public UnixFactAttribute()
    {
        if (OperatingSystem.IsWindows()) Skip = Reason;
    }
}

/// <summary>The same for tests with data.</summary>
internal sealed class UnixTheoryAttribute : TheoryAttribute
{
    public UnixTheoryAttribute()
    {
        if (OperatingSystem.IsWindows()) Skip = UnixFactAttribute.Reason;
    }
}
