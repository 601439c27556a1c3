using System.Globalization;
using LstmCourse.Notebooks.Jupyter.Specs;

namespace LstmCourse.Cli.Diagnosis;

/// <summary>Judges what was found on a machine.</summary>
internal static class Doctor
{
    private const long Gigabyte = 1_000_000_000;

    // The packages, what is built from them, and the hard links that take no room where both lie on one disk.
    private const long Enough = 2 * Gigabyte;

    /// <summary>A finding for each thing, in the order in which a learner would mend them.</summary>
    public static IReadOnlyList<Finding> Examine(MachineFacts facts) =>
    [
        Sdk(facts), Machine(facts), Library(facts), Libtorch(facts), Kernel(facts), new("engines", Health.Good, facts.Engines),
        Threads(facts), Vectors(facts), Disk(facts),
    ];

    private static Finding Sdk(MachineFacts facts) => new(
        "SDK",
        facts.Sdk.StartsWith("10.", StringComparison.Ordinal) ? Health.Good : Health.Problem,
        facts.Sdk.Length == 0 ? "none that fits global.json; install .NET 10 from https://dot.net/download"
            : facts.Sdk.StartsWith("10.", StringComparison.Ordinal) ? $".NET SDK {facts.Sdk}"
            : $".NET SDK {facts.Sdk}, expected 10; install it from https://dot.net/download");

    private static Finding Machine(MachineFacts facts) =>
        new("machine", facts.SystemProblem is null ? Health.Good : Health.Problem, facts.SystemProblem ?? facts.System);

    private static Finding Library(MachineFacts facts) => facts.IsLibraryFresh
        ? new("library", Health.Good, "published, as new as its sources")
        : new("library", Health.Note, "not published since its sources changed; ./course setup does it, and so does the next ./course run");

    private static Finding Libtorch(MachineFacts facts) => facts.Libtorch switch
    {
        null => new("libtorch", Health.Note, "not tried, since no library is published yet"),
        { Loads: true } fact => new("libtorch", Health.Good, fact.Text),
        { } fact => new("libtorch", Health.Problem, fact.Text),
    };

    private static Finding Kernel(MachineFacts facts)
    {
        var names = string.Join(", ", facts.Kernels.Select(kernel => kernel.Name));
        if (facts.Kernels.FirstOrDefault(kernel => !File.Exists(kernel.Program)) is { Name: not null } lost)
        {
            return new("kernel", Health.Problem, $"{lost.Name} starts {lost.Program}, which is gone; ./course kernel install mends it");
        }

        return facts.Kernels.Count > 0
            ? new("kernel", Health.Good, $"installed as {names}")
            : new(
                "kernel",
                Health.Note,
                $"not installed; VS Code and Jupyter find it after ./course kernel install, which calls it {KernelSpec.CourseName}");
    }

    private static Finding Threads(MachineFacts facts) => new("threads", Health.Good, facts.Threads is { Length: > 0 } threads
        ? Invariant($"{threads} of {facts.Processors} processors, as OMP_NUM_THREADS says")
        : Invariant($"1 of {facts.Processors} processors, so that numbers come again; set OMP_NUM_THREADS for more"));

    private static Finding Vectors(MachineFacts facts) => facts.VectorBits > 0
        ? new("vectors", Health.Good, Invariant($"{facts.VectorBits} bits"))
        : new("vectors", Health.Note, "none that .NET can use; results are the same, training takes several times as long");

    private static Finding Disk(MachineFacts facts)
    {
        var free = Invariant($"{(double)facts.FreeBytes / Gigabyte:0.0} GB free");
        if (facts.FreeBytes >= Enough) return new("disk", Health.Good, free);
        return facts.IsLibraryFresh
            ? new("disk", Health.Note, $"{free}; the next set-up wants 2 GB")
            : new("disk", Health.Problem, $"{free}, expected at least 2 GB; make room or move the clone");
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
