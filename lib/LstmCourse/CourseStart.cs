using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using FusedRecurrent;

namespace LstmCourse;

/// <summary>What happens when the course library is first used.</summary>
internal static class CourseStart
{
    [ModuleInitializer]
    [SuppressMessage("Usage", "CA2255", Justification = "libtorch must be made to load before a learner's code names a tensor.")]
    public static void Start() => TorchRuntime.LoadWithTorchSharp();
}
