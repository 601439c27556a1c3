using System.Diagnostics;
using System.Reflection;
using System.Runtime.CompilerServices;

namespace LstmCourse.Notebooks.Kernel.Cells;

/// <summary>
/// The calls on a thread's stack that catch exceptions, as a sort does around its comparer. Each that throws another one in its place keeps
/// what is below it on the stack meanwhile, so that the way back through many of them needs more of the stack than the way there.
/// </summary>
internal static class CatchingCalls
{
    // How many may wait for an exception: each takes some nine kilobytes on the way back, and most threads have 1.5 MB, those of cells
    // 4 MB.
    private const int Most = 80, MostInCell = 200;

    private static readonly ConditionalWeakTable<MethodBase, object> Known = new();

    [ThreadStatic]
    private static bool _isCells;

    /// <summary>Tells that the calling thread is one of a cell, with a stack of <see cref="CellThread"/>'s size.</summary>
    public static void EnterCell() => _isCells = true;

    /// <summary>Whether the way back might fill the stack of the calling thread.</summary>
    public static bool AreTooMany() =>
        new StackTrace(fNeedFileInfo: false).GetFrames().Select(frame => frame.GetMethod()).OfType<MethodBase>().Where(Catches)
            .Skip(_isCells ? MostInCell : Most).Any();

    private static bool Catches(MethodBase method) => (bool)Known.GetValue(method, static m => Look(m));

    // Asynchronous functions and iterators are counted otherwise: what they catch they keep, and throw when nothing of them is on the
    // stack.
    private static bool Look(MethodBase method)
    {
        if (method.Name == nameof(System.Collections.IEnumerator.MoveNext)) return false;
        if (MayHideOne(method)) return true;
        try
        {
            return method.GetMethodBody() is { } body && body.ExceptionHandlingClauses.Any(clause =>
                clause.Flags is ExceptionHandlingClauseOptions.Clause or ExceptionHandlingClauseOptions.Filter);
        }
        catch (Exception e) when (e is InvalidOperationException or NotSupportedException or IOException or TypeLoadException)
        {
            // Made by the runtime, or of types that are not there: then nobody knows.
            return false;
        }
    }

    // What catches in reflection, sorting and lazy values is a small function of the framework, which the runtime may have made a part of
    // its caller: then the stack does not show it.
    private static bool MayHideOne(MethodBase method) => method.DeclaringType is { } type && type.Assembly == typeof(object).Assembly
        && (method.Name.Contains(nameof(Array.Sort), StringComparison.Ordinal)
            || (method.Name == nameof(MethodBase.Invoke) && typeof(MethodBase).IsAssignableFrom(type))
            || (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(Lazy<>)));
}
