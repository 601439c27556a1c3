namespace LstmCourse.Cli.Tests.Bits;

/// <summary>A test of what only the course's own engine promises.</summary>
internal sealed class PortableEngineFactAttribute : FactAttribute
{
    public PortableEngineFactAttribute() => Skip = PortableEngine.ReasonToSkip;
}

/// <summary>The same for a theory.</summary>
internal sealed class PortableEngineTheoryAttribute : TheoryAttribute
{
    public PortableEngineTheoryAttribute() => Skip = PortableEngine.ReasonToSkip;
}

internal static class PortableEngine
{
    private static string Name => typeof(TorchSharp.torch).Assembly.GetName().Name!;

    public static string? ReasonToSkip => Name == "TorchSharp.Portable" ? null : $"{Name} does not promise this.";
}
