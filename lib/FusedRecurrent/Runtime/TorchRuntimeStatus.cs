namespace FusedRecurrent;

/// <summary>What <see cref="TorchRuntime"/> did so that libtorch loads; as text one line.</summary>
/// <param name="Platform">The system and processor, such as linux-x64.</param>
/// <param name="Library">TorchSharp's own native library as its package brings it; null where TorchSharp loads it without help.</param>
/// <param name="Copy">The copy of it that was loaded instead; null where none was needed.</param>
/// <param name="Reason">Why the copy was or was not needed.</param>
public sealed record TorchRuntimeStatus(string Platform, string? Library, string? Copy, string Reason)
{
    /// <summary>The status in one line, for people.</summary>
    public override string ToString() => (Library, Copy) switch
    {
        (null, _) => $"{Platform}: {Reason}",
        (_, null) => $"{Platform}: {Library}; {Reason}",
        _ => $"{Platform}: {Library}, through the copy {Copy}; {Reason}",
    };
}
