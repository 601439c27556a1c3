using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;
using FusedRecurrent;
using TorchSharp;

namespace LstmCourse;

/// <summary>
/// What happens when the course library is first used: libtorch and the displays of foreign types are made ready, each for the moment when
/// somebody needs it.
/// </summary>
internal static class CourseStart
{
    [ModuleInitializer]
    [SuppressMessage("Usage", "CA2255", Justification = "libtorch must be made ready before a learner's code names a tensor.")]
    public static void Start()
    {
        TorchRuntime.LoadWithTorchSharp();
        NotebookDisplay.Register();

        // libtorch's own threads wait by spinning and would starve those of the fused layers: it gets one, unless the user said otherwise.
        if (Environment.GetEnvironmentVariable("OMP_NUM_THREADS") is not { Length: > 0 }) TorchRuntime.WhenLoaded(UseOneThread);
    }

    private static void UseOneThread() => torch.set_num_threads(1);
}
