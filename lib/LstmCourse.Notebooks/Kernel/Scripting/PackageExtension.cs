using System.Globalization;
using System.Reflection;
using LstmCourse.Notebooks.Kernel.Cells;

namespace LstmCourse.Notebooks.Kernel.Scripting;

/// <summary>
/// What a package brings for notebooks in <c>interactive-extensions/dotnet</c>: classes that .NET Interactive would load with its
/// kernel, most of which register formatters. Here they are given an empty kernel of that engine.
/// </summary>
internal static class PackageExtension
{
    private const string Engine = "Microsoft.DotNet.Interactive", Interface = $"{Engine}.IKernelExtension",
        Kernel = $"{Engine}.CompositeKernel";

    /// <summary>How long an extension may take. Most register formatters, which takes no time.</summary>
    public static TimeSpan Limit { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>
    /// Loads the extensions of a library. One that fails, or does not end, is named on the cell's standard error, and nothing else
    /// happens.
    /// </summary>
    /// <param name="path">The library's file.</param>
    /// <param name="loader">What loads it.</param>
    /// <param name="cell">The cell that asked for the package.</param>
    public static void Load(string path, SubmissionLoader loader, RunningCell cell)
    {
        var loading = Task.Run(() => LoadAsync(path, loader));
        try
        {
            if (loading.Wait((int)Limit.TotalMilliseconds, cell.Cancellation)) return;
            // Whatever comes of it later is no cell's.
            _ = loading.ContinueWith(task => task.Exception, TaskScheduler.Default);
            var seconds = Limit.TotalSeconds.ToString(CultureInfo.InvariantCulture);
            Tell($"is not done after {seconds} s; the cell goes on without it", path, cell);
        }
        catch (AggregateException e)
        {
            var cause = e.GetBaseException() is TargetInvocationException { InnerException: { } inner } ? inner : e.GetBaseException();
            // Its formatters come first, as a rule, and what it asks the engine for has no meaning here.
            var wantsEngine = cause.TargetSite?.Module.Assembly.GetName().Name == Engine;
            Tell(wantsEngine ? "asks for the engine of .NET Interactive, which is not here; what it registered before that works"
                : $"could not be loaded: {cause.Message}", path, cell);
        }
    }

    private static void Tell(string what, string path, RunningCell cell) =>
        cell.Buffer.Write("stderr", $"The notebook extension {Path.GetFileName(path)} {what}\n");

    private static async Task LoadAsync(string path, SubmissionLoader loader)
    {
        using var reflection = loader.EnterContextualReflection();
        var library = loader.LoadExtension(path);
        foreach (var type in library.GetExportedTypes().Where(type => type is { IsAbstract: false, IsClass: true }))
        {
            if (type.GetInterfaces().FirstOrDefault(i => i.FullName == Interface) is not { } contract) continue;
            var extension = Activator.CreateInstance(type, nonPublic: true);
            var kernel = contract.Assembly.GetType(Kernel)?.GetConstructors() is [var constructor, ..]
                ? constructor.Invoke([.. constructor.GetParameters().Select(p => p.DefaultValue)])
                : null;
            if (contract.GetMethod("OnLoadAsync")?.Invoke(extension, [kernel]) is Task loading) await loading.ConfigureAwait(false);
        }
    }
}
