using System.Runtime.CompilerServices;

namespace LstmCourse.Notebooks.Kernel.Cells;

/// <summary>
/// Counts, in bytes, how much of a thread's stack the functions of cells have taken, from the first guard that the thread met. A recursion
/// without end is found long before the stack ends: the way back through hundreds of thousands of calls takes seconds.
/// </summary>
internal static class StackGuard
{
    /// <summary>What is said of a recursion that was stopped.</summary>
    public const string TooDeep = "Calls of functions or members by one another have no end, or go too deep for the stack.";

    /// <summary>How much functions that call each other may take: some twenty thousand calls.</summary>
    private const int Most = 2 * 1024 * 1024;

    /// <summary>
    /// How much asynchronous ones may take: each of them catches the exception and throws it again, with a trace that grows.
    /// </summary>
    private const int MostAsync = 256 * 1024;

    // How often a look is worth while at how much is left of the stack, which may be small on a thread of the learner's.
    private const int Step = 64 * 1024;

    // Where the first look is worth while: functions that catch may be a hundred by then.
    private const int FirstStep = 16 * 1024;

    [ThreadStatic]
    private static nuint _base;

    [ThreadStatic]
    private static nuint _limit;

    [ThreadStatic]
    private static nuint _nextCount;

    /// <exception cref="InsufficientExecutionStackException">Too much is taken.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void Check()
    {
        byte here;
        if ((nuint)(&here) < _limit || _limit == 0) LookDeeper((nuint)(&here), Most);
    }

    /// <exception cref="InsufficientExecutionStackException">Too much is taken.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void CheckAsync()
    {
        byte here;
        LookDeeper((nuint)(&here), MostAsync);
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void LookDeeper(nuint here, int most)
    {
        // Stacks grow downwards. Whoever stands above the first guard is a caller that met none.
        if (here > _base) (_base, _limit, _nextCount) = (here, here - FirstStep, FirstStep);
        if (here >= _limit) return;
        var taken = _base - here;
        if (taken > (nuint)most || !RuntimeHelpers.TryEnsureSufficientExecutionStack()) throw TooDeepException();
        if (taken >= _nextCount)
        {
            if (CatchingCalls.AreTooMany()) throw TooDeepException();
            // To count takes a while: all counts together as long as the last one three times.
            _nextCount = taken + (taken / 2);
        }

        if (most == Most) _limit = here - nuint.Min(Step, taken / 2);
    }

    private static InsufficientExecutionStackException TooDeepException() => new(TooDeep);
}
