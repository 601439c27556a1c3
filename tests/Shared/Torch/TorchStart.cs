using System.Runtime.CompilerServices;
using FusedRecurrent;

namespace LstmCourse.Testing;

/// <summary>Makes libtorch load in a test assembly whose first test may touch a tensor before anything of the course.</summary>
internal static class TorchStart
{
#pragma warning disable CA2255 // A test assembly is the application here.
    [ModuleInitializer]
#pragma warning restore CA2255
    internal static void Prepare() => TorchRuntime.LoadWithTorchSharp();
}
