using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using LstmCourse.Notebooks.Kernel.Cells;
using LstmCourse.Notebooks.Kernel.Formatting;
using Microsoft.DotNet.Interactive.Formatting;

namespace LstmCourse.Notebooks.Kernel.Display;

/// <summary>
/// Shows what cells and libraries display by the methods of .NET Interactive's formatting library, such as
/// <c>DisplayAs</c>.
/// </summary>
internal static class InteractiveDisplays
{
    private const string Library = "Microsoft.DotNet.Interactive.Formatting";

    private static readonly ConcurrentDictionary<string, bool> Shown = new();
    private static int _isWatching;

    /// <summary>Begins to show them as soon as that library is loaded; it is not loaded for this.</summary>
    public static void Watch()
    {
        if (Interlocked.Exchange(ref _isWatching, 1) != 0) return;
        AppDomain.CurrentDomain.AssemblyLoad += (_, loaded) =>
        {
            if (loaded.LoadedAssembly.GetName().Name == Library) Subscribe();
        };
        if (AppDomain.CurrentDomain.GetAssemblies().Any(assembly => assembly.GetName().Name == Library)) Subscribe();
    }

    /// <summary>Whether a value stands for something that is on display already.</summary>
    public static bool IsOne(object? value) =>
        value is DisplayedValue || value?.GetType().FullName == $"{Library}.{nameof(DisplayedValue)}";

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Subscribe() => Formatter.SubscribeToDisplayedValues(displayed =>
    {
        if (RunningCell.Current is not { } cell) return;
        var data = ValueFormatter.OfTexts(displayed.FormattedValues.Select(form => KeyValuePair.Create(form.MimeType, form.Value)));
        if (Shown.TryAdd(displayed.DisplayId, true)) cell.Display(data, displayed.DisplayId);
        else cell.Buffer.Update(displayed.DisplayId, data);
    });
}
