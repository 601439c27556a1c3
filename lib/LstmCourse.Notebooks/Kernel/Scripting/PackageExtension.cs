using System.Reflection;
using LstmCourse.Notebooks.Kernel.Cells;

namespace LstmCourse.Notebooks.Kernel.Scripting;

/// <summary>
/// What a package brings for notebooks in <c>interactive-extensions/dotnet</c>: classes that .NET Interactive would load with its
/// kernel, most
/// of which register formatters. Here they are given an empty kernel of that engine.
/// </summary>
internal static class PackageExtension
{
    private const string Interface = "Microsoft.DotNet.Interactive.IKernelExtension",
        Kernel = "Microsoft.DotNet.Interactive.CompositeKernel";

    /// <summary>
    /// Loads the extensions of a library. One that fails is named on the cell's standard error, and nothing else happens.
    /// </summary>
    /// <param name="path">The library's file.</param>
    /// <param name="loader">What loads it.</param>
    /// <param name="cell">The cell that asked for the package.</param>
    public static void Load(string path, SubmissionLoader loader, RunningCell cell)
    {
        try
        {
            var library = loader.LoadExtension(path);
            foreach (var type in library.GetExportedTypes().Where(type => type is { IsAbstract: false, IsClass: true })) Start(type);
        }
        catch (Exception e) when (e is not (OperationCanceledException or ThreadInterruptedException))
        {
            var cause = e is TargetInvocationException { InnerException: { } inner } ? inner : e;
            cell.Buffer.Write("stderr", $"The notebook extension {Path.GetFileName(path)} could not be loaded: {cause.Message}\n");
        }
    }

    private static void Start(Type type)
    {
        if (type.GetInterfaces().FirstOrDefault(i => i.FullName == Interface) is not { } contract) return;
        var extension = Activator.CreateInstance(type, nonPublic: true);
        var kernel = contract.Assembly.GetType(Kernel)?.GetConstructors() is [var constructor, ..]
            ? constructor.Invoke([.. constructor.GetParameters().Select(p => p.DefaultValue)])
            : null;
        if (contract.GetMethod("OnLoadAsync")?.Invoke(extension, [kernel]) is Task loading) loading.GetAwaiter().GetResult();
    }
}
