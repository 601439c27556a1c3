namespace LstmCourse.Cli.Tests.Bits;

/// <summary>A test of what only the course's own engine promises.</summary>
internal sealed class PortableEngineFactAttribute : FactAttribute
{
    public PortableEngineFactAttribute()
    {
        var engine = typeof(TorchSharp.torch).Assembly.GetName().Name;
        if (engine != "TorchSharp.Portable") Skip = $"{engine} does not promise the same bits for every processor.";
    }
}
