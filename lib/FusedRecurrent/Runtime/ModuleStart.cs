using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace FusedRecurrent.Runtime;

/// <summary>What happens when this library is first used.</summary>
internal static class ModuleStart
{
    [ModuleInitializer]
    [SuppressMessage("Usage", "CA2255", Justification = "libtorch must be made to load before any code of the user's runs.")]
    public static void Start() => TorchRuntime.LoadWithTorchSharp();
}
