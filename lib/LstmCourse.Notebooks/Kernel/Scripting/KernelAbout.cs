using System.Runtime.InteropServices;
using Microsoft.CodeAnalysis;

namespace LstmCourse.Notebooks.Kernel.Scripting;

/// <summary>What <c>#!about</c> tells.</summary>
internal static class KernelAbout
{
    /// <summary>Versions, a line each.</summary>
    public static string Text { get; } = $"""
        C# notebook kernel of the LSTM course {Version(typeof(KernelAbout))}
        C# compiler {Version(typeof(Compilation))}
        {RuntimeInformation.FrameworkDescription}, {RuntimeInformation.OSDescription}, {RuntimeInformation.RuntimeIdentifier}
        """;

    private static string Version(Type type) => type.Assembly.GetName().Version!.ToString(3);
}
