using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace LstmCourse.Notebooks.Kernel.Cells;

/// <summary>
/// What the loops and functions of compiled cells call, so that an interrupt stops them: those of the running cell, and those that earlier
/// cells left running. Not meant to be called by hand.
/// </summary>
[EditorBrowsable(EditorBrowsableState.Never)]
public static class LoopGuard
{
    // Read in every round of every loop of a cell: a field, and nothing to initialise.
    private static volatile bool _isRaised;

    /// <summary>Goes on unless there was an interrupt.</summary>
    /// <exception cref="OperationCanceledException">There was one.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Check()
    {
        if (_isRaised) Throw();
    }

    /// <summary>Hands a value on unless there was an interrupt: for places where only an expression may stand.</summary>
    /// <exception cref="OperationCanceledException">There was one.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static T Check<T>(T value)
    {
        Check();
        return value;
    }

    /// <summary>Lets a function begin unless there was an interrupt, or it is one too many of those that called each other.</summary>
    /// <exception cref="OperationCanceledException">There was an interrupt.</exception>
    /// <exception cref="InsufficientExecutionStackException">The functions have taken as much of the stack as they may.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Enter()
    {
        if (_isRaised) Throw();
        StackGuard.Check();
    }

    /// <summary>
    /// The same for an asynchronous function. Fewer of those may call each other, since each of them catches and throws again.
    /// </summary>
    /// <exception cref="OperationCanceledException">There was an interrupt.</exception>
    /// <exception cref="InsufficientExecutionStackException">The functions have taken as much of the stack as they may.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void EnterAsync()
    {
        if (_isRaised) Throw();
        StackGuard.CheckAsync();
    }

    /// <summary>Stops all code of cells at its next guard.</summary>
    internal static void Raise() => _isRaised = true;

    /// <summary>Lets code of cells run again.</summary>
    internal static void Lower() => _isRaised = false;

    // Never returns, and is small enough that the just-in-time compiler sees it: values of the loop stay in registers then.
    [DoesNotReturn]
    private static void Throw() => throw new CellInterruptedException();
}

/// <summary>Code of a cell was stopped by an interrupt.</summary>
internal sealed class CellInterruptedException() : OperationCanceledException("the cell was interrupted");
