using System.Reflection;

namespace LstmCourse.Display;

/// <summary>
/// Waits for the first assembly that speaks of a library, such as a notebook's cell, so that what belongs to the library need not be made
/// ready, and the library itself not be loaded, for those who never use it.
/// </summary>
internal sealed class FirstUse
{
    private static readonly string Own = typeof(FirstUse).Assembly.GetName().Name!;

    private readonly string _library;
    private readonly Action _action;
    private int _isDone;

    private FirstUse(string library, Action action) => (_library, _action) = (library, action);

    /// <summary>Calls <paramref name="action"/> once, at once if the library is in use already. This assembly and the library's own
    /// (<c>Library</c>, <c>Library.Something</c>) do not count as users.</summary>
    /// <param name="library">The simple name of its assembly.</param>
    /// <param name="action">Runs before any code of the assembly that was loaded.</param>
    public static void Of(string library, Action action)
    {
        var use = new FirstUse(library, action);
        AppDomain.CurrentDomain.AssemblyLoad += use.OnLoad;
        foreach (var assembly in AppDomain.CurrentDomain.GetAssemblies()) use.Consider(assembly);
    }

    private void OnLoad(object? sender, AssemblyLoadEventArgs e) => Consider(e.LoadedAssembly);

    private void Consider(Assembly assembly)
    {
        if (assembly.IsDynamic || _isDone != 0 || !IsUser(assembly) || Interlocked.Exchange(ref _isDone, 1) != 0) return;
        AppDomain.CurrentDomain.AssemblyLoad -= OnLoad;
        _action();
    }

    private bool IsUser(Assembly assembly) =>
        assembly.GetName().Name is { } name && name != Own && !name.StartsWith(_library, StringComparison.Ordinal)
        && assembly.GetReferencedAssemblies().Any(reference => reference.Name == _library);
}
