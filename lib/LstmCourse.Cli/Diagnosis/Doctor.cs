using System.Globalization;
using LstmCourse.Notebooks.Jupyter.Specs;

namespace LstmCourse.Cli.Diagnosis;

/// <summary>Judges what was found on a machine.</summary>
internal static class Doctor
{
    private const long Gigabyte = 1_000_000_000;

    // A clone with everything built in the portable profile; libtorch needs its archive, its files and two copies of them.
    private const long Enough = Gigabyte, EnoughForLibtorch = 4 * Gigabyte;

    /// <summary>A finding for each thing, in the order in which a learner would mend them.</summary>
    public static IReadOnlyList<Finding> Examine(MachineFacts facts) =>
        [Sdk(facts), Profile(facts), Library(facts), Kernel(facts), new("engines", Health.Good, facts.Engines), Threads(facts), Vectors(facts), Disk(facts)];

    private static Finding Sdk(MachineFacts facts) => new(
        "SDK",
        facts.Sdk.StartsWith("10.", StringComparison.Ordinal) ? Health.Good : Health.Problem,
        facts.Sdk.Length == 0 ? "none that fits global.json; install .NET 10 from https://dot.net/download"
            : facts.Sdk.StartsWith("10.", StringComparison.Ordinal) ? $".NET SDK {facts.Sdk}"
            : $".NET SDK {facts.Sdk}, expected 10; install it from https://dot.net/download");

    private static Finding Profile(MachineFacts facts) => facts.Choice is { } choice
        ? new("profile", Health.Good, $"{choice.Profile.Stamp}{(choice.Reason.Length > 0 ? $": {choice.Reason}" : "")}")
        : new("profile", Health.Note, "none chosen yet; ./course setup chooses one, and so does the first ./course run");

    private static Finding Library(MachineFacts facts) => facts.IsLibraryFresh
        ? new("library", Health.Good, "published, as new as its sources")
        : new("library", Health.Note, "not published since its sources changed; ./course setup does it, and so does the next ./course run");

    private static Finding Kernel(MachineFacts facts)
    {
        var names = string.Join(", ", facts.Kernels.Select(kernel => kernel.Name));
        if (facts.Kernels.FirstOrDefault(kernel => !File.Exists(kernel.Program)) is { Name: not null } lost)
        {
            return new("kernel", Health.Problem, $"{lost.Name} starts {lost.Program}, which is gone; ./course kernel install mends it");
        }

        return facts.Kernels.Count > 0
            ? new("kernel", Health.Good, $"installed as {names}")
            : new("kernel", Health.Note, $"not installed; VS Code and Jupyter find it after ./course kernel install, which calls it {KernelSpec.CourseName}");
    }

    private static Finding Threads(MachineFacts facts) => new(
        "threads",
        facts.Threads >= facts.Processors || facts.Threads > 1 ? Health.Good : Health.Note,
        facts.Threads >= facts.Processors || facts.Threads > 1
            ? Invariant($"{facts.Threads} of {facts.Processors} processors")
            : Invariant($"1 of {facts.Processors} processors; training takes longer than it must"));

    private static Finding Vectors(MachineFacts facts) => facts.VectorBits > 0
        ? new("vectors", Health.Good, Invariant($"{facts.VectorBits} bits"))
        : new("vectors", Health.Note, "none that .NET can use; results are the same, training takes several times as long");

    private static Finding Disk(MachineFacts facts)
    {
        var free = Invariant($"{(double)facts.FreeBytes / Gigabyte:0.0} GB free");
        return facts.FreeBytes < Enough ? new("disk", Health.Problem, $"{free}, expected at least 1 GB; make room or move the clone")
            : facts.FreeBytes < EnoughForLibtorch ? new("disk", Health.Note, $"{free}; the official profile wants 4 GB")
            : new("disk", Health.Good, free);
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
