namespace FusedRecurrent.Runtime;

/// <summary>A version of another library's symbols without which the system does not load a library.</summary>
/// <param name="Library">The other library, such as libstdc++.so.6.</param>
/// <param name="Version">The version, such as GLIBCXX_3.4.32.</param>
/// <param name="Index">The number by which symbols refer to it.</param>
/// <param name="IsWeak">Whether the library loads without it.</param>
/// <param name="FlagsOffset">Where its flags are in the file.</param>
internal sealed record VersionNeed(string Library, string Version, ushort Index, bool IsWeak, long FlagsOffset)
{
    /// <summary>The flag that makes a need weak.</summary>
    public const ushort WeakFlag = 2;
}
